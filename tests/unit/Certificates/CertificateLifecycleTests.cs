using Lms.Certificates.Issuing;
using Lms.Certificates.Register;
using Lms.Certificates.Verification;
using Lms.Data;
using Lms.UnitTests.Infrastructure;
using Face = Lms.Certificates.Issuing.Certificates;

namespace Lms.UnitTests.Certificates;

public class CertificateLifecycleTests
{
    private static readonly Guid Registrar = Guid.CreateVersion7();

    [Theory, EveryDatabase]
    public async Task A_suspended_certificate_says_so_until_the_suspension_is_lifted(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider).WithCredentialAsync();
        var entry = await db.IssuedAsync(Sample.Achievement());

        Assert.Equal(LifecycleOutcome.ReasonMissing, await SuspendAsync(db, entry.Code, "  "));
        Assert.Equal(LifecycleOutcome.NotFound, await SuspendAsync(db, CertificateCode.New(), "Xác minh"));
        Assert.Equal(LifecycleOutcome.NotInThisStanding, await LiftAsync(db, entry.Code));
        Assert.Equal(LifecycleOutcome.Done, await SuspendAsync(db, entry.Code, "Đang xác minh hồ sơ"));
        Assert.Equal(LifecycleOutcome.NotInThisStanding, await SuspendAsync(db, entry.Code, "Lần nữa"));
        var suspended = await VerifyAsync(db, entry.Code);
        Assert.Equal((Standing.Suspended, new DateOnly(2026, 3, 2), "Đang xác minh hồ sơ"), (suspended.Standing, suspended.Facts!.SuspendedOn!.Value, suspended.Facts.SuspensionReason!));

