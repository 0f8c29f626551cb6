using Lms.Assessment.Attempts;
using Lms.Certificates.Register;
using Lms.Certificates.Verification;
using Lms.Data;
using Lms.Training.Reports;
using Lms.Web.Theming;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Seeds.Replay;

/// <summary>What the replay has left behind, and whether it holds: certificates verify as they should, scores recompute to the same value.</summary>
internal sealed record ReplayFindings(int Classes, int Attendances, int Sat, int Passed, int Attempts, int Issued, int Revoked, int Verified, IReadOnlyList<string> Faults);

internal sealed class ReplayReport(IServiceScopeFactory scopes)
{
    public async Task<ReplayFindings> CompileAsync(CancellationToken ct = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var total = (await services.GetRequiredService<ProgrammeReports>().CompileAsync(ReplayPlan.FirstYear, ReplayPlan.LastYear, null, ct)).Total;
        var counts = await services.GetRequiredService<CertificateRegister>().CountsAsync(ct);
        var results = services.GetRequiredService<ExamResults>();

        var faults = new List<string>();
        var verified = await VerifyAllAsync(services, faults, ct);
        await foreach (var mismatch in results.RecomputeAsync(ct))
            faults.Add($"attempt {mismatch.AttemptKey}: stored {mismatch.Stored}, recomputed {mismatch.Recomputed}");
        return new ReplayFindings(total.Classes, total.Attendances, total.Sat, total.Passed, await results.CountGradedAsync(ct), counts.Issued, counts.Revoked, verified, faults);
    }

    private static async Task<int> VerifyAllAsync(IServiceProvider services, List<string> faults, CancellationToken ct)
    {
        var certificates = services.GetRequiredService<Certificates.Issuing.Certificates>();
        var db = services.GetRequiredService<LmsDb>();
        var today = DateOnly.FromDateTime(services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime.InCity);
        var verified = 0;
        var entries = new List<RegisterEntry>();
        await foreach (var entry in services.GetRequiredService<CertificateRegister>().AllAsync(new RegisterFilter(), ct)) entries.Add(entry);
        foreach (var entry in entries)
        {
            var expected = entry.RevokedOn is not null ? Standing.Revoked : entry.ExpiresOn < today ? Standing.Expired : Standing.Valid;
            var found = await certificates.VerifyAsync(entry.Code.Value, ct);
            if (found.Standing == expected && found.Facts?.HolderName == entry.HolderName && found.Facts.CertificateNumber == entry.CertificateNumber) verified++;
            else faults.Add($"certificate {entry.CertificateNumber}: {found.Standing} instead of {expected}");
        }

        db.ChangeTracker.Clear();
        return verified;
    }

    public static void Print(TextWriter output, ReplayFindings found, ReplayProgress progress, long? databaseBytes)
    {
        output.WriteLine();
        output.WriteLine($"  classes                  {found.Classes,10:N0}");
        output.WriteLine($"  attendances              {found.Attendances,10:N0}");
        output.WriteLine($"  sat the exam             {found.Sat,10:N0}");
        output.WriteLine($"  passed                   {found.Passed,10:N0}");
        output.WriteLine($"  attempts scored          {found.Attempts,10:N0}");
        output.WriteLine($"  certificates issued      {found.Issued,10:N0}");
        output.WriteLine($"  certificates revoked     {found.Revoked,10:N0}");
        output.WriteLine($"  this run: {progress.NewClasses} classes, {progress.NewAttendances:N0} attendances, {progress.NewAttempts:N0} attempts in {progress.Elapsed.TotalSeconds:N1} s ({progress.NewAttempts / progress.Elapsed.TotalSeconds:N0} attempts/s)");
        if (databaseBytes is { } bytes) output.WriteLine($"  database                 {bytes / 1048576.0,10:N1} MiB");
        output.WriteLine($"  peak memory              {System.Diagnostics.Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0,10:N0} MiB");
        output.WriteLine(found.Faults.Count == 0
            ? $"  checked: {found.Verified:N0} certificates verify as they should, {found.Attempts:N0} scores recompute to the same value"
            : $"  CHECK FAILED: {found.Faults.Count:N0} faults, the first: {found.Faults[0]}");
    }
}
