using Lms.Data;

namespace Lms.Training.Classes;

/// <summary>What the dates and the coordinator make of a class: nothing is stored but Cancelled. Days are the city's.</summary>
public enum ClassState { Planned, Running, Finished, Cancelled }

/// <summary>
/// A run of one course with dates, teachers and a roster. It pins the course's and the paper's published version of the
/// moment it is planned; the exam opens at <paramref name="ExamOpensAt"/> and closes at <paramref name="ExamClosesAt"/> (UTC;
/// both are needed where there is a paper, and ignored where there is none).
/// </summary>
public sealed record ClassDraft(string Code, string Title, Guid ProgrammeKey, Guid CourseKey, Guid InstitutionKey, Guid? PaperKey, DateOnly StartsOn, DateOnly EndsOn,
    DateTime? ExamOpensAt, DateTime? ExamClosesAt, int Capacity, string Place, IReadOnlyList<Guid> InstructorKeys);
/// <param name="Enrolled">Those who have not withdrawn, the completed among them.</param>
public sealed record ClassDetail(Guid Key, PublicCode PublicCode, string Code, string Title, Guid ProgrammeKey, string ProgrammeTitle, string? CredentialCode, Guid CourseKey, Guid CourseVersionKey,
    Guid InstitutionKey, string InstitutionName, Guid? PaperKey, Guid? ExamKey, PublicCode? ExamCode, DateOnly StartsOn, DateOnly EndsOn, DateTime? ExamOpensAt, DateTime? ExamClosesAt,
    int Capacity, string Place, ClassState State, IReadOnlyList<Guid> InstructorKeys, int Enrolled, int Completed);
public sealed record ClassRow(Guid Key, PublicCode PublicCode, string Code, string Title, string InstitutionName, DateOnly StartsOn, DateOnly EndsOn, ClassState State, int Capacity, int Enrolled, int Completed);
public sealed record ClassFilter(string? Search = null, Guid? InstitutionKey = null, ClassState? State = null, int? Year = null, Guid? InstructorKey = null);
public sealed record ClassPage(IReadOnlyList<ClassRow> Classes, int Total, int Page, int PageSize);

/// <summary>CapacityInvalid: none, or fewer places than are taken. ExamWindowInvalid: a paper without a window, or one that closes before it opens. TooLong: a code of more than 40 or another text of more than 300 characters.</summary>
public enum ClassOutcome
{
    Done, NotFound, CodeMissing, CodeTaken, TitleMissing, DatesReversed, ExamWindowInvalid, CapacityInvalid, UnknownProgramme, CourseNotInProgramme,
    CourseNotPublished, PaperNotPublished, UnknownInstitution, HasEnrolments, UnknownInstructor, TooLong,
}

/// <summary>What the form that plans a class offers: active programmes with their published courses, institutions, published papers.</summary>
public sealed record ClassOptions(IReadOnlyList<ProgrammeOption> Programmes, IReadOnlyList<ClassOption> Institutions, IReadOnlyList<ClassOption> Papers);
public sealed record ProgrammeOption(Guid Key, string Code, string Title, IReadOnlyList<ClassOption> Courses);
public sealed record ClassOption(Guid Key, string Code, string Title);
