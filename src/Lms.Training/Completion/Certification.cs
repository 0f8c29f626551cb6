using Lms.Certificates.Issuing;
using Lms.Content.Courses;
using Lms.Data;
using Lms.Training.Classes;
using Lms.Training.Enrolments;
using Microsoft.EntityFrameworkCore;

namespace Lms.Training.Completion;

/// <summary>A class completed, as evidence for a renewal.</summary>
public sealed record CompletedStudy(string ClassCode, string Title, Guid CourseKey, int Hours, DateTime CompletedAt);

/// <summary>What the training records and the certificate register tell each other beyond the moment of completion.</summary>
public sealed class Certification
{
    private readonly LmsDb db;
    private readonly Courses courses;
    private readonly ProgrammeAward award;
    private readonly TimeProvider clock;

    internal Certification(LmsDb db, Courses courses, ProgrammeAward award, TimeProvider clock) => (this.db, this.courses, this.award, this.clock) = (db, courses, award, clock);

    /// <summary>Completed, and neither certified nor proposed: whom an instructor may propose.</summary>
    public Task<int> ToProposeAsync(PublicCode classCode, CancellationToken ct = default) => Uncertified(classCode).CountAsync(ct);

    /// <summary>
    /// Asks for the certificates of everybody in the class who has completed it and has none: the instructor's word where the
    /// rule came too early, say because the programme got its credential later.
    /// </summary>
    /// <returns>How many met which outcome; those whose programme is not complete are not among them.</returns>
    public async Task<Dictionary<IssueOutcome, int>> ProposeAsync(PublicCode classCode, Guid by, CancellationToken ct = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        Dictionary<IssueOutcome, int> outcomes = [];
        await using var unit = await db.BeginUnitAsync(ct);
        var keys = await Uncertified(classCode).OrderBy(e => e.CompletedAt).Select(e => e.Key).ToListAsync(ct);
        if (keys.Count == 0 || await db.Classes.AsNoTracking().SingleOrDefaultAsync(c => c.PublicCode == classCode, ct) is not { } of) return outcomes;
        foreach (var key in keys)
        {
            var enrolment = await db.HoldEnrolmentAsync(e => e.Key == key, ct);
            if (enrolment is null || await award.GiveAsync(enrolment, of, by, now, ct) is not { } outcome) continue;
            outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
        }

        await db.SaveChangesAsync(ct);
        await unit.CommitAsync(ct);
        return outcomes;
    }

    /// <summary>
    /// Joins the caller's unit of work: what was proposed for these achievements is issued now. Three statements. An achievement
    /// that is no enrolment of ours is somebody else's business.
    /// </summary>
    public async Task CertifiedAsync(IReadOnlyCollection<Guid> achievementKeys, CancellationToken ct = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var enrolments = db.Enrolments.Where(e => achievementKeys.Contains(e.Key));
        var keys = await enrolments.Select(e => e.Key).ToListAsync(ct);
        if (keys.Count == 0) return;
        await enrolments.ExecuteUpdateAsync(set => set.SetProperty(e => e.CertificateIssuedAt, now).SetProperty(e => e.CertificateHeldBack, (string?)null), ct);
        await db.AppendAsync([.. keys.Select(key => new EnrolmentEvent(Key.New(now), key, EnrolmentEventKind.CertificateIssued, now))], ct: ct);
    }

    /// <summary>What somebody has completed since an instant, the newest first.</summary>
    public async Task<List<CompletedStudy>> SinceAsync(Guid personKey, DateTime since, CancellationToken ct = default)
    {
        var completed = await db.Enrolments.Where(e => e.PersonKey == personKey && e.Status == EnrolmentStatus.Completed && e.CompletedAt > since)
            .Join(db.Classes, e => e.ClassKey, c => c.Key, (e, c) => new { c.Code, c.Title, c.CourseVersionKey, CompletedAt = e.CompletedAt!.Value }).ToListAsync(ct);
        var versions = await courses.VersionsAsync([.. completed.Select(c => c.CourseVersionKey).Distinct()], ct);
        return [.. completed.OrderByDescending(c => c.CompletedAt).Select(c => new CompletedStudy(c.Code, c.Title, versions[c.CourseVersionKey].CourseKey, versions[c.CourseVersionKey].Content.Hours, c.CompletedAt))];
    }

    private IQueryable<Enrolment> Uncertified(PublicCode classCode) =>
        db.Enrolments.Where(e => e.Status == EnrolmentStatus.Completed && e.CertificateIssuedAt == null && e.CertificateProposedAt == null
            && db.Set<TrainingClass>().Any(c => c.Key == e.ClassKey && c.PublicCode == classCode));
}
