using Lms.Data;

namespace Lms.Training.Enrolments;

/// <summary>Appended as events; the newest one stands on the enrolment too, for lists.</summary>
public enum EnrolmentStatus { Enrolled, Failed, Completed, Withdrawn }
public enum EnrolOutcome { Enrolled, AlreadyEnrolled, UnknownClass, UnknownPerson, ClassFull, ClassCancelled }
/// <summary>CertificateHeldBack: completed, but the certificate module refused to issue; the registrar sees the reason.</summary>
public sealed record RosterRow(Guid EnrolmentKey, Guid PersonKey, string StaffCode, string FullName, DateOnly? BirthDate, string? OrganisationName, EnrolmentStatus Status, DateTime EnrolledAt, int LessonsDone, int Lessons, decimal? BestScorePercent, bool? ExamPassed, string? CertificateHeldBack);
public sealed record EnrolPersonResult(string StaffCode, EnrolOutcome Outcome);

public sealed class Enrolments(LmsDb db, TimeProvider clock)
{
    public Task<List<RosterRow>> RosterAsync(PublicCode classCode, CancellationToken ct = default) => throw new NotImplementedException();
    /// <summary>All or nothing: where one cannot be enrolled nobody is, and the result says who and why. People already enrolled are no obstacle.</summary>
    public Task<List<EnrolPersonResult>> EnrolAsync(PublicCode classCode, IReadOnlyList<string> staffCodes, Guid? by, CancellationToken ct = default) => throw new NotImplementedException();
    public Task<bool> WithdrawAsync(PublicCode classCode, Guid personKey, string? reason, Guid? by, CancellationToken ct = default) => throw new NotImplementedException();
}
