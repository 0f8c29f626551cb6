using Lms.Assessment.Scoring;
using Lms.Data;
using Lms.Publishing;

namespace Lms.Assessment.Papers;

public sealed record PaperSummary(Guid Key, string Title, Guid? OwnerKey, Stage Stage, int LatestNumber, Guid? PublishedVersionKey);
public sealed record PaperDraft(Guid Key, Guid? OwnerKey, int Revision, Stage Stage, Guid? PublishedVersionKey, PaperContent Content);
public sealed record PaperVersionSummary(Guid VersionKey, string Title, int Number, int Questions, Points Maximum, int TimeLimitMinutes, int PassMarkPercent);
public sealed record PaperProblem(string Field, PaperProblemKind Kind);
/// <summary>NotEnoughQuestions: the bank holds fewer published questions than the draw asks for.</summary>
public enum PaperProblemKind { Required, TooLong, OutOfRange, NoDraws, UnknownBank, NotEnoughQuestions, OverlappingDraws }
public enum PaperOutcome { Done, NotFound, ChangedMeanwhile, Invalid, WrongStage }

/// <summary>Papers from draft to version. Publishing freezes the pool: the question versions that draws may take.</summary>
public sealed class Papers(LmsDb db, Publications publications, TimeProvider clock)
{
    public Task<List<PaperSummary>> ListAsync(Guid? ownerKey = null, CancellationToken ct = default) => throw new NotImplementedException();
    public Task<(PaperOutcome Outcome, Guid Key, IReadOnlyList<PaperProblem> Problems)> CreateAsync(Guid? ownerKey, PaperContent content, Guid? by, CancellationToken ct = default) => throw new NotImplementedException();
    public Task<PaperDraft?> DraftAsync(Guid paperKey, CancellationToken ct = default) => throw new NotImplementedException();
    public Task<(PaperOutcome Outcome, IReadOnlyList<PaperProblem> Problems)> SaveAsync(Guid paperKey, int revision, PaperContent content, Guid? by, CancellationToken ct = default) => throw new NotImplementedException();
    public Task<(PaperOutcome Outcome, IReadOnlyList<PaperProblem> Problems)> MoveAsync(Guid paperKey, PublishAction action, string? note, Guid? by, CancellationToken ct = default) => throw new NotImplementedException();
    public Task<PaperVersionSummary?> VersionAsync(Guid versionKey, CancellationToken ct = default) => throw new NotImplementedException();
}
