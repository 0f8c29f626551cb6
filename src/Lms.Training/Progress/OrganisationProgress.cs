using Lms.Content.Courses;
using Lms.Data;
using Lms.Training.Classes;
using Lms.Training.Enrolments;
using Microsoft.EntityFrameworkCore;

namespace Lms.Training.Progress;

public sealed record PersonProgress(Guid PersonKey, string StaffCode, string FullName, string Position, IReadOnlyList<ClassProgress> Classes);
/// <param name="ResultPercent">0 to 100 with two decimals; null until an attempt is graded, as is <paramref name="ExamPassed"/>.</param>
public sealed record ClassProgress(PublicCode ClassCode, string Code, string Title, DateOnly StartsOn, DateOnly EndsOn, ClassState State, EnrolmentStatus Status,
    int LessonsDone, int Lessons, decimal? ResultPercent, bool? ExamPassed, bool CertificateIssued);
public sealed record ProgressPage(IReadOnlyList<PersonProgress> People, int Total, int Page, int PageSize);

/// <summary>The people of one organisation and what has become of their training, for whoever is responsible for them there.</summary>
public sealed class OrganisationProgress(LmsDb db, Courses courses, TimeProvider clock)
{
    /// <summary>By name, the Vietnamese way; classes with the latest start first, without those withdrawn from. Four queries at most.</summary>
    /// <param name="page">1-based.</param>
    public async Task<ProgressPage> PageAsync(Guid organisationKey, string? search, int page, int pageSize = 50, CancellationToken ct = default)
    {
        var found = db.People.Where(p => p.OrganisationKey == organisationKey);
        foreach (var word in FoldedText.Words(search)) found = found.Where(p => p.SearchText.Contains(word));
        var total = await found.CountAsync(ct);
        var people = await found.OrderBy(p => p.SortKey).ThenBy(p => p.StaffCode).Skip((Math.Max(page, 1) - 1) * pageSize).Take(pageSize)
            .Select(p => new { p.Key, p.StaffCode, p.FullName, p.Position }).ToListAsync(ct);
        var classes = await ClassesAsync(people.ConvertAll(p => p.Key), ct);
        return new ProgressPage(people.ConvertAll(p => new PersonProgress(p.Key, p.StaffCode, p.FullName, p.Position, [.. classes[p.Key]])), total, Math.Max(page, 1), pageSize);
    }

    private async Task<ILookup<Guid, ClassProgress>> ClassesAsync(List<Guid> personKeys, CancellationToken ct)
    {
        var today = CityCalendar.DateAt(clock.GetUtcNow().UtcDateTime);
        var rows = await db.Enrolments.Where(e => personKeys.Contains(e.PersonKey) && e.Status != EnrolmentStatus.Withdrawn)
            .Join(db.Classes, e => e.ClassKey, c => c.Key, (e, c) => new { e, c })
            .OrderByDescending(x => x.c.StartsOn).ThenBy(x => x.c.Code)
            .Select(x => new
            {
                x.e.PersonKey, x.c.CourseVersionKey,
                Progress = new ClassProgress(x.c.PublicCode, x.c.Code, x.c.Title, x.c.StartsOn, x.c.EndsOn,
                    TrainingClass.StateOn(today, x.c.StartsOn, x.c.EndsOn, x.c.CancelledAt), x.e.Status,
                    db.Set<LessonEvent>().Count(l => l.EnrolmentKey == x.e.Key && l.Kind == LessonEventKind.Completed), 0,
                    Percent.Of(x.e.ResultBasisPoints), x.e.ExamPassed, x.e.CertificateIssuedAt != null),
            }).ToListAsync(ct);
        var versions = await courses.VersionsAsync([.. rows.Select(r => r.CourseVersionKey)], ct);
        return rows.ToLookup(r => r.PersonKey, r => r.Progress with { Lessons = versions[r.CourseVersionKey].Content.Lessons.Count() });
    }
}
