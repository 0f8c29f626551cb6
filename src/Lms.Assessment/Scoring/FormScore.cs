using Lms.Assessment.Questions;

namespace Lms.Assessment.Scoring;

/// <summary>One slot as the scorer needs it.</summary>
internal readonly record struct AnsweredSlot(QuestionDefinition Question, Points Maximum, Response? Response, IReadOnlyDictionary<string, double>? Values = null);

internal readonly record struct SlotScore(Points Awarded, MarkReason Reason);

/// <summary>The score of a whole form: the sum of its slots, each rounded on its own so that a printed sheet adds up.</summary>
internal sealed record FormScore(Points Score, Points Maximum, bool Passed, IReadOnlyList<SlotScore> Slots)
{
    public static FormScore Of(IReadOnlyList<AnsweredSlot> slots, int passPercent)
    {
        var scores = new SlotScore[slots.Count];
        var (score, maximum) = (Points.Zero, Points.Zero);
        for (var i = 0; i < slots.Count; i++)
        {
            var mark = Scorer.Score(slots[i].Question, slots[i].Response, slots[i].Values);
            scores[i] = new SlotScore(Scorer.Award(mark, slots[i].Maximum), mark.Reason);
            score += scores[i].Awarded;
            maximum += slots[i].Maximum;
        }

        return new FormScore(score, maximum, PassMark.IsReached(score, maximum, passPercent), scores);
    }
}
