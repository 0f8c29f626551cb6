using Lms.Assessment.Attempts;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;
using Lms.Assessment.Scoring;
using Lms.Data;

namespace Lms.Assessment.Marking;

/// <summary>What one marker has before her in one exam, question by question.</summary>
/// <param name="Scripts">Attempts that wait for marks.</param>
public sealed record MarkingQueue(Guid ExamKey, string Title, int Scripts, IReadOnlyList<QuestionToMark> Questions);
/// <param name="QuestionKey">Of the question's version.</param>
/// <param name="Done">Scripts with all marks they need.</param>
/// <param name="Mine">Scripts that wait for a mark of this marker.</param>
/// <param name="Next">The script to begin with; null where none waits for this marker.</param>
public sealed record QuestionToMark(Guid QuestionKey, string Prompt, Points Maximum, int Scripts, int Done, int Mine, ScriptAddress? Next);
/// <summary>One answer to mark. It names an attempt, never a person.</summary>
public sealed record ScriptAddress(PublicCode Attempt, int Slot);
/// <param name="Number">Place among the scripts of this question, from 1: all that a marker learns of whose it is.</param>
/// <param name="Own">This marker's latest mark.</param>
/// <param name="Disputed">The two marks a third person has to decide between; empty otherwise.</param>
public sealed record Script(ScriptAddress Address, Guid ExamKey, int Number, int Of, ShownQuestion Question, Response Response, Points Maximum, string MarkingNotes, IReadOnlyList<RubricCriterion> Rubric,
    GivenMark? Own, IReadOnlyList<Points> Disputed, ScriptAddress? Next);
public sealed record GivenMark(Points Points, IReadOnlyList<int> Levels, string Comment, DateTime At);
/// <param name="Points">Ignored where levels of a rubric are given: they say it.</param>
/// <param name="Levels">Place of the chosen level for each criterion; empty where the question has no rubric.</param>
public sealed record NewMark(Points Points, IReadOnlyList<int> Levels, string Comment);
/// <summary>Graded: this was the last mark wanting, the attempt has its score now. Decided: it has it already, and only a regrade changes it.</summary>
public enum MarkOutcome { Saved, Graded, NotFound, Decided, OutOfRange, CommentTooLong, MarkedMeanwhile }
