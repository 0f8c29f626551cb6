using Lms.Content.Courses;
using Lms.Data;
using Lms.Training.Classes;
using Lms.Training.Enrolments;

namespace Lms.Training.Progress;

/// <summary>A class as its trainee sees it.</summary>
/// <param name="NextLessonId">Where she goes on: the last lesson opened and not done, else the first not done; null when all are done.</param>
public sealed record MyClass(PublicCode Code, Guid ClassKey, string ClassCode, string Title, string InstitutionName, DateOnly StartsOn, DateOnly EndsOn, ClassState State, EnrolmentStatus Status,
    int LessonsDone, int Lessons, string? NextLessonId, string? NextLessonTitle, PublicCode? ExamCode, DateTime? ExamOpensAt, DateTime? ExamClosesAt, bool? ExamPassed, string? CredentialCode, string? CertificateHeldBack);
public sealed record MyCourse(MyClass Class, CourseVersion Course, IReadOnlySet<string> LessonsDone, string Place, IReadOnlyList<string> Instructors);
public sealed record MyLesson(MyClass Class, ModuleContent Module, LessonContent Lesson, bool Done, IReadOnlySet<string> LessonsDone, string? PreviousLessonId, string? FollowingLessonId, int Ordinal, int Of);
public enum LessonOutcome { Done, NotEnrolled, UnknownLesson, NotStarted }

/// <summary>The trainee's side of a class. All is addressed by the class code and her own key: what she is not enrolled in does not exist for her.</summary>
public sealed class Learning(LmsDb db, TimeProvider clock)
{
    public Task<List<MyClass>> ClassesAsync(Guid personKey, CancellationToken ct = default) => throw new NotImplementedException();
    public Task<MyCourse?> CourseAsync(PublicCode classCode, Guid personKey, CancellationToken ct = default) => throw new NotImplementedException();
    /// <summary>Opening is recorded: it is where she resumes. Before the class starts lessons are closed (null).</summary>
    public Task<MyLesson?> OpenLessonAsync(PublicCode classCode, Guid personKey, string lessonId, CancellationToken ct = default) => throw new NotImplementedException();
    /// <summary>Marks lessons as done and evaluates completion; may issue the certificate in the same commit. Done twice is done once.</summary>
    public Task<LessonOutcome> CompleteLessonsAsync(PublicCode classCode, Guid personKey, IReadOnlyList<string> lessonIds, CancellationToken ct = default) => throw new NotImplementedException();
    /// <summary>May this person sit the exam of this code now? The class code if so.</summary>
    public Task<PublicCode?> ClassOfExamAsync(PublicCode examCode, Guid personKey, CancellationToken ct = default) => throw new NotImplementedException();
}
