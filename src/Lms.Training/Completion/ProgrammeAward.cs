using Lms.Certificates.Issuing;
using Lms.Content.Courses;
using Lms.Data;
using Lms.Training.Classes;
using Lms.Training.Enrolments;
using Lms.Training.Organisations;
using Lms.Training.Programmes;
using Microsoft.EntityFrameworkCore;

namespace Lms.Training.Completion;

/// <summary>
/// Whoever has completed every course of the class's programme, in whichever classes, has earned its credential. The
/// certificate goes with the enrolment that completed the set. A refusal is kept on the enrolment for the registrar and
/// never stands in the way of the grading or the lesson that led here.
/// </summary>
internal sealed class ProgrammeAward(LmsDb db, Courses courses, Certificates.Issuing.Certificates certificates)
{
    /// <summary>Joins the caller's unit of work, which has a transaction open and saves. Null where no certificate is due.</summary>
    public async Task<IssueOutcome?> GiveAsync(Enrolment enrolment, TrainingClass of, Guid? by, DateTime now, CancellationToken ct)
    {
        var programme = await db.Programmes.AsNoTracking().Include(p => p.Courses).SingleAsync(p => p.Key == of.ProgrammeKey, ct);
        if (programme.CredentialCode is not { } credential) return null;
        await db.People.Where(p => p.Key == enrolment.PersonKey).ExecuteUpdateAsync(set => set.SetProperty(p => p.Turn, p => p.Turn + 1), ct);
        if (await CompletedAsync(enrolment, of, programme, ct) is not { } completed) return null;

        var outcome = await certificates.IssueAsync(await AchievementAsync(enrolment, of, programme, credential, completed, ct), by, ct);
        if (enrolment.Certified(outcome, by, now) is { } recorded) db.Add(recorded);
        return outcome;
    }

    private sealed record Completed(Enrolment Enrolment, Guid CourseKey, Guid CourseVersionKey, DateOnly StartsOn, DateOnly EndsOn);

    /// <summary>One completed enrolment for each course of the programme, this one for its own; null while a course is missing.</summary>
    private async Task<List<Completed>?> CompletedAsync(Enrolment enrolment, TrainingClass of, Programme programme, CancellationToken ct)
    {
        var courseKeys = programme.Courses.Select(c => c.CourseKey).ToList();
        if (courseKeys is [var only] && only == of.CourseKey) return [new(enrolment, of.CourseKey, of.CourseVersionKey, of.StartsOn, of.EndsOn)];

        // The status is asked in memory: what was completed in this unit of work is tracked but not yet in the table.
        var all = await db.Enrolments.Where(e => e.PersonKey == enrolment.PersonKey)
            .Join(db.Classes.Where(c => courseKeys.Contains(c.CourseKey)), e => e.ClassKey, c => c.Key, (e, c) => new { e, c.CourseKey, c.CourseVersionKey, c.StartsOn, c.EndsOn })
            .ToListAsync(ct);
        var completed = all.Where(x => x.e.Status == EnrolmentStatus.Completed)
            .OrderByDescending(x => x.e.Key == enrolment.Key).ThenByDescending(x => x.EndsOn).DistinctBy(x => x.CourseKey)
            .Select(x => new Completed(x.e, x.CourseKey, x.CourseVersionKey, x.StartsOn, x.EndsOn)).ToList();
        return completed.Count == courseKeys.Count ? completed : null;
    }

    private async Task<Achievement> AchievementAsync(Enrolment enrolment, TrainingClass of, Programme programme, string credential, List<Completed> completed, CancellationToken ct)
    {
        var holder = await db.People.Where(p => p.Key == enrolment.PersonKey)
            .Select(p => new { p.FullName, p.BirthDate, p.BirthPlace, Organisation = db.Set<Organisation>().Where(o => o.Key == p.OrganisationKey).Select(o => o.Name).FirstOrDefault() })
            .SingleAsync(ct);
        var issuer = await db.Organisations.Where(o => o.Key == of.InstitutionKey).Select(o => new { o.Name, o.NameEn }).SingleAsync(ct);
        var versions = await courses.VersionsAsync([.. completed.Select(c => c.CourseVersionKey)], ct);
        var own = versions[of.CourseVersionKey];
        var (title, titleEn) = completed.Count == 1 ? (own.Content.Title, own.Content.TitleEn) : (programme.Title, programme.TitleEn);
        var scores = completed.Select(c => c.Enrolment.ResultBasisPoints).OfType<int>().ToList();
        return new Achievement(
            enrolment.Key, credential, enrolment.PersonKey, holder.FullName, holder.BirthDate, holder.BirthPlace.Length == 0 ? null : holder.BirthPlace, holder.Organisation,
            of.InstitutionKey, issuer.Name, issuer.NameEn, of.Key, of.Code, title, titleEn, own.Number,
            completed.Sum(c => versions[c.CourseVersionKey].Content.Hours), completed.Min(c => c.StartsOn), completed.Max(c => c.EndsOn),
            scores.Count == 0 ? null : Math.Round((decimal)scores.Average() / 100m, 2, MidpointRounding.AwayFromZero));
    }
}
