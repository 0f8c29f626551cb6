using Lms.Assessment.Papers;
using Lms.Assessment.Questions;
using Lms.Assessment.Scoring;
using Lms.Data;

namespace Lms.Assessment.Attempts;

/// <summary>One sitting of a paper for one group of people, within a window.</summary>
/// <param name="ContextKey">The caller's own key for the group (a class); this module only hands it back.</param>
public sealed record NewExam(Guid PaperVersionKey, string Title, Guid ContextKey, DateTime OpensAt, DateTime ClosesAt);
/// <summary>What the caller needs to keep: nothing of the exam can be read before the caller has saved.</summary>
public sealed record ScheduledExam(Guid Key, PublicCode Code, int AttemptsAllowed);
public sealed record ExamDetail(Guid Key, PublicCode Code, Guid ContextKey, Guid PaperVersionKey, string Title, string Instructions, DateTime OpensAt, DateTime ClosesAt,
    int Questions, Points Maximum, Points PassMark, int TimeLimitMinutes, int AttemptsAllowed);

public enum StartOutcome { Started, Resumed, NotFound, NotOpenYet, Closed, NoAttemptsLeft }
public sealed record GivenAnswer(int Slot, Response Response);
public enum AnswerOutcome { Saved, NotFound, AlreadyHandedIn, TooLate, NoSuchSlot, MalformedResponse }
/// <param name="SavedAt">When the newest of these answers was committed; null where nothing was saved.</param>
public sealed record AnswerReceipt(AnswerOutcome Outcome, DateTime? SavedAt, DateTime DueAt);
public enum HandInOutcome { Graded, NotFound, AlreadyHandedIn }
public enum AttemptState { InProgress, Graded }

/// <summary>An attempt in progress, as the candidate sees it: no key, no feedback, options in drawn order.</summary>
public sealed record AttemptView(PublicCode Code, PublicCode ExamCode, Guid ContextKey, string Title, int Number, AttemptState State, DateTime StartedAt, DateTime DueAt, DateTime Now, int QuestionsPerPage, IReadOnlyList<SlotView> Slots);
/// <param name="Slot">1-based place on the paper.</param>
/// <param name="Question">The definition stripped of what is right: <see cref="ShownQuestion"/>.</param>
public sealed record SlotView(int Slot, string? Section, Points Maximum, ShownQuestion Question, Response? Response, DateTime? SavedAt);
public sealed record ShownQuestion(string Type, string Prompt, IReadOnlyList<ShownOption> Options);
public sealed record ShownOption(string Id, string Text);

/// <summary>A graded attempt, cut down to what the review policy allows at this moment. Null: not allowed.</summary>
public sealed record AttemptReview(PublicCode Code, PublicCode ExamCode, Guid ContextKey, string Title, int Number, DateTime StartedAt, DateTime ClosedAt, ReviewDetail Allowed, Points? Score, Points Maximum, Points PassMark, bool? Passed, IReadOnlyList<SlotReview> Slots);
public sealed record SlotReview(int Slot, ShownQuestion Question, Response? Response, Points? Awarded, Points Maximum, MarkReason? Reason, QuestionDefinition? Key);
public sealed record AttemptSummary(PublicCode Code, Guid ExamKey, Guid LearnerKey, int Number, AttemptState State, DateTime StartedAt, DateTime DueAt, DateTime? ClosedAt, Points? Score, Points Maximum, bool? Passed);

/// <summary>Joins the unit of work of whoever graded the attempt; must not save. Training implements it.</summary>
public interface IAttemptListener
{
    Task GradedAsync(AttemptGraded graded, CancellationToken ct);
}

public sealed record AttemptGraded(Guid AttemptKey, Guid ExamKey, Guid ContextKey, Guid LearnerKey, Points Score, Points Maximum, bool Passed, DateTime At);

/// <summary>A stored grading that a fresh computation does not confirm.</summary>
public sealed record GradingMismatch(Guid AttemptKey, Points Stored, Points Recomputed);

/// <summary>
/// Sitting an exam. An attempt freezes the drawn questions, their order and the deadline; answers are appended;
/// an acknowledgement means committed. The learner's key is checked on every call: another's attempt is NotFound.
/// </summary>
public sealed class Exams(LmsDb db, IEnumerable<IAttemptListener> listeners, TimeProvider clock)
{
    /// <summary>Joins the caller's unit of work: the caller saves. Returns null where the paper version is unknown.</summary>
    public Task<ScheduledExam?> ScheduleAsync(NewExam exam, CancellationToken ct = default) => throw new NotImplementedException();
    /// <summary>Joins the caller's unit of work. Attempts already started keep their deadline.</summary>
    public Task<bool> RescheduleAsync(Guid examKey, DateTime opensAt, DateTime closesAt, CancellationToken ct = default) => throw new NotImplementedException();
    public Task<ExamDetail?> DetailAsync(PublicCode examCode, CancellationToken ct = default) => throw new NotImplementedException();
    public Task<List<ExamDetail>> DetailsAsync(IReadOnlyCollection<Guid> examKeys, CancellationToken ct = default) => throw new NotImplementedException();
    /// <summary>An attempt in progress is resumed, never doubled. Whether the learner may sit is the caller's question.</summary>
    public Task<(StartOutcome Outcome, PublicCode? Attempt)> StartAsync(PublicCode examCode, Guid learnerKey, CancellationToken ct = default) => throw new NotImplementedException();
    public Task<AttemptView?> ShowAsync(PublicCode attemptCode, Guid learnerKey, CancellationToken ct = default) => throw new NotImplementedException();
    /// <summary>Appends what differs from the last answer of its slot and acknowledges after the commit. All or nothing.</summary>
    public Task<AnswerReceipt> AnswerAsync(PublicCode attemptCode, Guid learnerKey, IReadOnlyList<GivenAnswer> answers, CancellationToken ct = default) => throw new NotImplementedException();
    public Task<HandInOutcome> HandInAsync(PublicCode attemptCode, Guid learnerKey, CancellationToken ct = default) => throw new NotImplementedException();
    /// <summary>Closes attempts past their deadline, at the deadline's time, with what was saved. Returns how many.</summary>
    public Task<int> CloseOverdueAsync(CancellationToken ct = default) => throw new NotImplementedException();
    public Task<AttemptReview?> ReviewAsync(PublicCode attemptCode, Guid learnerKey, CancellationToken ct = default) => throw new NotImplementedException();
}

/// <summary>What staff and other modules read of attempts; changes nothing.</summary>
public sealed class ExamResults(LmsDb db)
{
    public Task<List<AttemptSummary>> OfLearnerAsync(Guid learnerKey, CancellationToken ct = default) => throw new NotImplementedException();
    public Task<List<AttemptSummary>> OfExamAsync(Guid examKey, CancellationToken ct = default) => throw new NotImplementedException();
    /// <summary>Scores every graded attempt again from its answers. An empty result means every score stands.</summary>
    public IAsyncEnumerable<GradingMismatch> RecomputeAsync(CancellationToken ct = default) => throw new NotImplementedException();
    public Task<int> CountGradedAsync(CancellationToken ct = default) => throw new NotImplementedException();
}
