using System.CommandLine;
using Lms.Certificates.Signing;
using Lms.Certificates.Verification;
using Lms.Web.Platform;

namespace Lms.Web.Cli.Certificates;

/// <summary>Certificates from the console. JSON goes to the output, and what went wrong in one line to the error stream.</summary>
internal static class CertificateCommand
{
    public static Command Build(SiteBuilder builder) =>
        new("certificate", "Verifies, issues and exports certificates, and keeps their signing keys.") { Verify(builder), Issue(builder), Export(builder), Keys(builder) };

    private static Command Verify(SiteBuilder builder)
    {
        var what = new Argument<string>("certificate") { Description = "A code, the address behind either QR code, the digits of the offline QR code, or a credential (JWT); or a file that holds one of them, or a PDF." };
        var command = new Command("verify", "Prints the standing of a certificate, its facts and what was checked.") { what };
        command.SetAction((parse, ct) => OnDatabaseAsync(builder, async services =>
            await JsonOutput.PrintAsync(Report.Of(await GivenCertificate.CheckAsync(services.GetRequiredService<CertificateChecking>(), parse.GetRequiredValue(what), ct)), ct), ct));
        return command;
    }

    private static Command Issue(SiteBuilder builder)
    {
        var classCode = ClassOption();
        var command = new Command("issue", "Issues what a class has earned and has not received yet, and prints what came of each.") { classCode };
        command.SetAction((parse, ct) => OnDatabaseAsync(builder, async services =>
            await JsonOutput.PrintAsync(await ClassCertificates.IssueAsync(services, parse.GetRequiredValue(classCode), ct), ct), ct));
        return command;
    }

    private static Command Export(SiteBuilder builder)
    {
        var (classCode, folder) = (ClassOption(), new Option<string>("--out") { Description = "A folder; made where it is missing.", HelpName = "folder", Required = true });
        var command = new Command("export", "Writes each certificate of a class as PDF and as credential (JWT), with the texts of its two QR codes beside them.") { classCode, folder };
        command.SetAction((parse, ct) => OnDatabaseAsync(builder, async services =>
            await JsonOutput.PrintAsync(await ClassCertificates.ExportAsync(services, parse.GetRequiredValue(classCode), parse.GetRequiredValue(folder), ct), ct), ct));
        return command;
    }

    private static Command Keys(SiteBuilder builder)
    {
        var atOnce = new Option<bool>("--now") { Description = "The new key signs at once, without the week in which verifiers learn of it." };
        var rotate = new Command("rotate", "Makes the next signing key; it signs from a week hence.") { atOnce };
        rotate.SetAction((parse, ct) => OnDatabaseAsync(builder, async services =>
        {
            var keys = services.GetRequiredService<SigningKeys>();
            await keys.RotateAsync(parse.GetValue(atOnce), ct);
            return await JsonOutput.PrintAsync(await keys.ListAsync(ct), ct);
        }, ct));

        var list = new Command("list", "Prints every signing key there ever was.");
        list.SetAction((_, ct) => OnDatabaseAsync(builder, async services => await JsonOutput.PrintAsync(await services.GetRequiredService<SigningKeys>().ListAsync(ct), ct), ct));

        var export = new Command("export-public", "Prints the public keys as a JWK Set.");
        export.SetAction((_, ct) => OnDatabaseAsync(builder, async services =>
        {
            await using var output = Console.OpenStandardOutput();
            await output.WriteAsync(await services.GetRequiredService<PublicKeySet>().JwksAsync(ct), ct);
            output.WriteByte((byte)'\n');
            return 0;
        }, ct));
        return new Command("keys", "The keys that sign certificates.") { rotate, list, export, Withdraw(builder) };
    }

    private static Command Withdraw(SiteBuilder builder)
    {
        var id = new Argument<string>("key") { Description = "The key's id, as \"keys list\" prints it." };
        var reason = new Option<string>("--reason") { Description = "Why it is believed no more.", HelpName = "text", Required = true };
        var command = new Command("withdraw", "After a compromise: nothing the key ever signed is believed again, and its certificates are signed anew.") { id, reason };
        command.SetAction((parse, ct) => OnDatabaseAsync(builder, async services =>
        {
            var outcome = await services.GetRequiredService<SigningKeys>().WithdrawAsync(parse.GetRequiredValue(id), parse.GetRequiredValue(reason), ct);
            if (outcome == WithdrawKeyOutcome.NotFound) throw new StartupProblem($"There is no signing key {parse.GetRequiredValue(id)}: \"certificate keys list\" prints them.");
            if (outcome == WithdrawKeyOutcome.ReasonMissing) throw new StartupProblem("Say why with --reason: it is kept with the key.");
            return await JsonOutput.PrintAsync(new { outcome, signedAnew = await services.GetRequiredService<Resealing>().RunAsync(ct) }, ct);
        }, ct));
        return command;
    }

    private static Option<string> ClassOption() => new("--class") { Description = "The class's code, for example CTXH-2026-03.", HelpName = "code", Required = true };

    private static async Task<int> OnDatabaseAsync(SiteBuilder builder, Func<IServiceProvider, Task<int>> run, CancellationToken ct)
    {
        // What is printed is for programs: nothing else may be written to the output.
        await using var app = builder.Site("--Logging:LogLevel:Default", "Error");
        await Serving.PrepareAsync(app, ct);
        await using var scope = app.Services.CreateAsyncScope();
        return await run(scope.ServiceProvider);
    }
}
