using Lms.Certificates.Issuing;
using Lms.Certificates.Register;
using Lms.Certificates.Signing;
using Lms.Training.Classes;
using Lms.Training.Enrolments;
using Lms.Web.Platform;

namespace Lms.Web.Cli.Certificates;

internal sealed record IssuedForPerson(string StaffCode, string FullName, string Outcome);
internal sealed record ExportedCertificate(string CertificateNumber, string Code, IReadOnlyList<string> Files);

/// <summary>The certificates of one class, for the console.</summary>
internal static class ClassCertificates
{
    /// <summary>Tries again whoever has completed and was held back: everybody else was issued at the moment of completion.</summary>
    public static async Task<List<IssuedForPerson>> IssueAsync(IServiceProvider services, string classCode, CancellationToken ct)
    {
        await FindAsync(services, classCode, ct);
        var enrolments = services.GetRequiredService<Enrolments>();
        List<IssuedForPerson> done = [];
        foreach (var row in (await enrolments.HeldBackAsync(ct)).Where(r => r.Code == classCode))
            done.Add(new IssuedForPerson(row.StaffCode, row.FullName, (await enrolments.RetryHeldBackAsync(row.EnrolmentKey, null, ct))?.ToString() ?? "NothingDue"));
        return done;
    }

    /// <summary>Four files each: pdf, jwt, the texts of both QR codes, named by the certificate's code.</summary>
    public static async Task<List<ExportedCertificate>> ExportAsync(IServiceProvider services, string classCode, string folder, CancellationToken ct)
    {
        var key = await FindAsync(services, classCode, ct);
        var (register, certificates, carriers) = (services.GetRequiredService<CertificateRegister>(), services.GetRequiredService<Lms.Certificates.Issuing.Certificates>(), services.GetRequiredService<Carriers>());
        Directory.CreateDirectory(folder);
        List<ExportedCertificate> done = [];
        List<RegisterEntry> entries = [];
        await foreach (var entry in register.AllAsync(new RegisterFilter(ClassKey: key), ct)) entries.Add(entry);
        foreach (var entry in entries)
        {
            var document = (await certificates.DocumentAsync(entry.Code, ct: ct))!;
            var texts = (await carriers.FindAsync(entry.Code, ct: ct))!;
            List<string> files = [$"{entry.Code}.pdf", $"{entry.Code}.jwt", $"{entry.Code}.front-qr.txt", $"{entry.Code}.offline-qr.txt"];
            await File.WriteAllBytesAsync(Path.Combine(folder, files[0]), document.Pdf, ct);
            foreach (var (file, text) in files.Skip(1).Zip([texts.Credential, texts.FrontAddress, texts.OfflineAddress])) await File.WriteAllTextAsync(Path.Combine(folder, file), text, ct);
            done.Add(new ExportedCertificate(entry.CertificateNumber, entry.Code.Value, files));
        }

        return done;
    }

    /// <exception cref="StartupProblem">No class has this code.</exception>
    private static async Task<Guid> FindAsync(IServiceProvider services, string classCode, CancellationToken ct)
    {
        var page = await services.GetRequiredService<Classes>().PageAsync(new ClassFilter(Search: classCode), 1, 200, ct);
        return page.Classes.FirstOrDefault(c => c.Code.Equals(classCode, StringComparison.OrdinalIgnoreCase))?.Key
            ?? throw new StartupProblem($"No class has the code {classCode}.");
    }
}
