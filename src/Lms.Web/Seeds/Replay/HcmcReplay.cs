using Lms.Assessment.Papers;
using Lms.Assessment.Questions;
using Lms.Content.Courses;
using Lms.Data;
using Lms.Training.Classes;
using Lms.Training.Organisations;
using Lms.Training.Programmes;
using Lms.Web.Identity;
using Lms.Web.Seeds.Demo;
using Lms.Web.Seeds.People;
using Lms.Web.Theming;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Seeds.Replay;

internal enum ReplayOutcome { Done, OtherSeed, NoCatalogue }

/// <summary>What the people of one replay share; read once at its start.</summary>
internal sealed record ReplayCast(int Seed, IReadOnlyList<Guid> People, IReadOnlyDictionary<string, Guid> Institutions, IReadOnlyDictionary<string, Guid> Programmes, IReadOnlyDictionary<string, ReplayCourse> Courses, Guid Coordinator, Guid Registrar);

internal sealed record ReplayCourse(Guid Key, Guid PaperKey, string Title, IReadOnlyList<string> LessonIds, AnswerBook Book);

/// <summary>
/// Drives the ten-year programme of Ho Chi Minh City through the faces the pages use. One class is one transaction:
/// a killed replay holds whole classes only, goes on where it stopped, and a second run finds nothing to do.
/// </summary>
internal sealed class HcmcReplay(IServiceScopeFactory scopes, ScenarioClock clock)
{
    private const string Name = "hcmc";

    /// <param name="classes">How many of the 319, counted from the first.</param>
    public async Task<ReplayOutcome> RunAsync(int classes, int seed, ReplayProgress progress, CancellationToken ct = default)
    {
        if (!await BeginAsync(seed, ct)) return ReplayOutcome.OtherSeed;
        if (await CastAsync(seed) is not { } cast) return ReplayOutcome.NoCatalogue;

        var plan = new ReplayPlan(seed, [.. DemoOrganisations.Institutions.Select(i => i.Code)]);
        var wanted = plan.Classes.Take(classes).ToList();
        var done = await DoneAsync();
        progress.Begin(wanted.Count, wanted.Where(c => done.Contains(c.Code)).Sum(c => c.Attendees.Count), wanted.Count(c => done.Contains(c.Code)));
        foreach (var planned in wanted.Where(c => !done.Contains(c.Code)))
        {
            await using var scope = scopes.CreateAsyncScope();
            var run = ActivatorUtilities.CreateInstance<ReplayClass>(scope.ServiceProvider, cast);
            progress.ClassDone(planned.Attendees.Count, await run.RunAsync(planned, ct));
        }

        return ReplayOutcome.Done;
    }

    /// <returns>False where the scenario was begun with another seed.</returns>
    private async Task<bool> BeginAsync(int seed, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LmsDb>();
        if (await db.Set<ScenarioRun>().AsNoTracking().SingleOrDefaultAsync(r => r.Name == Name, ct) is { } begun) return begun.Seed == seed;
        db.Add(new ScenarioRun { Name = Name, Seed = seed, BegunAt = TimeProvider.System.GetUtcNow().UtcDateTime });
        await db.SaveChangesAsync(ct);
        return true;
    }

    private async Task<HashSet<string>> DoneAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        var classes = scope.ServiceProvider.GetRequiredService<Classes>();
        var codes = new HashSet<string>();
        for (var page = 1; ; page++)
        {
            var found = await classes.PageAsync(new ClassFilter(Search: "HCMC-"), page, 500);
            codes.UnionWith(found.Classes.Select(c => c.Code));
            if (page * found.PageSize >= found.Total) return codes;
        }
    }

    /// <summary>Null where the demo's courses and accounts are not there: the replay stands on the seed "demo".</summary>
    private async Task<ReplayCast?> CastAsync(int seed)
    {
        await using var scope = scopes.CreateAsyncScope();
        T Face<T>() where T : notnull => scope.ServiceProvider.GetRequiredService<T>();

        clock.MoveTo(CityTime.ToUtc(new DateTime(ReplayPlan.FirstYear, 1, 4, 8, 0, 0)));
        var people = Face<Lms.Training.Organisations.People>();
        var coordinator = await people.FindByStaffCodeAsync(DemoAccounts.Of(Role.Coordinator).StaffCode);
        var registrar = await people.FindByStaffCodeAsync(DemoAccounts.Of(Role.Registrar).StaffCode);
        if (coordinator is null || registrar is null) return null;

        var papers = await Face<Papers>().ListAsync();
        var banks = await Face<QuestionBanks>().ListAsync();
        var courses = new Dictionary<string, ReplayCourse>();
        foreach (var course in await Face<Courses>().ListAsync())
        {
            // Classes are held on what is published; the draft may have got a lesson since.
            if (course.PublishedVersionKey is not { } published || await Face<Courses>().VersionAsync(published) is not { Content: var content }) continue;
            if (papers.FirstOrDefault(p => p.Title.EndsWith(content.Title, StringComparison.Ordinal)) is not { } paper) continue;
            var book = new AnswerBook();
            foreach (var bank in banks.Where(b => b.OwnerKey == course.OwnerKey)) await book.ReadAsync(Face<BankContents>(), bank.Key);
            courses[course.Code] = new ReplayCourse(course.Key, paper.Key, content.Title, [.. content.Lessons.Select(l => l.Id)], book);
        }

        return new ReplayCast(seed,
            await new ReplayPeople(Face<Organisations>(), people).EnsureAsync(seed),
            (await Face<Organisations>().ListAsync(kind: OrganisationKind.Institution)).ToDictionary(o => o.Code, o => o.Key),
            (await Face<Programmes>().ListAsync()).ToDictionary(p => p.Code, p => p.Key),
            courses, coordinator.Key, registrar.Key);
    }
}
