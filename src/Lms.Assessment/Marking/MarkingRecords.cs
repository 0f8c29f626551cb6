using Lms.Assessment.Attempts;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;
using Lms.Assessment.Scoring;
using Lms.Data;

namespace Lms.Assessment.Marking;

/// <summary>What one marker has before her in one exam, by question and by candidate.</summary>
/// <param name="Scripts">Attempts that wait for marks.</param>
/// <param name="Finished">Attempts that were marked and have their score.</param>
/// <param name="Markers">How many answers each has marked, whoever did most first.</param>
public sealed record MarkingQueue(Guid ExamKey, string Title, int Scripts, int Finished, IReadOnlyList<QuestionToMark> Questions, IReadOnlyList<CandidateToMark> Candidates, IReadOnlyList<MarkerProgress> Markers);
/// <summary>One candidate's answers to mark, under a code that says nothing of who it is.</summary>
/// <param name="Next">As in <see cref="QuestionToMark"/>.</param>
public sealed record CandidateToMark(PublicCode Attempt, int Scripts, int Done, int Mine, ScriptAddress? Next);
public sealed record MarkerProgress(Guid MarkerKey, int Marked);
/// <summary>What comes after an answer: the next to the same question, or the same candidate's next.</summary>
public enum MarkingOrder { ByQuestion, ByCandidate }
/// <param name="QuestionKey">Of the question's version.</param>
/// <param name="Done">Scripts with all marks they need.</param>
/// <param name="Mine">Scripts that wait for a mark of this marker.</param>
/// <param name="Next">The script to begin with; null where none waits for this marker.</param>
public sealed record QuestionToMark(Guid QuestionKey, string Prompt, Points Maximum, int Scripts, int Done, int Mine, ScriptAddress? Next);
/// <summary>One answer to mark. It names an attempt, never a person.</summary>
public sealed record ScriptAddress(PublicCode Attempt, int Slot);
/// <param name="Number">Place in the chosen order, from 1, of all in it; by question that is all that a marker learns of whose it is.</param>
/// <param name="Own">This marker's latest mark.</param>
/// <param name="Disputed">The two marks a third person has to decide between; empty otherwise.</param>
public sealed record Script(ScriptAddress Address, Guid ExamKey, int Number, int Of, ShownQuestion Question, Response Response, Points Maximum, string MarkingNotes, IReadOnlyList<RubricCriterion> Rubric,
    GivenMark? Own, IReadOnlyList<Points> Disputed, ScriptAddress? Next)
{
    /// <summary>Neighbours in the chosen order, marked or not; <see cref="Next"/> is the next that waits.</summary>
    public ScriptAddress? Before { get; init; }
    public ScriptAddress? After { get; init; }
    /// <summary>How many in the order this marker has marked, and how many are hers at all.</summary>
    public (int Marked, int Of) Mine { get; init; }
}
public sealed record GivenMark(Points Points, IReadOnlyList<int> Levels, string Comment, DateTime At);
/// <param name="Points">Ignored where levels of a rubric are given: they say it.</param>
/// <param name="Levels">Place of the chosen level for each criterion; empty where the question has no rubric.</param>
public sealed record NewMark(Points Points, IReadOnlyList<int> Levels, string Comment);
/// <summary>Graded: this was the last mark wanting, the attempt has its score now. Decided: it has it already, and only a regrade changes it.</summary>
public enum MarkOutcome { Saved, Graded, NotFound, Decided, OutOfRange, CommentTooLong, MarkedMeanwhile }
