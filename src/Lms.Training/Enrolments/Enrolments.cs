using Lms.Certificates.Issuing;
using Lms.Content.Courses;
using Lms.Data;
using Lms.Training.Classes;
using Lms.Training.Completion;
using Lms.Training.Organisations;
using Lms.Training.Progress;
using Microsoft.EntityFrameworkCore;

namespace Lms.Training.Enrolments;

/// <summary>Who is in a class and what became of it.</summary>
public sealed class Enrolments
{
    private readonly LmsDb db;
    private readonly Courses courses;
    private readonly ProgrammeAward award;
    private readonly TimeProvider clock;

    internal Enrolments(LmsDb db, Courses courses, ProgrammeAward award, TimeProvider clock) =>
        (this.db, this.courses, this.award, this.clock) = (db, courses, award, clock);

    /// <summary>By name, the Vietnamese way, the withdrawn among them. Empty where the class is unknown.</summary>
    /// <param name="organisationKey">Given: only people of this organisation, for those who may see no others.</param>
    public async Task<List<RosterRow>> RosterAsync(PublicCode classCode, Guid? organisationKey = null, CancellationToken ct = default)
    {
        var of = await db.Classes.Where(c => c.PublicCode == classCode).Select(c => new { c.Key, c.CourseVersionKey }).SingleOrDefaultAsync(ct);
        if (of is null) return [];
        var lessons = (await courses.VersionAsync(of.CourseVersionKey, ct))?.Content.Lessons.Count() ?? 0;
        return await db.Enrolments.Where(e => e.ClassKey == of.Key)
            .Join(db.People, e => e.PersonKey, p => p.Key, (e, p) => new { e, p })
            .Where(x => organisationKey == null || x.p.OrganisationKey == organisationKey)
            .OrderBy(x => x.p.SortKey).ThenBy(x => x.p.StaffCode)
            .Select(x => new RosterRow(x.e.Key, x.p.Key, x.p.StaffCode, x.p.FullName, x.p.BirthDate,
                db.Set<Organisation>().Where(o => o.Key == x.p.OrganisationKey).Select(o => o.Name).FirstOrDefault(), x.e.Status, x.e.EnrolledAt,
                db.Set<LessonEvent>().Count(l => l.EnrolmentKey == x.e.Key && l.Kind == LessonEventKind.Completed), lessons,
                Percent.Of(x.e.ResultBasisPoints), x.e.ExamPassed, x.e.CertificateHeldBack))
            .ToListAsync(ct);
    }

