using Lms.Content.Courses;
using Lms.Data;
using Lms.Training.Classes;
using Lms.Training.Enrolments;

namespace Lms.Training.Progress;

/// <summary>A class as its trainee sees it.</summary>
/// <param name="NextLessonId">Where she goes on: the last lesson opened and not done, else the first not done; null when all are done.</param>
/// <param name="CredentialCode">What the class's programme leads to, once all its courses are completed; null where to nothing.</param>
/// <param name="CertificateIssued">This class was the one that completed the programme.</param>
/// <param name="CertificateHeldBack">The name of an <see cref="Lms.Certificates.Issuing.IssueOutcome"/>: why the certificate she has earned is not issued yet.</param>
public sealed record MyClass(PublicCode Code, Guid ClassKey, string ClassCode, string Title, string InstitutionName, DateOnly StartsOn, DateOnly EndsOn, ClassState State, EnrolmentStatus Status,
    int LessonsDone, int Lessons, string? NextLessonId, string? NextLessonTitle, PublicCode? ExamCode, DateTime? ExamOpensAt, DateTime? ExamClosesAt, bool? ExamPassed, string? CredentialCode, bool CertificateIssued, string? CertificateHeldBack);
public sealed record MyCourse(MyClass Class, CourseVersion Course, IReadOnlySet<string> LessonsDone, string Place, IReadOnlyList<string> Instructors);
public sealed record MyLesson(MyClass Class, ModuleContent Module, LessonContent Lesson, bool Done, IReadOnlySet<string> LessonsDone, string? PreviousLessonId, string? FollowingLessonId, int Ordinal, int Of);

/// <summary>NotStarted: the class has not begun, or was cancelled.</summary>
public enum LessonOutcome { Done, NotEnrolled, UnknownLesson, NotStarted }
