using Lms.Content.Courses;
using Lms.Data;
using Lms.Training.Classes;
using Lms.Training.Enrolments;
using Lms.Training.Organisations;
using Lms.Training.Programmes;
using Lms.Web.Identity;
using Lms.Web.Seeds.Demo;
using Lms.Web.Seeds.People;
using Microsoft.AspNetCore.Identity;
using InventedPeople = Lms.Web.Seeds.People.InventedPeople;

namespace Lms.Web.Seeds.Load;

/// <summary>
/// The seeds "load" and "peak": a big class whose exam is open now, everybody with an account, for benchmarks and the kill test.
/// Staff codes TAI00001 …, all with the demo's password. Idempotent; stands on the seed "demo".
/// </summary>
internal sealed class LoadSeed(
    LmsDb db, Organisations organisations, Lms.Training.Organisations.People people, Lms.Assessment.Papers.Papers papers, LoadPaper ownPaper, Courses courses,
    Programmes programmes, Classes classes, Enrolments enrolments, ILookupNormalizer normalizer, IPasswordHasher<Account> hasher)
{
    public const string ClassCode = "TAI-0001";
    public static string StaffCode(int index) => $"TAI{index + 1:00000}";

    /// <param name="onOwnPaper">On <see cref="LoadPaper"/>; else on the demo's paper of the class's course.</param>
    /// <returns>False where the class is there already, or the demo is not.</returns>
    public async Task<bool> RunAsync(int sitters, bool onOwnPaper, CancellationToken ct = default)
    {
        var facilities = await organisations.ListAsync(kind: OrganisationKind.Facility, ct: ct);
        if (facilities.Count == 0 || (await classes.PageAsync(new ClassFilter(Search: ClassCode), 1, ct: ct)).Total > 0) return false;

        await using var unit = await db.BeginUnitAsync(ct);
        var random = SeededRandom.For(1, "load");
        var drafts = Enumerable.Range(0, sitters).Select(i => InventedPeople.Person(random, StaffCode(i), facilities[i % facilities.Count].Key, 2000)).ToList();
        AddAccounts(drafts, await people.AddManyAsync(drafts, ct));
        await db.SaveChangesAsync(ct);
        await PlanClassAsync(drafts, onOwnPaper, ct);
        await unit.CommitAsync(ct);
        return true;
    }

    /// <summary>One password hash serves them all: hashing is slow on purpose, and these people do not exist.</summary>
    private void AddAccounts(List<PersonDraft> drafts, List<Guid> keys)
    {
        var hash = hasher.HashPassword(new Account(), DemoAccounts.Password);
        foreach (var (draft, key) in drafts.Zip(keys))
        {
            db.Accounts.Add(new Account
            {
                Id = key, UserName = draft.StaffCode, NormalizedUserName = normalizer.NormalizeName(draft.StaffCode),
                Email = draft.Email, NormalizedEmail = normalizer.NormalizeEmail(draft.Email), EmailConfirmed = true,
                PasswordHash = hash, SecurityStamp = Guid.NewGuid().ToString("N"), LockoutEnabled = true,
            });
            db.RoleGrants.Add(new RoleGrant { AccountId = key, Role = Role.Trainee });
        }
    }

    private async Task PlanClassAsync(List<PersonDraft> drafts, bool onOwnPaper, CancellationToken ct)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var today = DateOnly.FromDateTime(now);
        var course = (await courses.ListAsync(ct: ct)).Single(c => c.Code == "NM");
        var paper = onOwnPaper ? await ownPaper.PublishAsync(course.OwnerKey!.Value)
            : (await papers.ListAsync(ct: ct)).Single(p => p.Title.EndsWith(course.Title, StringComparison.Ordinal)).Key;
        var programme = (await programmes.ListAsync(ct)).Single(p => p.CourseKeys.Contains(course.Key));
        var (outcome, code) = await classes.PlanAsync(new ClassDraft(ClassCode, course.Title, programme.Key, course.Key, course.OwnerKey!.Value, paper,
            today.AddDays(-2), today.AddDays(30), now.AddDays(-1), now.AddDays(30), drafts.Count, "", []), null, ct);
        if (outcome != ClassOutcome.Done) throw new InvalidDataException($"Class {ClassCode}: {outcome}.");
        await enrolments.EnrolAsync(code!.Value, [.. drafts.Select(d => d.StaffCode)], null, ct);
    }
}
