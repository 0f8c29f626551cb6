using Lms.Assessment.Attempts;
using Lms.Assessment.Scoring;
using Lms.Data;

namespace Lms.Assessment.Invigilation;

/// <summary>A closed attempt from its start to its end. Steps with the same instant stand in the order in which they were committed, answers after the rest.</summary>
/// <param name="Questions">Of the paper as it was drawn, without answers.</param>
public sealed record Replay(PublicCode Code, Guid ExamKey, Guid ContextKey, Guid LearnerKey, string Title, int Number, DateTime StartedAt, DateTime? ClosedAt,
    IReadOnlyList<SlotView> Questions, IReadOnlyList<ReplayStep> Steps);

public abstract record ReplayStep(DateTime At);
public sealed record StartStep(DateTime At) : ReplayStep(At);
/// <param name="Before">What stood there until then; null for nothing.</param>
/// <param name="Answered">Questions with an answer after this step.</param>
public sealed record AnswerStep(DateTime At, int Slot, Response Response, Response? Before, int Answered) : ReplayStep(At);
public sealed record SignalStep(DateTime At, SignalKind Kind, int Times, int Seconds, string Detail) : ReplayStep(At);
public sealed record InterventionStep(DateTime At, InterventionKind Kind, int Minutes, int? Percent, string Text, Guid By, bool ForAll) : ReplayStep(At);
public sealed record SeenStep(DateTime At, string Text) : ReplayStep(At);
/// <param name="Forced">An invigilator handed it in.</param>
public sealed record CloseStep(DateTime At, bool AtDeadline, bool Forced) : ReplayStep(At);
