using Lms.Certificates.Register;
using Lms.Data;
using Lms.Training.Organisations;
using Lms.Training.Reports;
using Lms.UnitTests.Infrastructure;
using Lms.Web.Identity;
using Lms.Web.Seeds;
using Lms.Web.Seeds.Demo;
using Lms.Web.Seeds.Replay;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.UnitTests.Seeds;

/// <summary>The demo and the first classes of the ten-year programme, on every database.</summary>
public sealed class ScenarioTests
{
    private const int Seed = 32;

    [Theory, EveryDatabase]
    public async Task The_demo_has_the_programmes_real_institutions_and_facilities_and_one_account_for_each_role(DatabaseProvider provider)
    {
        await using var db = await SeededAsync(provider);
        var organisations = await db.UseAsync<Organisations, List<OrganisationRow>>(o => o.ListAsync());
        Assert.Equal(7, organisations.Count(o => o.Kind == OrganisationKind.Institution));
        Assert.Equal(28, organisations.Count(o => o.Kind == OrganisationKind.Facility && o.Public));
        Assert.Equal(64, organisations.Count(o => o.Kind == OrganisationKind.Facility && !o.Public));

        foreach (var demo in DemoAccounts.All)
        {
            var account = await db.UseAsync<Accounts, Account?>(a => a.FindAsync(demo.Email));
            Assert.True(await db.UseAsync<UserManager<Account>, bool>(m => m.CheckPasswordAsync(account!, DemoAccounts.Password)), demo.Email);
            Assert.Contains(await db.UseAsync<Accounts, List<RoleGrant>>(a => a.GrantsAsync(account!.Id)), g => g.Role == demo.Role);
        }
    }

    [Theory, EveryDatabase]
    public async Task Seeding_the_demo_twice_adds_nothing(DatabaseProvider provider)
    {
        await using var db = await SeededAsync(provider);
        var before = await db.UseAsync<CertificateRegister, RegisterCounts>(r => r.CountsAsync());
        Assert.True(before.Issued > 40, $"{before.Issued} certificates");
        Assert.Equal(1, before.Revoked);
        Assert.False(await db.UseAsync<DemoSeed, bool>(s => s.RunAsync()));
        Assert.Equal(before, await db.UseAsync<CertificateRegister, RegisterCounts>(r => r.CountsAsync()));
    }

    [Theory, EveryDatabase]
    public async Task A_replay_adds_its_classes_once_and_goes_on_where_it_stopped(DatabaseProvider provider)
    {
        await using var db = await SeededAsync(provider);
        Assert.Equal(ReplayOutcome.Done, await ReplayAsync(db, 1, Seed));
        Assert.Equal(ReplayOutcome.Done, await ReplayAsync(db, 2, Seed));
        var found = await db.UseAsync<ReplayReport, ReplayFindings>(r => r.CompileAsync());
        var planned = new ReplayPlan(Seed, [.. DemoOrganisations.Institutions.Select(i => i.Code)]).Classes.Take(2).ToList();
        Assert.Equal(2, found.Classes);
        Assert.Equal(planned.Sum(c => c.Attendees.Count), found.Attendances);
        Assert.True(found.Passed > found.Sat / 2, $"{found.Passed} of {found.Sat} passed");
        Assert.Empty(found.Faults);

        Assert.Equal(ReplayOutcome.Done, await ReplayAsync(db, 2, Seed));
        var again = await db.UseAsync<ReplayReport, ReplayFindings>(r => r.CompileAsync());
        Assert.Equal(found with { Faults = [] }, again with { Faults = [] });
    }

    [Fact]
    public async Task A_replay_begun_with_one_seed_is_not_continued_with_another()
    {
        await using var db = await SeededAsync(DatabaseProvider.Sqlite);
        Assert.Equal(ReplayOutcome.Done, await ReplayAsync(db, 0, Seed));
        Assert.Equal(ReplayOutcome.OtherSeed, await ReplayAsync(db, 1, Seed + 1));
        Assert.Equal(0, (await db.UseAsync<ProgrammeReports, ProgrammeReport>(r => r.CompileAsync(2010, 2020, null))).Total.Classes);
    }

    [Fact]
    public void The_plan_holds_exactly_the_reported_classes_and_attendances_and_nobody_twice_in_a_class()
    {
        foreach (var seed in new[] { 1, Seed, 77 })
        {
            var plan = new ReplayPlan(seed, ["A", "B", "C"]);
            Assert.Equal(319, plan.Classes.Count);
            Assert.Equal(23_912, plan.Classes.Sum(c => c.Attendees.Count));
            Assert.All(plan.Classes, c => Assert.Equal(c.Attendees.Count, c.Attendees.Distinct().Count()));
            Assert.Equal(319, plan.Classes.Select(c => c.Code).Distinct().Count());
            Assert.All(plan.Classes, c => Assert.InRange(c.StartsOn.Year, 2010, 2020));
        }
    }

    private static async Task<TestDatabase> SeededAsync(DatabaseProvider provider)
    {
        var db = await TestDatabase.OpenAsync(provider, s => s.AddLocalization().AddLmsIdentity().AddScenarios());
        Assert.True(await db.UseAsync<DemoSeed, bool>(s => s.RunAsync()));
        return db;
    }

    private static Task<ReplayOutcome> ReplayAsync(TestDatabase db, int classes, int seed) =>
        db.UseAsync<HcmcReplay, ReplayOutcome>(r => r.RunAsync(classes, seed, new ReplayProgress(TextWriter.Null, interactive: false)));
}
