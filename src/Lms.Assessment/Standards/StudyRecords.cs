using Lms.Assessment.Attempts;
using Lms.Assessment.Scoring;

namespace Lms.Assessment.Standards;

public enum StudyOutcome { Done, NotFound, PaperNotReady, TooManyQuestions, NotInRound, NobodyJudged, OutOfRange }

/// <param name="Points">What an attempt gets from the question at most; on average, where it is drawn.</param>
public sealed record JudgedQuestion(SlotReview Question, double Points);

/// <param name="Complete">Judges whose sheet of this round says something of every question: only those count.</param>
public sealed record StudyRound(AngoffStage Round, IReadOnlyList<Guid> Complete, AngoffResult? Result);

public sealed record Study(Guid Key, Guid PaperKey, string Title, AngoffStage Stage, Points Maximum, IReadOnlyList<Guid> Judges, IReadOnlyList<JudgedQuestion> Questions, IReadOnlyList<StudyRound> Rounds)
{
    /// <summary>The cut score that stands: of the last round anybody has completed.</summary>
    public AngoffResult? Result => Rounds.LastOrDefault(r => r.Result is not null)?.Result;
    /// <summary>The lowest score that reaches the cut score, in whole hundredths.</summary>
    public Points? PassMark => Result is { } result ? new Points((int)Math.Ceiling(Math.Round(result.Cut, 6))) : null;
}

/// <param name="Estimates">Her own of this round, null where she has said nothing yet; in the second round they begin as they were.</param>
/// <param name="Others">What all judges said in the first round; null before the second.</param>
public sealed record JudgeSheet(Study Study, IReadOnlyList<int?> Estimates, AngoffResult? Others);
public sealed record StudyToJudge(Guid Key, string Title, AngoffStage Stage);
