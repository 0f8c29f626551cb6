using Lms.Data;

namespace Lms.Training.Classes;

/// <summary>What the dates and the coordinator make of a class: nothing is stored but Cancelled.</summary>
public enum ClassState { Planned, Running, Finished, Cancelled }

/// <summary>
/// A run of one course with dates, teachers and a roster. It pins the course's and the paper's published version of the
/// moment it is planned; the exam opens at <paramref name="ExamOpensAt"/> and closes at <paramref name="ExamClosesAt"/> (UTC).
/// </summary>
public sealed record ClassDraft(string Code, string Title, Guid ProgrammeKey, Guid CourseKey, Guid InstitutionKey, Guid? PaperKey, DateOnly StartsOn, DateOnly EndsOn,
    DateTime? ExamOpensAt, DateTime? ExamClosesAt, int Capacity, string Place, IReadOnlyList<Guid> InstructorKeys);
public sealed record ClassDetail(Guid Key, PublicCode PublicCode, string Code, string Title, Guid ProgrammeKey, string ProgrammeTitle, string? CredentialCode, Guid CourseKey, Guid CourseVersionKey,
    Guid InstitutionKey, string InstitutionName, Guid? PaperKey, Guid? ExamKey, PublicCode? ExamCode, DateOnly StartsOn, DateOnly EndsOn, DateTime? ExamOpensAt, DateTime? ExamClosesAt,
    int Capacity, string Place, ClassState State, IReadOnlyList<Guid> InstructorKeys, int Enrolled, int Completed);
public sealed record ClassRow(Guid Key, PublicCode PublicCode, string Code, string Title, string InstitutionName, DateOnly StartsOn, DateOnly EndsOn, ClassState State, int Capacity, int Enrolled, int Completed);
public sealed record ClassFilter(string? Search = null, Guid? InstitutionKey = null, ClassState? State = null, int? Year = null, Guid? InstructorKey = null);
public sealed record ClassPage(IReadOnlyList<ClassRow> Classes, int Total, int Page, int PageSize);
public enum ClassOutcome { Done, NotFound, CodeMissing, CodeTaken, TitleMissing, DatesReversed, ExamWindowInvalid, CapacityInvalid, UnknownProgramme, CourseNotInProgramme, CourseNotPublished, PaperNotPublished, UnknownInstitution, HasEnrolments }

public sealed class Classes(LmsDb db, TimeProvider clock)
{
    public Task<ClassPage> PageAsync(ClassFilter filter, int page, int pageSize = 50, CancellationToken ct = default) => throw new NotImplementedException();
    public Task<ClassDetail?> FindAsync(PublicCode code, CancellationToken ct = default) => throw new NotImplementedException();
    public Task<(ClassOutcome Outcome, PublicCode? Code)> PlanAsync(ClassDraft draft, Guid? by, CancellationToken ct = default) => throw new NotImplementedException();
    /// <summary>Once somebody is enrolled, the course and the paper stay as pinned (<see cref="ClassOutcome.HasEnrolments"/>).</summary>
    public Task<ClassOutcome> ChangeAsync(PublicCode code, ClassDraft draft, Guid? by, CancellationToken ct = default) => throw new NotImplementedException();
    public Task<ClassOutcome> CancelAsync(PublicCode code, Guid? by, CancellationToken ct = default) => throw new NotImplementedException();
}
