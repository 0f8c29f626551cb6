using Lms.Certificates.Register;
using Lms.Certificates.Issuing;
using Lms.Certificates.Verification;
using Lms.Data;
using Lms.UnitTests.Infrastructure;
using Face = Lms.Certificates.Issuing.Certificates;

namespace Lms.UnitTests.Certificates;

public class VerificationTests
{
    [Theory, EveryDatabase]
    public async Task A_certificate_is_verified_with_the_facts_as_issued(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider).WithCredentialAsync();
        var achievement = Sample.Achievement();
        var entry = await db.IssuedAsync(achievement);
        var result = await VerifyAsync(db, entry.Code.Spoken.ToLowerInvariant());

        Assert.Equal(Standing.Valid, result.Standing);
        Assert.Equal(db.Clock.Now, result.CheckedAt);
        Assert.Equal(new CertificateFacts(entry.Code, "0001/2026/CTXH-III", achievement.HolderName, 1990, Sample.GradeThree.Name, Sample.GradeThree.NameEn, "V.09.04.02",
            achievement.IssuerName, achievement.IssuerNameEn, achievement.ClassCode, achievement.CourseTitle, achievement.CourseTitleEn, 120, new DateOnly(2026, 3, 2), null, null, null), result.Facts);
    }

    [Fact]
    public async Task Unknown_and_malformed_codes_get_the_same_answer()
    {
        await using var db = await TestDatabase.OpenAsync().WithCredentialAsync();
        var unknown = new VerificationResult(Standing.Unknown, null, db.Clock.Now);
        foreach (var code in new[] { CertificateCode.New().Value, "", "x", new string('0', 100_000), "\0", "0001/2026/CTXH-III" })
            Assert.Equal(unknown, await VerifyAsync(db, code));
    }

    [Fact]
    public async Task A_certificate_is_valid_through_its_last_day_in_the_city()
    {
        await using var db = await TestDatabase.OpenAsync().WithCredentialAsync(Sample.GradeThree with { ValidityMonths = 12 });
        var entry = await db.IssuedAsync(Sample.Achievement());
        Assert.Equal(new DateOnly(2027, 3, 2), entry.ExpiresOn);

        db.Clock.MoveTo(new DateTime(2027, 3, 2, 16, 59, 59));
        Assert.Equal(Standing.Valid, (await VerifyAsync(db, entry.Code.Value)).Standing);
        db.Clock.MoveTo(new DateTime(2027, 3, 2, 17, 0, 0));
        var expired = await VerifyAsync(db, entry.Code.Value);
        Assert.Equal(Standing.Expired, expired.Standing);
        Assert.Equal(entry.HolderName, expired.Facts!.HolderName);
    }

    [Theory, EveryDatabase]
    public async Task A_revoked_certificate_says_when_and_why_and_its_history_says_who(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider).WithCredentialAsync();
        var registrar = Guid.CreateVersion7();
        var entry = await db.IssuedAsync(Sample.Achievement());
        var issuedAt = db.Clock.Now;
        db.Clock.Advance(TimeSpan.FromDays(10));

        Assert.Equal(RevokeOutcome.ReasonMissing, await RevokeAsync(db, entry.Code, " ", registrar));
        Assert.Equal(RevokeOutcome.NotFound, await RevokeAsync(db, CertificateCode.New(), "Sai", registrar));
        Assert.Equal(RevokeOutcome.Revoked, await RevokeAsync(db, entry.Code, " Cấp sai đối tượng ", registrar));
        Assert.Equal(RevokeOutcome.AlreadyRevoked, await RevokeAsync(db, entry.Code, "Lần nữa", registrar));

        var result = await VerifyAsync(db, entry.Code.Value);
        Assert.Equal((Standing.Revoked, new DateOnly(2026, 3, 12), "Cấp sai đối tượng"), (result.Standing, result.Facts!.RevokedOn!.Value, result.Facts.RevocationReason!));
        Assert.Equal([new(issuedAt, CertificateAction.Issued, "0001/2026/CTXH-III", null), new(db.Clock.Now, CertificateAction.Revoked, "Cấp sai đối tượng", registrar)],
            await db.UseAsync<CertificateRegister, List<RegisterEvent>>(r => r.EventsAsync(entry.Code)));
    }

    [Theory, EveryDatabase]
    public async Task Of_registrars_who_revoke_at_once_one_succeeds(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider).WithCredentialAsync();
        var entry = await db.IssuedAsync(Sample.Achievement());
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => RevokeAsync(db, entry.Code, $"Lý do {i}", Guid.CreateVersion7()))));
        Assert.Single(outcomes, RevokeOutcome.Revoked);
        Assert.Equal(2, (await db.UseAsync<CertificateRegister, List<RegisterEvent>>(r => r.EventsAsync(entry.Code))).Count);
    }

    [Theory, EveryDatabase]
    public async Task A_birth_date_matches_or_does_not_and_nothing_else_is_told(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider).WithCredentialAsync();
        var entry = await db.IssuedAsync(Sample.Achievement());
        Assert.True(await BornOnAsync(entry.Code.Spoken, new DateOnly(1990, 9, 5)));
        Assert.False(await BornOnAsync(entry.Code.Spoken, new DateOnly(1990, 5, 9)));
        Assert.False(await BornOnAsync(CertificateCode.New().Value, new DateOnly(1990, 9, 5)));
        Assert.False(await BornOnAsync("x", new DateOnly(1990, 9, 5)));

        Task<bool> BornOnAsync(string code, DateOnly date) => db.UseAsync<Face, bool>(c => c.BornOnAsync(code, date));
    }

    [Fact]
    public async Task Verifying_costs_one_query()
    {
        await using var db = await TestDatabase.OpenAsync().WithCredentialAsync();
        var entry = await db.IssuedAsync(Sample.Achievement());
        Assert.Equal(1, await QueryCounter.CountAsync(() => VerifyAsync(db, entry.Code.Value)));
        foreach (var other in new[] { CertificateCode.New().Value, "x", "", new string('0', 1000) }) Assert.Equal(1, await QueryCounter.CountAsync(() => VerifyAsync(db, other)));
    }

    private static Task<VerificationResult> VerifyAsync(TestDatabase db, string code) => db.UseAsync<Face, VerificationResult>(c => c.VerifyAsync(code));
    private static Task<RevokeOutcome> RevokeAsync(TestDatabase db, CertificateCode code, string reason, Guid by) => db.UseAsync<Face, RevokeOutcome>(c => c.RevokeAsync(code, reason, by));
}