    /// <summary>
    /// All or nothing. Where nobody stands in the way, the result has everybody; where somebody cannot be enrolled nobody
    /// is, and the result has those who cannot, and why. People already enrolled are no obstacle; withdrawn ones come back.
    /// </summary>
    public async Task<List<EnrolPersonResult>> EnrolAsync(PublicCode classCode, IReadOnlyList<string> staffCodes, Guid? by, CancellationToken ct = default)
    {
        var codes = staffCodes.Select(OneLine.Of).Where(c => c.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        await using var unit = await db.BeginUnitAsync(ct);
        if (await db.HoldClassAsync(classCode, ct) is not { } into) return All(codes, EnrolOutcome.UnknownClass);
        if (into.CancelledAt is not null) return All(codes, EnrolOutcome.ClassCancelled);

        var people = await db.People.Where(p => codes.Contains(p.StaffCode)).Select(p => new { p.StaffCode, p.Key }).ToDictionaryAsync(p => p.StaffCode, p => p.Key, ct);
        var roster = await db.Enrolments.Where(e => e.ClassKey == into.Key).Select(e => new { e.PersonKey, e.Status }).ToDictionaryAsync(e => e.PersonKey, e => e.Status, ct);
        var unknown = codes.Where(c => !people.ContainsKey(c)).ToList();
        if (unknown.Count > 0) return All(unknown, EnrolOutcome.UnknownPerson);

        var coming = codes.Where(c => roster.GetValueOrDefault(people[c], EnrolmentStatus.Withdrawn) == EnrolmentStatus.Withdrawn).ToList();
        var places = into.Capacity - roster.Values.Count(s => s != EnrolmentStatus.Withdrawn);
        if (coming.Count > places) return All(coming.Skip(Math.Max(places, 0)), EnrolOutcome.ClassFull);

        var now = clock.GetUtcNow().UtcDateTime;
        await AddAsync([.. coming.Select(c => people[c]).Where(p => !roster.ContainsKey(p)).Select(p => Enrolment.Of(into.Key, p, now))], by, now, ct);
        await BringBackAsync(into.Key, [.. coming.Select(c => people[c]).Where(roster.ContainsKey)], by, now, ct);
        await unit.CommitAsync(ct);
        return codes.ConvertAll(c => new EnrolPersonResult(c, coming.Contains(c) ? EnrolOutcome.Enrolled : EnrolOutcome.AlreadyEnrolled));
    }

    /// <summary>False where there is nothing to withdraw from: not enrolled, withdrawn before, or completed already.</summary>
    public async Task<bool> WithdrawAsync(PublicCode classCode, Guid personKey, string? reason, Guid? by, CancellationToken ct = default)
    {
        await using var unit = await db.BeginUnitAsync(ct);
        var enrolment = await db.HoldEnrolmentAsync(e => e.PersonKey == personKey && db.Set<TrainingClass>().Any(c => c.Key == e.ClassKey && c.PublicCode == classCode), ct);
        if (enrolment is not { Status: EnrolmentStatus.Enrolled or EnrolmentStatus.Failed }) return false;

        var why = OneLine.Of(reason);
        db.Add(enrolment.Withdraw(why.Length > 300 ? why[..300] : why, by, clock.GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync(ct);
        await unit.CommitAsync(ct);
        return true;
    }

    /// <summary>What happened to one enrolment, oldest first.</summary>
    public Task<List<EnrolmentStep>> HistoryAsync(Guid enrolmentKey, CancellationToken ct = default) =>
        db.EnrolmentEvents.Where(e => e.EnrolmentKey == enrolmentKey).OrderBy(e => e.At)
            .Select(e => new EnrolmentStep(e.At, e.Kind, e.By, e.Detail, Percent.Of(e.BasisPoints), e.Passed)).ToListAsync(ct);

    /// <summary>Completed by an exam that, regraded since, no longer passes.</summary>
    public Task<List<DoubtfulRow>> InDoubtAsync(CancellationToken ct = default) =>
        db.Enrolments.Where(e => e.Status == EnrolmentStatus.Completed && e.ExamPassed == false).OrderBy(e => e.CompletedAt)
            .Join(db.People, e => e.PersonKey, p => p.Key, (e, p) => new { e, p })
            .Join(db.Classes, x => x.e.ClassKey, c => c.Key, (x, c) => new DoubtfulRow(x.p.Key, x.p.StaffCode, x.p.FullName, c.Key, c.PublicCode, c.Code, c.Title, x.e.CompletedAt!.Value, x.e.CertificateIssuedAt != null))
            .ToListAsync(ct);

    /// <summary>Completed, but without the certificate that is due. The longest waiting first.</summary>
    public Task<List<HeldBackRow>> HeldBackAsync(CancellationToken ct = default) =>
        db.Enrolments.Where(e => e.CertificateHeldBack != null).OrderBy(e => e.CompletedAt)
            .Join(db.People, e => e.PersonKey, p => p.Key, (e, p) => new { e, p })
            .Join(db.Classes, x => x.e.ClassKey, c => c.Key, (x, c) => new HeldBackRow(
                x.e.Key, x.p.Key, x.p.StaffCode, x.p.FullName, c.PublicCode, c.Code, c.Title, x.e.CompletedAt!.Value, x.e.CertificateHeldBack!))
            .ToListAsync(ct);

    /// <summary>Asks for the certificate again, after the person's data were corrected. Null where none is held back under this key.</summary>
    public async Task<IssueOutcome?> RetryHeldBackAsync(Guid enrolmentKey, Guid? by, CancellationToken ct = default)
    {
        await using var unit = await db.BeginUnitAsync(ct);
        var enrolment = await db.HoldEnrolmentAsync(e => e.Key == enrolmentKey && e.CertificateHeldBack != null, ct);
        if (enrolment is null) return null;

        var outcome = await award.GiveAsync(enrolment, await db.Classes.AsNoTracking().SingleAsync(c => c.Key == enrolment.ClassKey, ct), by, clock.GetUtcNow().UtcDateTime, ct);
        await db.SaveChangesAsync(ct);
        await unit.CommitAsync(ct);
        return outcome;
    }

    private async Task AddAsync(List<Enrolment> enrolments, Guid? by, DateTime now, CancellationToken ct)
    {
        await db.AppendAsync(enrolments, ct: ct);
        await db.AppendAsync(enrolments.ConvertAll(e => e.Enrolled(by, now)), ct: ct);
    }

    private async Task BringBackAsync(Guid classKey, List<Guid> personKeys, Guid? by, DateTime now, CancellationToken ct)
    {
        if (personKeys.Count == 0) return;
        foreach (var enrolment in await db.Enrolments.Where(e => e.ClassKey == classKey && personKeys.Contains(e.PersonKey)).ToListAsync(ct))
            db.Add(enrolment.Return(by, now));
        await db.SaveChangesAsync(ct);
    }

    private static List<EnrolPersonResult> All(IEnumerable<string> codes, EnrolOutcome outcome) => [.. codes.Select(c => new EnrolPersonResult(c, outcome))];
}
