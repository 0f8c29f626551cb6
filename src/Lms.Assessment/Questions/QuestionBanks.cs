using Lms.Data;
using Lms.Publishing;

namespace Lms.Assessment.Questions;

public sealed record BankSummary(Guid Key, string Title, Guid? OwnerKey, int Questions, int Published);
/// <summary>A question as its author edits it. Difficulty 1 easy, 2 medium, 3 hard.</summary>
public sealed record QuestionDraft(string Category, int Difficulty, string Outcome, QuestionDefinition Definition);
public sealed record QuestionSummary(Guid Key, Guid BankKey, string Prompt, string Type, string Category, int Difficulty, Stage Stage, int LatestNumber, Guid? PublishedVersionKey);
public sealed record QuestionDetail(Guid Key, Guid BankKey, int Revision, Stage Stage, int LatestNumber, QuestionDraft Draft);
public sealed record QuestionProblem(string Field, QuestionProblemKind Kind);
public enum QuestionProblemKind { Required, TooLong, TooFewOptions, TooManyOptions, DuplicateId, DuplicateText, NoCorrectOption, SeveralCorrectOptions, OutOfRange }
public enum QuestionOutcome { Done, NotFound, ChangedMeanwhile, Invalid, WrongStage }

/// <summary>Question banks, owned by an institution, and the questions in them from draft to version.</summary>
public sealed class QuestionBanks(LmsDb db, Publications publications, TimeProvider clock)
{
    public Task<List<BankSummary>> ListAsync(Guid? ownerKey = null, CancellationToken ct = default) => throw new NotImplementedException();
    public Task<Guid> CreateAsync(string title, Guid? ownerKey, Guid? by, CancellationToken ct = default) => throw new NotImplementedException();
    public Task<bool> RenameAsync(Guid bankKey, string title, CancellationToken ct = default) => throw new NotImplementedException();
    /// <summary>Search ignores case and diacritics. Null filters mean all.</summary>
    public Task<List<QuestionSummary>> QuestionsAsync(Guid bankKey, string? search = null, string? category = null, Stage? stage = null, CancellationToken ct = default) => throw new NotImplementedException();
    public Task<QuestionDetail?> QuestionAsync(Guid questionKey, CancellationToken ct = default) => throw new NotImplementedException();
    /// <summary>All or nothing: one invalid draft and none is added.</summary>
    public Task<(QuestionOutcome Outcome, IReadOnlyList<Guid> Keys, IReadOnlyList<QuestionProblem> Problems)> AddAsync(Guid bankKey, IReadOnlyList<QuestionDraft> drafts, Guid? by, CancellationToken ct = default) => throw new NotImplementedException();
    public Task<(QuestionOutcome Outcome, IReadOnlyList<QuestionProblem> Problems)> SaveAsync(Guid questionKey, int revision, QuestionDraft draft, Guid? by, CancellationToken ct = default) => throw new NotImplementedException();
    public Task<QuestionOutcome> MoveAsync(IReadOnlyList<Guid> questionKeys, PublishAction action, string? note, Guid? by, CancellationToken ct = default) => throw new NotImplementedException();
}
