using Lms.Data;

namespace Lms.Training.Enrolments;

/// <summary>What the newest events come to. Failed: not passed and no attempt left.</summary>
public enum EnrolmentStatus { Enrolled, Failed, Completed, Withdrawn }
public enum EnrolmentEventKind { Enrolled, Withdrawn, ExamGraded, Failed, Completed, CertificateIssued, CertificateHeldBack, CertificateProposed }
public enum EnrolOutcome { Enrolled, AlreadyEnrolled, UnknownClass, UnknownPerson, ClassFull, ClassCancelled }
public sealed record EnrolPersonResult(string StaffCode, EnrolOutcome Outcome);

/// <summary>CertificateHeldBack: completed, but the certificate module refused to issue; the registrar sees the reason, the name of an <see cref="Lms.Certificates.Issuing.IssueOutcome"/>.</summary>
/// <param name="ResultPercent">0 to 100 with two decimals; null until an attempt is graded, as is <paramref name="ExamPassed"/>.</param>
public sealed record RosterRow(Guid EnrolmentKey, Guid PersonKey, string StaffCode, string FullName, DateOnly? BirthDate, string? OrganisationName, EnrolmentStatus Status, DateTime EnrolledAt, int LessonsDone, int Lessons, decimal? ResultPercent, bool? ExamPassed, string? CertificateHeldBack);

/// <summary>Somebody who completed a class and whose exam, regraded since, no longer passes. What becomes of the certificate a registrar decides.</summary>
public sealed record DoubtfulRow(Guid PersonKey, string StaffCode, string FullName, Guid ClassKey, PublicCode ClassCode, string Code, string ClassTitle, DateTime CompletedAt, bool Certified);

/// <summary>Somebody who completed and got no certificate.</summary>
/// <param name="Reason">The name of an <see cref="Lms.Certificates.Issuing.IssueOutcome"/>.</param>
public sealed record HeldBackRow(Guid EnrolmentKey, Guid PersonKey, string StaffCode, string FullName, PublicCode ClassCode, string Code, string ClassTitle, DateTime CompletedAt, string Reason);

/// <param name="Detail">The reason of a withdrawal, or why a certificate is held back.</param>
/// <param name="ScorePercent">Of a grading, with <paramref name="Passed"/>.</param>
public sealed record EnrolmentStep(DateTime At, EnrolmentEventKind Kind, Guid? By, string? Detail, decimal? ScorePercent, bool? Passed);
