using Lms.Assessment.Questions;

namespace Lms.Assessment.Scoring;

/// <summary>One slot as the scorer needs it.</summary>
internal readonly record struct AnsweredSlot(QuestionDefinition Question, Points Maximum, Response? Response, IReadOnlyDictionary<string, double>? Values = null)
{
    /// <summary>All points, whatever was answered: the question turned out to be broken.</summary>
    public bool Credited { get; init; }
    /// <summary>What markers agreed on; null where nobody has to mark, or not all have.</summary>
    public Points? Marked { get; init; }
    /// <summary>The place of its section on the paper, from 0.</summary>
    public int Section { get; init; }
}

internal readonly record struct SlotScore(Points Awarded, MarkReason Reason);

/// <summary>The score of a whole form: the sum of its slots, each rounded on its own so that a printed sheet adds up.</summary>
internal sealed record FormScore(Points Score, Points Maximum, bool Passed, IReadOnlyList<SlotScore> Slots)
{
    public static FormScore Of(IReadOnlyList<AnsweredSlot> slots, PassRule pass)
    {
        var scores = new SlotScore[slots.Count];
        var (score, maximum) = (Points.Zero, Points.Zero);
        var sections = new Dictionary<int, Points>();
        for (var i = 0; i < slots.Count; i++)
        {
            scores[i] = Of(slots[i]);
            score += scores[i].Awarded;
            maximum += slots[i].Maximum;
            sections[slots[i].Section] = sections.GetValueOrDefault(slots[i].Section) + scores[i].Awarded;
        }

        return new FormScore(score, maximum, pass.IsReached(score, section => sections.GetValueOrDefault(section)), scores);
    }

    /// <summary>A person still has to judge some of it: there is no score yet.</summary>
    public bool NeedsMarking => Slots.Any(s => s.Reason == MarkReason.NeedsMarking);

    private static SlotScore Of(AnsweredSlot slot)
    {
        if (slot.Credited) return new SlotScore(slot.Maximum, MarkReason.Right);
        var mark = Scorer.Score(slot.Question, slot.Response, slot.Values);
        if (mark.Reason != MarkReason.NeedsMarking || slot.Marked is not { } marked) return new SlotScore(Scorer.Award(mark, slot.Maximum), mark.Reason);
        return new SlotScore(marked, marked >= slot.Maximum ? MarkReason.Right : marked > Points.Zero ? MarkReason.PartlyRight : MarkReason.Wrong);
    }
}