        Assert.Equal(LifecycleOutcome.Done, await LiftAsync(db, entry.Code));
        var lifted = await VerifyAsync(db, entry.Code);
        Assert.Equal((Standing.Valid, null), (lifted.Standing, lifted.Facts!.SuspensionReason));
    }

    [Theory, EveryDatabase]
    public async Task A_suspended_certificate_is_still_held_so_no_second_one_is_issued(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider).WithCredentialAsync();
        var achievement = Sample.Achievement();
        await SuspendAsync(db, (await db.IssuedAsync(achievement)).Code, "Đang xác minh");
        Assert.Equal(IssueOutcome.AlreadyHeld, await db.IssueAsync(achievement with { AchievementKey = Guid.CreateVersion7() }));
    }

    [Theory, EveryDatabase]
    public async Task A_correction_is_a_new_certificate_and_the_old_code_leads_to_it(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider).WithCredentialAsync(Sample.GradeThree with { ValidityMonths = 24 });
        var achievement = Sample.Achievement("Nguyễn Thị Thùy Dươn");
        var wrong = await db.IssuedAsync(achievement);
        db.Clock.Advance(TimeSpan.FromDays(30));

        Assert.Equal(LifecycleOutcome.NothingChanged, (await CorrectAsync(db, wrong.Code, Same(wrong))).Outcome);
        Assert.Equal(LifecycleOutcome.MissingHolderName, (await CorrectAsync(db, wrong.Code, Same(wrong) with { HolderName = " " })).Outcome);
        Assert.Equal(LifecycleOutcome.UnprintableCharacter, (await CorrectAsync(db, wrong.Code, Same(wrong) with { BirthPlace = "北京" })).Outcome);
        var done = await CorrectAsync(db, wrong.Code, Same(wrong) with { HolderName = "Nguyễn Thị Thùy Dương" });
        Assert.Equal(LifecycleOutcome.Done, done.Outcome);

        var old = await VerifyAsync(db, wrong.Code);
        Assert.Equal((Standing.Superseded, SupersessionCause.Corrected, done.Successor), (old.Standing, old.Facts!.SupersededBecause!.Value, old.Facts.Successor));
        Assert.Equal("Nguyễn Thị Thùy Dươn", old.Facts.HolderName);
        var right = (await db.UseAsync<CertificateRegister, RegisterEntry?>(r => r.FindAsync(done.Successor!.Value)))!;
        Assert.Equal(("Nguyễn Thị Thùy Dương", 2L, Standing.Valid), (right.HolderName, right.RegisterNumber, right.Standing));
        Assert.Equal((wrong.ExpiresOn, wrong.IssuedOn.AddDays(30)), (right.ExpiresOn, right.IssuedOn));
        Assert.Equal(LifecycleOutcome.NotInThisStanding, (await CorrectAsync(db, wrong.Code, Same(wrong) with { HolderName = "Khác" })).Outcome);
        Assert.Equal(IssueOutcome.AlreadyIssued, await db.IssueAsync(achievement));
    }

    [Theory, EveryDatabase]
    public async Task Of_registrars_who_replace_or_revoke_at_once_one_succeeds(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider).WithCredentialAsync();
        var entry = await db.IssuedAsync(Sample.Achievement());
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(() => ReplaceAsync(db, entry.Code))));

        var one = Assert.Single(outcomes, o => o.Outcome == LifecycleOutcome.Done);
        Assert.All(outcomes.Where(o => o != one), o => Assert.True(o.Outcome is LifecycleOutcome.ChangedMeanwhile or LifecycleOutcome.NotInThisStanding));
        Assert.Equal(2, (await db.IssuedAsync(Sample.Achievement())).RegisterNumber - 1);
    }

    [Theory, EveryDatabase]
    public async Task A_renewal_adds_the_validity_to_the_old_last_day_or_to_today(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider).WithCredentialAsync(Sample.GradeThree with { ValidityMonths = 12 });
        var first = await db.IssuedAsync(Sample.Achievement());
        db.Clock.Advance(TimeSpan.FromDays(300));
        var second = await RenewAsync(db, first.Code);
        Assert.Equal(new DateOnly(2028, 3, 2), (await FindAsync(db, second)).ExpiresOn);

        db.Clock.MoveTo(new DateTime(2029, 1, 10, 3, 0, 0));
        Assert.Equal(Standing.Expired, (await VerifyAsync(db, second)).Standing);
        var third = await FindAsync(db, await RenewAsync(db, second));
        Assert.Equal((new DateOnly(2029, 1, 10), new DateOnly(2030, 1, 10)), (third.IssuedOn, third.ExpiresOn!.Value));
        Assert.Equal(Standing.Superseded, (await VerifyAsync(db, second)).Standing);
    }

    [Theory, EveryDatabase]
    public async Task A_certificate_without_end_is_not_renewed(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider).WithCredentialAsync();
        var entry = await db.IssuedAsync(Sample.Achievement());
        Assert.Equal(LifecycleOutcome.NotInThisStanding, (await db.UseAsync<CertificateLifecycle, LifecycleResult>(l => l.RenewAsync(entry.Code, "8 giờ", Registrar))).Outcome);
    }

    [Theory, EveryDatabase]
    public async Task A_list_filters_by_the_standing_that_each_certificate_says_of_itself(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider).WithCredentialAsync(Sample.GradeThree with { ValidityMonths = 12 });
        List<RegisterEntry> all = [];
        for (var i = 0; i < 6; i++) all.Add(await db.IssuedAsync(Sample.Achievement()));
        await SuspendAsync(db, all[0].Code, "Xác minh");
        await ReplaceAsync(db, all[1].Code);
        await ReplaceAsync(db, all[2].Code);
        await db.UseAsync<Face>(c => c.RevokeAsync(all[2].Code, "Sai", Registrar));
        await db.UseAsync<Face>(c => c.RevokeAsync(all[3].Code, "Sai", Registrar));
        foreach (var days in new[] { 0, 400 })
        {
            db.Clock.Advance(TimeSpan.FromDays(days));
            foreach (var standing in Enum.GetValues<Standing>())
            {
                var everything = await PageAsync(db, new RegisterFilter());
                Assert.Equal(everything.Where(e => e.Standing == standing).ToList(), await PageAsync(db, new RegisterFilter(Standing: standing)));
            }
        }

        Assert.Equal(Standing.Suspended, (await VerifyAsync(db, all[0].Code)).Standing);
        Assert.Equal(Standing.Revoked, (await VerifyAsync(db, all[2].Code)).Standing);
        Assert.Equal(Standing.Expired, (await VerifyAsync(db, all[4].Code)).Standing);
    }

    private static Correction Same(RegisterEntry e) => new(e.HolderName, e.BirthDate!.Value, e.BirthPlace, e.OrganisationName, e.CourseTitle, e.CourseTitleEn, e.Hours, e.ResultPercent);
    private static async Task<IReadOnlyList<RegisterEntry>> PageAsync(TestDatabase db, RegisterFilter filter) => (await db.UseAsync<CertificateRegister, RegisterPage>(r => r.PageAsync(filter, 1))).Entries;
    private static async Task<RegisterEntry> FindAsync(TestDatabase db, CertificateCode code) => (await db.UseAsync<CertificateRegister, RegisterEntry?>(r => r.FindAsync(code)))!;
    private static Task<VerificationResult> VerifyAsync(TestDatabase db, CertificateCode code) => db.UseAsync<Face, VerificationResult>(c => c.VerifyAsync(code.Value));
    private static Task<LifecycleOutcome> SuspendAsync(TestDatabase db, CertificateCode code, string reason) => db.UseAsync<CertificateLifecycle, LifecycleOutcome>(l => l.SuspendAsync(code, reason, Registrar));
    private static Task<LifecycleOutcome> LiftAsync(TestDatabase db, CertificateCode code) => db.UseAsync<CertificateLifecycle, LifecycleOutcome>(l => l.LiftAsync(code, null, Registrar));
    private static Task<LifecycleResult> ReplaceAsync(TestDatabase db, CertificateCode code) => db.UseAsync<CertificateLifecycle, LifecycleResult>(l => l.ReplaceAsync(code, "Mất bản gốc", Registrar));
    private static Task<LifecycleResult> CorrectAsync(TestDatabase db, CertificateCode code, Correction correction) => db.UseAsync<CertificateLifecycle, LifecycleResult>(l => l.CorrectAsync(code, correction, "Sai họ tên", Registrar));

    private static async Task<CertificateCode> RenewAsync(TestDatabase db, CertificateCode code)
    {
        var result = await db.UseAsync<CertificateLifecycle, LifecycleResult>(l => l.RenewAsync(code, "Đủ 16 giờ cập nhật kiến thức", Registrar));
        Assert.Equal(LifecycleOutcome.Done, result.Outcome);
        return result.Successor!.Value;
    }
}
