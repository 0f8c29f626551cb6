namespace Lms.Web.Features.Exams.Review;

using Lms.Assessment.Attempts;
using Lms.Assessment.Papers;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;
using Lms.Assessment.Scoring;
using Lms.Web.Features.Exams.Sitting;
using Lms.Web.Features.Learning;

/// <param name="Step">Null where she is no longer in the class.</param>
public sealed record ReviewModel(AttemptReview Review, Sittings? Sittings, NextStep? Step, DateTime Now)
{
    public bool Shows(ReviewDetail detail) => Review.Allowed.HasFlag(detail);
    public bool ShowsQuestions => Review.Slots.Count > 0;
    /// <summary>With their numbers on the paper: those in which too little was reached, whatever the sum.</summary>
    public IEnumerable<(int Number, SectionResult Section)> ShortSections => Review.Sections.Index().Where(s => s.Item.FellShort).Select(s => (s.Index + 1, s.Item));
    /// <summary>Whole percent, cut and not rounded: 49.9 of a pass mark of 50 must not read as 50.</summary>
    public int? Percent => Review.Score is { } score && Review.Maximum > Points.Zero ? score.Hundredths * 100 / Review.Maximum.Hundredths : null;
    public bool MayTryAgain => Review.Passed == false && Sittings is { Left: > 0, InProgress: null } && Sittings.Exam.OpensAt <= Now && Now < Sittings.Exam.ClosesAt;
    /// <summary>The policy shows more once the exam has closed to everybody.</summary>
    public bool MoreLater => Sittings is not null && Now < Sittings.Exam.ClosesAt && (Sittings.Exam.Review.AfterClosing & ~Review.Allowed) != ReviewDetail.None;

    public static IEnumerable<OptionReview> OptionsOf(SlotReview slot) => slot.Question.Options.Select(o => new OptionReview(o,
        AnswerForm.Picked(slot.Response, o.Id),
        IsRight(slot.Key, o.Id),
        slot.Feedback?.Options.FirstOrDefault(f => f.Id == o.Id)?.Text ?? ""));

    /// <summary>The colour at the question's edge; the word for it stands beside the number.</summary>
    public static string Look(SlotReview slot) => slot.Reason switch
    {
        MarkReason.Right => "question--right",
        MarkReason.PartlyRight => "question--partly",
        MarkReason.Wrong or MarkReason.NotAnswered => "question--wrong",
        MarkReason.NotApplicable or MarkReason.NeedsMarking or null => "",
    };

    public static string Feedback(SlotReview slot) => slot.Feedback?.Text ?? "";

    private static bool? IsRight(QuestionDefinition? key, string optionId) => key switch
    {
        SingleChoice single => single.Options.Any(o => o.Id == optionId && o.Correct),
        MultipleResponse multiple => multiple.Options.Any(o => o.Id == optionId && o.Correct),
        TrueFalse trueFalse => trueFalse.Correct == (optionId == "true"),
        _ => null,
    };
}

/// <param name="Right">Null where right answers may not be seen.</param>
public sealed record OptionReview(ShownOption Option, bool Picked, bool? Right, string Feedback)
{
    public string CssClass => (Picked, Right) switch
    {
        (true, true) => "choice--right",
        (true, false) => "choice--wrong",
        (false, true) => "choice--missed",
        _ => "",
    };

    /// <summary>What the colour says, in words; null where it says nothing.</summary>
    public string? WordKey => (Picked, Right) switch
    {
        (true, true) => "PickedAndRight",
        (true, false) => "PickedAndWrong",
        (true, null) => "Picked",
        (false, true) => "RightNotPicked",
        _ => null,
    };
}
