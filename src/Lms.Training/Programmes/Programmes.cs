using Lms.Certificates.Credentials;
using Lms.Content.Courses;
using Lms.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Training.Programmes;

/// <summary>What leads to a credential: the courses that must all be completed. CredentialCode null: no certificate.</summary>
public sealed record ProgrammeDetail(Guid Key, string Code, string Title, string TitleEn, string Summary, string? CredentialCode, bool Active, IReadOnlyList<Guid> CourseKeys);
public sealed record ProgrammeDraft(string Code, string Title, string TitleEn, string Summary, string? CredentialCode, bool Active, IReadOnlyList<Guid> CourseKeys);
/// <summary>TooLong: a code of more than 40 or a title of more than 300 characters.</summary>
public enum ProgrammeOutcome { Done, NotFound, CodeMissing, CodeTaken, TitleMissing, NoCourses, UnknownCourse, UnknownCredential, TooLong }

public sealed class Programmes(LmsDb db, Courses courses, CredentialTypes credentials, TimeProvider clock)
{
    /// <summary>By code.</summary>
    public Task<List<ProgrammeDetail>> ListAsync(CancellationToken ct = default) => Shown(db.Programmes.OrderBy(p => p.Code)).ToListAsync(ct);

    public Task<ProgrammeDetail?> FindAsync(Guid key, CancellationToken ct = default) => Shown(db.Programmes.Where(p => p.Key == key)).SingleOrDefaultAsync(ct);

    public async Task<(ProgrammeOutcome Outcome, Guid Key)> AddAsync(ProgrammeDraft draft, CancellationToken ct = default)
    {
        var tidy = Tidy(draft);
        if (await ProblemAsync(tidy, ct) is { } problem) return (problem, Guid.Empty);

        var programme = Programme.Lay(tidy, clock.GetUtcNow().UtcDateTime);
        db.Add(programme);
        return await SaveAsync(ct) is ProgrammeOutcome.Done ? (ProgrammeOutcome.Done, programme.Key) : (ProgrammeOutcome.CodeTaken, Guid.Empty);
    }

    /// <summary>Classes already planned keep their course. Certificates already issued stay; who completes from now on is measured by the new list.</summary>
    public async Task<ProgrammeOutcome> ChangeAsync(Guid key, ProgrammeDraft draft, CancellationToken ct = default)
    {
        if (await db.Programmes.Include(p => p.Courses).SingleOrDefaultAsync(p => p.Key == key, ct) is not { } programme) return ProgrammeOutcome.NotFound;
        var tidy = Tidy(draft);
        if (await ProblemAsync(tidy, ct) is { } problem) return problem;

        programme.Change(tidy);
        return await SaveAsync(ct);
    }

    private static IQueryable<ProgrammeDetail> Shown(IQueryable<Programme> programmes) => programmes.Select(p => new ProgrammeDetail(
        p.Key, p.Code, p.Title, p.TitleEn, p.Summary, p.CredentialCode, p.Active, p.Courses.OrderBy(c => c.Place).Select(c => c.CourseKey).ToList()));

    private async Task<ProgrammeOutcome?> ProblemAsync(ProgrammeDraft draft, CancellationToken ct)
    {
        if (draft.Code.Length == 0) return ProgrammeOutcome.CodeMissing;
        if (draft.Title.Length == 0) return ProgrammeOutcome.TitleMissing;
        if (OneLine.AnyLongerThan(40, draft.Code) || OneLine.AnyLongerThan(300, draft.Title, draft.TitleEn)) return ProgrammeOutcome.TooLong;
        if (draft.CourseKeys.Count == 0) return ProgrammeOutcome.NoCourses;
        var known = (await courses.ListAsync(ct: ct)).Select(c => c.Key).ToHashSet();
        if (!draft.CourseKeys.All(known.Contains)) return ProgrammeOutcome.UnknownCourse;
        return draft.CredentialCode is { } code && await credentials.FindAsync(code, ct) is null ? ProgrammeOutcome.UnknownCredential : null;
    }

    private async Task<ProgrammeOutcome> SaveAsync(CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return ProgrammeOutcome.Done;
        }
        catch (DbUpdateException e) when (e.IsUniqueViolation())
        {
            db.ChangeTracker.Clear();
            return ProgrammeOutcome.CodeTaken;
        }
    }

    private static ProgrammeDraft Tidy(ProgrammeDraft draft) => draft with
    {
        Code = OneLine.Of(draft.Code), Title = OneLine.Of(draft.Title), TitleEn = OneLine.Of(draft.TitleEn),
        CredentialCode = string.IsNullOrWhiteSpace(draft.CredentialCode) ? null : draft.CredentialCode.Trim(),
        CourseKeys = [.. draft.CourseKeys.Distinct()],
    };
}
