using Lms.Certificates.Register;
using Lms.Data;
using Lms.Training.Organisations;
using Lms.Web.Identity;
using Lms.Web.Theming;

namespace Lms.Web.Seeds.Demo;

/// <summary>The seed "demo": a department a visitor can walk through. Idempotent: on a database with organisations it does nothing.</summary>
internal sealed class DemoSeed(
    LmsDb db, Organisations organisations, DemoCatalogue catalogue, DemoClasses classes, DemoDecision decision,
    Certificates.Issuing.Certificates certificates, CertificateRegister register, ScenarioClock clock)
{
    /// <returns>False where the database already holds organisations and nothing was done.</returns>
    public async Task<bool> RunAsync(CancellationToken ct = default)
    {
        if ((await organisations.ListAsync(ct: ct)).Count > 0) return false;

        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        await using var unit = await db.BeginUnitAsync(ct);
        clock.MoveTo(now.AddDays(-300));
        var seeded = await catalogue.SeedAsync();
        await classes.SeedAsync(seeded, DateOnly.FromDateTime(now.InCity));
        clock.MoveTo(now.AddDays(-20));
        await decision.SeedAsync(seeded, ct);
        await RevokeOneAsync(seeded, ct);
        await unit.CommitAsync(ct);
        return true;
    }

    private async Task RevokeOneAsync(Catalogue seeded, CancellationToken ct)
    {
        var page = await register.PageAsync(new RegisterFilter(CredentialCode: "supervisor"), 1, ct: ct);
        var supervisor = DemoAccounts.Of(Role.Supervisor).FullName;
        var unlucky = page.Entries.First(e => e.HolderName != supervisor);
        await certificates.RevokeAsync(unlucky.Code, "Hồ sơ học viên có thông tin không đúng, đã xác minh với cơ sở công tác.", seeded.Staff[Role.Registrar], ct);
    }
}
