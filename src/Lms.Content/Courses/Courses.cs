using Lms.Data;
using Lms.Publishing;

namespace Lms.Content.Courses;

public sealed record CourseSummary(Guid Key, string Code, string Title, Guid? OwnerKey, Stage Stage, int LatestNumber, Guid? PublishedVersionKey, DateTime ChangedAt);
public sealed record CourseDraft(Guid Key, Guid? OwnerKey, Stage Stage, int Revision, Guid? PublishedVersionKey, CourseContent Content);
public sealed record CourseVersion(Guid Key, Guid CourseKey, int Number, CourseContent Content);

/// <summary>How a change to a draft ended. Nothing is changed unless it is <see cref="Done"/>.</summary>
public enum DraftOutcome { Done, NotFound, ChangedMeanwhile, Invalid, WrongStage }

/// <param name="Field">Where, as a path a form can show: "Modules[1].Lessons[0].Title".</param>
public sealed record CourseProblem(string Field, CourseProblemKind Kind);
public enum CourseProblemKind { Required, TooLong, DuplicateId, NoModules, NoLessons, NoParts, UnknownMedia, OutOfRange }

/// <summary>Courses from draft to version. Every verb that changes saves once; reads are projections.</summary>
public sealed class Courses(LmsDb db, Publications publications, TimeProvider clock)
{
    public Task<List<CourseSummary>> ListAsync(Guid? ownerKey = null, CancellationToken ct = default) => throw new NotImplementedException();
    public Task<(DraftOutcome Outcome, Guid Key, IReadOnlyList<CourseProblem> Problems)> CreateAsync(Guid? ownerKey, CourseContent content, Guid? by, CancellationToken ct = default) => throw new NotImplementedException();
    public Task<CourseDraft?> DraftAsync(Guid courseKey, CancellationToken ct = default) => throw new NotImplementedException();
    public Task<(DraftOutcome Outcome, IReadOnlyList<CourseProblem> Problems)> SaveAsync(Guid courseKey, int revision, CourseContent content, Guid? by, CancellationToken ct = default) => throw new NotImplementedException();
    public Task<(DraftOutcome Outcome, IReadOnlyList<CourseProblem> Problems)> MoveAsync(Guid courseKey, PublishAction action, string? note, Guid? by, CancellationToken ct = default) => throw new NotImplementedException();
    /// <summary>A frozen version; cached in memory, because a version never changes.</summary>
    public Task<CourseVersion?> VersionAsync(Guid versionKey, CancellationToken ct = default) => throw new NotImplementedException();
    public Task<List<PublishLogEntry>> HistoryAsync(Guid courseKey, CancellationToken ct = default) => throw new NotImplementedException();
}
