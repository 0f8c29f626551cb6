using Lms.Assessment.Papers;
using Lms.Assessment.Questions;
using Lms.Assessment.Scoring;
using Lms.Data;

namespace Lms.Assessment.Attempts;

/// <summary>A graded attempt, cut down to <paramref name="Allowed"/>. Slots are empty where only the score may be seen.</summary>
public sealed record AttemptReview(PublicCode Code, PublicCode ExamCode, Guid ContextKey, Guid LearnerKey, string Title, int Number, DateTime StartedAt, DateTime ClosedAt,
    ReviewDetail Allowed, Points? Score, Points Maximum, Points PassMark, bool? Passed, IReadOnlyList<SlotReview> Slots)
{
    /// <summary>With <see cref="ReviewDetail.Score"/>.</summary>
    public IReadOnlyList<SectionResult> Sections { get; init; } = [];
    /// <summary>Where the paper asks for certainty; with <see cref="ReviewDetail.Score"/>. Passing does not depend on it.</summary>
    public CertaintyResult? Certainty { get; init; }
}

public sealed record SectionResult(ShownSection Section, Points Score)
{
    public bool FellShort => Section.Minimum > Score;
}

/// <param name="Awarded">With <see cref="ReviewDetail.Correctness"/>, as is <paramref name="Reason"/>.</param>
/// <param name="Key">The definition with its right answers, without feedback; with <see cref="ReviewDetail.RightAnswers"/>.</param>
/// <param name="Feedback">With <see cref="ReviewDetail.Feedback"/>: see <see cref="ReviewedFeedback"/>.</param>
public sealed record SlotReview(int Slot, string? Section, ShownQuestion Question, Response? Response, Points? Awarded, Points Maximum, MarkReason? Reason, QuestionDefinition? Key, ShownFeedback? Feedback)
{
    /// <summary>The steps to the fraction, scored anew, which gives the same; with <see cref="ReviewDetail.Correctness"/> and <see cref="ReviewDetail.Responses"/>, and cut down where right answers may not be seen.</summary>
    public IReadOnlyList<MarkPart> Parts { get; init; } = [];
    /// <summary>Right answers where they are texts or numbers; with <see cref="ReviewDetail.RightAnswers"/>.</summary>
    public IReadOnlyList<string> RightTexts { get; init; } = [];

    public KeyState Correction { get; init; }
    /// <summary>Where the paper asks for certainty; with <see cref="ReviewDetail.Correctness"/>.</summary>
    public CertainMark? Certain { get; init; }
    /// <summary>What markers wrote; with <see cref="ReviewDetail.Feedback"/>.</summary>
    public IReadOnlyList<string> Comments { get; init; } = [];

    /// <summary>A question with what is right and without an answer, for those who judge how hard it is.</summary>
    internal static SlotReview WithKey(int slot, QuestionDefinition definition, Points points) =>
        new(slot, null, ShownQuestion.Of(definition), null, null, points, null, definition, null) { RightTexts = ReviewedSlot.RightTexts(definition, null) };

    /// <summary>All there is to a response, for those who write the question.</summary>
    public static SlotReview Of(QuestionDefinition definition, Response? response, Points maximum)
    {
        var mark = Scorer.Score(definition, response);
        return new SlotReview(1, null, ShownQuestion.Of(definition), response, Scorer.Award(mark, maximum), maximum, mark.Reason, definition, ReviewedFeedback.Of(definition, response, null, mark.Reason, ReviewDetail.All))
        {
            Parts = mark.Parts, RightTexts = ReviewedSlot.RightTexts(definition, null),
        };
    }
}

/// <summary>Whether a question is scored as it said when it was asked, by a corrected key, or with all points for everybody.</summary>
public enum KeyState { AsAsked, Replaced, Credited }

/// <param name="Options">The option's id and what is said on it; only options that something is said on.</param>
public sealed record ShownFeedback(string Text, IReadOnlyList<ShownOption> Options)
{
    /// <summary>On what was typed or put into a gap: the gap's number, or "" where there is one field, and what is said on it.</summary>
    public IReadOnlyList<ShownOption> Answers { get; init; } = [];
    /// <summary>By how the answer came out: right, partly right or wrong.</summary>
    public string Outcome { get; init; } = "";
}
