using System.Diagnostics;
using Lms.Assessment.Papers;
using Lms.Assessment.Papers.Drawing;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;
using Lms.Assessment.Regrading;
using Lms.Assessment.Scoring;

namespace Lms.Assessment.Attempts;

/// <summary>Turns a graded form into what may be seen of it.</summary>
internal static class ReviewedPaper
{
    private const ReviewDetail OnSlots = ReviewDetail.Responses | ReviewDetail.Correctness | ReviewDetail.RightAnswers | ReviewDetail.Feedback;

    public static List<SlotReview> Slots(FrozenPaper paper, IReadOnlyList<DrawnSlot> form, AnswerLog log, IReadOnlyList<SlotScore> scores, ReviewDetail allowed,
        IReadOnlyDictionary<Guid, CorrectedKey> corrections, ILookup<int, string> comments)
    {
        var slots = new List<SlotReview>();
        for (var i = 0; (allowed & OnSlots) != 0 && i < form.Count; i++)
        {
            var question = paper.Question(form[i]);
            var corrected = corrections.TryGetValue(question.VersionKey, out var correction);
            // She sees what she was asked; what is right is what counts now.
            var key = correction.Definition ?? question.Definition;
            var correctness = allowed.HasFlag(ReviewDetail.Correctness);
            var response = log.Response(i + 1);
            var values = DrawnValues.Read(question.Definition, form[i].Drawn);
            var right = allowed.HasFlag(ReviewDetail.RightAnswers);
            var mark = Scorer.Score(key, response, values);
            slots.Add(new SlotReview(i + 1, question.Section, ShownPaper.Question(question, form[i].Drawn),
                allowed.HasFlag(ReviewDetail.Responses) ? response : null,
                correctness ? scores[i].Awarded : null, question.Maximum, correctness ? scores[i].Reason : null,
                right ? WithoutFeedback(key) : null,
                ReviewedFeedback.Of(key, response, values, scores[i].Reason, allowed))
            {
                // Only points and reason are kept: scoring is pure, so the steps can be had again.
                Parts = ReviewedSlot.Parts(key, response, mark, allowed),
                RightTexts = right ? ReviewedSlot.RightTexts(key, values) : [],
                Correction = !corrected ? KeyState.AsAsked : correction.Definition is null ? KeyState.Credited : KeyState.Replaced,
                Certain = correctness && paper.AsksCertainty(form[i]) ? CertainMark.Of(log.Certainty(i + 1), scores[i].Reason, mark) : null,
                Comments = allowed.HasFlag(ReviewDetail.Feedback) ? [.. comments[i + 1]] : [],
            });
        }

        return slots;
    }

    /// <summary>Null where the paper asks for no certainty, or of nothing that a machine scores.</summary>
    public static CertaintyResult? Certainty(FrozenPaper paper, IReadOnlyList<DrawnSlot> form, AnswerLog log, IReadOnlyList<SlotScore> scores, IReadOnlyDictionary<Guid, CorrectedKey> corrections)
    {
        var marks = new List<CertainMark>();
        for (var i = 0; i < form.Count; i++)
        {
            if (!paper.AsksCertainty(form[i])) continue;
            var question = paper.Question(form[i]);
            var key = corrections.GetValueOrDefault(question.VersionKey).Definition ?? question.Definition;
            marks.Add(CertainMark.Of(log.Certainty(i + 1), scores[i].Reason, Scorer.Score(key, log.Response(i + 1), DrawnValues.Read(question.Definition, form[i].Drawn))));
        }

        return marks.Count == 0 ? null : CertaintyResult.Of(marks);
    }

    /// <summary>What was asked and what is right, with nothing answered: for the key of a printed paper.</summary>
    public static SlotReview Unanswered(FrozenPaper paper, DrawnSlot slot, int number, IReadOnlyDictionary<Guid, CorrectedKey> corrections)
    {
        var question = paper.Question(slot);
        var corrected = corrections.TryGetValue(question.VersionKey, out var correction);
        var key = correction.Definition ?? question.Definition;
        return new SlotReview(number, question.Section, ShownPaper.Question(question, slot.Drawn), null, null, question.Maximum, null, WithoutFeedback(key), null)
        {
            RightTexts = ReviewedSlot.RightTexts(key, DrawnValues.Read(question.Definition, slot.Drawn)),
            Correction = !corrected ? KeyState.AsAsked : correction.Definition is null ? KeyState.Credited : KeyState.Replaced,
        };
    }

    private static QuestionDefinition WithoutFeedback(QuestionDefinition definition) => definition switch
    {
        SingleChoice single => single with { Feedback = "", Outcomes = null, Options = Silent(single.Options) },
        MultipleResponse multiple => multiple with { Feedback = "", Outcomes = null, Options = Silent(multiple.Options) },
        TrueFalse statement => statement with { Feedback = "", Outcomes = null, TrueFeedback = "", FalseFeedback = "" },
        ShortText text => text with { Feedback = "", Outcomes = null, Answers = [.. text.Answers.Select(a => a with { Feedback = "" })] },
        Numeric numeric => numeric with { Feedback = "", Outcomes = null, Answers = [.. numeric.Answers.Select(a => a with { Feedback = "" })] },
        Calculated calculated => calculated with { Feedback = "", Outcomes = null, Answers = [.. calculated.Answers.Select(a => a with { Feedback = "" })] },
        Cloze cloze => cloze with { Feedback = "", Outcomes = null, Gaps = [.. cloze.Gaps.Select(g => g with { Question = WithoutFeedback(g.Question) })] },
        GapSelect select => select with { Feedback = "", Outcomes = null, Choices = [.. select.Choices.Select(c => c with { Feedback = "" })] },
        Essay essay => essay with { Feedback = "", Outcomes = null, MarkingNotes = "" },
        FileUpload upload => upload with { Feedback = "", Outcomes = null, MarkingNotes = "" },
        Matching or Ordering or Hotspot => definition with { Feedback = "", Outcomes = null },
        _ => throw new UnreachableException($"Nothing says what {definition.GetType().Name} gives away."),
    };

    private static ChoiceOption[] Silent(IReadOnlyList<ChoiceOption> options) => [.. options.Select(o => o with { Feedback = "" })];
}
