using Lms.Certificates.Credentials;
using Lms.Certificates.Issuing;
using Lms.Certificates.Register;
using Lms.Data;
using Lms.UnitTests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.UnitTests.Certificates;

/// <summary>A credential and achievements that nothing is wrong with; a test changes what it is about.</summary>
internal static class Sample
{
    public static readonly Guid Issuer = Guid.CreateVersion7();

    public static readonly CredentialType GradeThree = new(
        "CTXH-III", "Chứng chỉ bồi dưỡng Công tác xã hội viên (hạng III)", "Certificate of In-service Training: Social Worker, Grade III",
        "V.09.04.02", null, "{number:0000}/{year}/CTXH-III", "Căn cứ Quyết định số 15/QĐ-TTBD ngày 27 tháng 02 năm 2026", "TS. Trần Minh Hòa", "Giám đốc");

    public static Achievement Achievement(string holderName = "Nguyễn Thị Thùy Dương") => new(
        Guid.CreateVersion7(), GradeThree.Code, Guid.CreateVersion7(), holderName, new DateOnly(1990, 9, 5), "Thành phố Hồ Chí Minh", "Trung tâm Công tác xã hội Thành phố",
        Issuer, "Trung tâm Bồi dưỡng Công tác xã hội", "Centre for Social Work Training", Guid.CreateVersion7(), "CTXH-2026-03",
        "Quản lý ca trong công tác xã hội", "Case Management in Social Work", 2, 120, new DateOnly(2026, 1, 5), new DateOnly(2026, 2, 27), 86.5m);

    public static async Task<TestDatabase> WithCredentialAsync(this Task<TestDatabase> opening, CredentialType? type = null)
    {
        var db = await opening;
        Assert.Equal(CredentialProblem.None, await db.UseAsync<CredentialTypes, CredentialProblem>(types => types.AddAsync(type ?? GradeThree)));
        return db;
    }

    /// <summary>As Training does it: a unit of work around, one save, one commit.</summary>
    public static async Task<IssueOutcome> IssueAsync(this TestDatabase db, Achievement achievement)
    {
        await using var scope = db.Scope();
        var context = scope.ServiceProvider.GetRequiredService<LmsDb>();
        await using var unit = await context.BeginUnitAsync();
        var outcome = await scope.ServiceProvider.GetRequiredService<Lms.Certificates.Issuing.Certificates>().IssueAsync(achievement);
        await context.SaveChangesAsync();
        await unit.CommitAsync();
        return outcome;
    }

    public static async Task<RegisterEntry> IssuedAsync(this TestDatabase db, Achievement achievement)
    {
        Assert.Equal(IssueOutcome.Issued, await db.IssueAsync(achievement));
        var held = await db.UseAsync<Lms.Certificates.Issuing.Certificates, List<HeldCertificate>>(c => c.HeldByAsync(achievement.HolderKey));
        return (await db.UseAsync<CertificateRegister, RegisterEntry?>(r => r.FindAsync(held[0].Code)))!;
    }
}
