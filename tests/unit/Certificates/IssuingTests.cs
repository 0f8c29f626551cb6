using System.Text;
using Lms.Certificates.Credentials;
using Lms.Certificates.Issuing;
using Lms.Certificates.Register;
using Lms.Certificates.Verification;
using Lms.Data;
using Lms.UnitTests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Face = Lms.Certificates.Issuing.Certificates;

namespace Lms.UnitTests.Certificates;

public class IssuingTests
{
    [Theory, EveryDatabase]
    public async Task Numbers_have_no_gaps_even_where_an_issue_was_undone(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider).WithCredentialAsync();
        var first = await db.IssuedAsync(Sample.Achievement());
        await using (var scope = db.Scope())
        {
            var context = scope.ServiceProvider.GetRequiredService<LmsDb>();
            await using var unit = await context.BeginUnitAsync();
            Assert.Equal(IssueOutcome.Issued, await scope.ServiceProvider.GetRequiredService<Face>().IssueAsync(Sample.Achievement()));
            await context.SaveChangesAsync();
        }
        var second = await db.IssuedAsync(Sample.Achievement());
        var elsewhere = await db.IssuedAsync(Sample.Achievement() with { IssuerKey = Guid.CreateVersion7() });

        Assert.Equal((2026, 1L, "0001/2026/CTXH-III"), (first.RegisterYear, first.RegisterNumber, first.CertificateNumber));
        Assert.Equal((2L, 1L), (second.RegisterNumber, elsewhere.RegisterNumber));
        Assert.NotEqual(first.Code, second.Code);
    }

    [Theory, EveryDatabase]
    public async Task Two_nodes_that_issue_at_once_take_different_numbers(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider).WithCredentialAsync();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => db.IssueAsync(Sample.Achievement()))));
        Assert.All(outcomes, outcome => Assert.Equal(IssueOutcome.Issued, outcome));
        var page = await db.UseAsync<CertificateRegister, RegisterPage>(r => r.PageAsync(new RegisterFilter(), 1));
        Assert.Equal(Enumerable.Range(1, 8).Select(n => (long)n), page.Entries.Select(e => e.RegisterNumber).Order());
    }

    [Theory, EveryDatabase]
    public async Task One_achievement_has_one_certificate_even_before_the_first_is_saved(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider).WithCredentialAsync();
        var achievement = Sample.Achievement();
        await using (var scope = db.Scope())
        {
            var context = scope.ServiceProvider.GetRequiredService<LmsDb>();
            var certificates = scope.ServiceProvider.GetRequiredService<Face>();
            await using var unit = await context.BeginUnitAsync();
            Assert.Equal(IssueOutcome.Issued, await certificates.IssueAsync(achievement));
            Assert.Equal(IssueOutcome.AlreadyIssued, await certificates.IssueAsync(achievement));
            Assert.Equal(IssueOutcome.AlreadyHeld, await certificates.IssueAsync(Sample.Achievement() with { HolderKey = achievement.HolderKey }));
            await context.SaveChangesAsync();
            Assert.Equal(IssueOutcome.AlreadyIssued, await certificates.IssueAsync(achievement));
            await unit.CommitAsync();
        }
        Assert.Equal(IssueOutcome.AlreadyIssued, await db.IssueAsync(achievement with { BirthDate = null }));
        Assert.Equal(new RegisterCounts(1, 0), await db.UseAsync<CertificateRegister, RegisterCounts>(r => r.CountsAsync()));
    }

    [Theory, EveryDatabase]
    public async Task Two_nodes_that_issue_one_achievement_make_one_certificate(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider).WithCredentialAsync();
        var achievement = Sample.Achievement();
        var attempts = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () =>
        {
            try { return await db.IssueAsync(achievement); }
            catch (DbUpdateException e) when (e.IsUniqueViolation()) { return await db.IssueAsync(achievement); }
        })));
        Assert.Single(attempts, IssueOutcome.Issued);
        Assert.All(attempts.Where(a => a != IssueOutcome.Issued), a => Assert.Equal(IssueOutcome.AlreadyIssued, a));
        Assert.Equal(2, (await db.IssuedAsync(Sample.Achievement())).RegisterNumber);
    }

    [Theory, EveryDatabase]
    public async Task A_holder_of_a_valid_certificate_gets_the_next_only_after_it_expired_or_was_revoked(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider).WithCredentialAsync(Sample.GradeThree with { ValidityMonths = 12 });
        var achievement = Sample.Achievement();
        var first = await db.IssuedAsync(achievement);
        Assert.Equal(IssueOutcome.AlreadyHeld, await db.IssueAsync(achievement with { AchievementKey = Guid.CreateVersion7() }));

        await db.UseAsync<Face>(c => c.RevokeAsync(first.Code, "Nhập sai ngày sinh", Guid.CreateVersion7()));
        await db.IssuedAsync(achievement with { AchievementKey = Guid.CreateVersion7() });
        Assert.Equal(IssueOutcome.AlreadyHeld, await db.IssueAsync(achievement with { AchievementKey = Guid.CreateVersion7() }));

        db.Clock.Advance(TimeSpan.FromDays(366));
        await db.IssuedAsync(achievement with { AchievementKey = Guid.CreateVersion7() });
        var held = await db.UseAsync<Face, List<HeldCertificate>>(c => c.HeldByAsync(achievement.HolderKey));
        Assert.Equal([Standing.Valid, Standing.Expired, Standing.Revoked], held.Select(h => h.Standing));
    }

    [Fact]
    public async Task What_cannot_be_printed_is_refused_and_takes_no_number()
    {
        await using var db = await TestDatabase.OpenAsync().WithCredentialAsync();
        Assert.Equal(IssueOutcome.UnknownCredential, await db.IssueAsync(Sample.Achievement() with { CredentialCode = "CTXH-IV" }));
        Assert.Equal(IssueOutcome.MissingHolderName, await db.IssueAsync(Sample.Achievement(" \u00a0 ")));
        Assert.Equal(IssueOutcome.MissingBirthDate, await db.IssueAsync(Sample.Achievement() with { BirthDate = null }));
        foreach (var name in new[] { "Nguyễn Văn 李", "Nguyễn\u200bVăn A", "Nguyễn \ud83d\ude00", "Nguyễn \ud83d", "Nguyễn \uffff", "Nguyễn\u0000" })
            Assert.Equal(IssueOutcome.UnprintableCharacter, await db.IssueAsync(Sample.Achievement(name)));
        Assert.Equal(IssueOutcome.UnprintableCharacter, await db.IssueAsync(Sample.Achievement() with { BirthPlace = "北京" }));
        Assert.Equal(1, (await db.IssuedAsync(Sample.Achievement())).RegisterNumber);
    }

    [Theory]
    [InlineData("Y Bhăm Niê"), InlineData("K'Tuyên"), InlineData("K’Tuyên"), InlineData("H'Bŭk Ƀuôn Yă"), InlineData("Siu H'Ĕñ Rčăm"), InlineData("Đinh Ơ̆k"), InlineData("ẶỴỮỖẪ ặỵữỗẫ")]
    public async Task Every_name_of_the_country_can_be_printed(string name)
    {
        await using var db = await TestDatabase.OpenAsync().WithCredentialAsync();
        Assert.Equal(name, (await db.IssuedAsync(Sample.Achievement(name))).HolderName);
    }

    [Fact]
    public async Task Text_is_stored_composed_and_with_single_spaces()
    {
        await using var db = await TestDatabase.OpenAsync().WithCredentialAsync();
        var entry = await db.IssuedAsync(Sample.Achievement("  Nguyễn \t Thị\u00a0Thùy  Dương ".Normalize(NormalizationForm.FormD)));
        Assert.Equal("Nguyễn Thị Thùy Dương".Normalize(NormalizationForm.FormC), entry.HolderName);
    }

    [Theory, EveryDatabase]
    public async Task Certificates_keep_what_was_printed_when_their_credential_changes(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider).WithCredentialAsync();
        var before = await db.IssuedAsync(Sample.Achievement());
        await db.UseAsync<CredentialTypes>(t => t.ChangeAsync(Sample.GradeThree with { Name = "Tên mới", DecisionWording = "Mới", SignatoryName = "Người Khác", NumberFormat = "{year}-{number}" }));
        Assert.Equal(before, await db.UseAsync<CertificateRegister, RegisterEntry?>(r => r.FindAsync(before.Code)));
        Assert.Equal("2026-2", (await db.IssuedAsync(Sample.Achievement())).CertificateNumber);
    }

    [Fact]
    public async Task The_date_of_issue_and_the_register_follow_the_calendar_of_the_city()
    {
        await using var db = await TestDatabase.OpenAsync().WithCredentialAsync(Sample.GradeThree with { ValidityMonths = 24 });
        db.Clock.MoveTo(new DateTime(2026, 12, 31, 16, 59, 0));
        var old = await db.IssuedAsync(Sample.Achievement());
        db.Clock.MoveTo(new DateTime(2026, 12, 31, 17, 0, 0));
        var young = await db.IssuedAsync(Sample.Achievement());

        Assert.Equal((2026, new DateOnly(2026, 12, 31), new DateOnly(2028, 12, 31)), (old.RegisterYear, old.IssuedOn, old.ExpiresOn));
        Assert.Equal((2027, new DateOnly(2027, 1, 1), "0001/2027/CTXH-III"), (young.RegisterYear, young.IssuedOn, young.CertificateNumber));
    }

    [Fact]
    public async Task Without_a_transaction_nothing_is_issued()
    {
        await using var db = await TestDatabase.OpenAsync().WithCredentialAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.UseAsync<Face, IssueOutcome>(c => c.IssueAsync(Sample.Achievement())));
    }

    [Theory, EveryDatabase]
    public async Task An_issue_costs_eight_statements_and_the_credential_is_read_once(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider).WithCredentialAsync();
        await using var scope = db.Scope();
        var context = scope.ServiceProvider.GetRequiredService<LmsDb>();
        var certificates = scope.ServiceProvider.GetRequiredService<Face>();
        await using var unit = await context.BeginUnitAsync();
        await certificates.IssueAsync(Sample.Achievement());
        await context.SaveChangesAsync();

        var statements = await QueryCounter.CountAsync(async () =>
        {
            for (var i = 0; i < 10; i++)
            {
                await certificates.IssueAsync(Sample.Achievement());
                await context.SaveChangesAsync();
            }
        });
        // And once the keys, which the first issue made.
        Assert.InRange(statements, 10, 81);
    }
}
