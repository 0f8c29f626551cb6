using Lms.Assessment.Scoring;

namespace Lms.Assessment.Attempts;

/// <summary>How well a candidate knew what she knew, beside her score and no part of it.</summary>
/// <param name="Marks">The sum over the questions that a machine scores; at most <paramref name="Most"/>, and it may be negative.</param>
/// <param name="Levels">One for each certainty, from low to high.</param>
public sealed record CertaintyResult(decimal Marks, int Most, IReadOnlyList<CertaintyLevel> Levels)
{
    internal static CertaintyResult Of(IReadOnlyList<CertainMark> marks) => new(marks.Sum(m => m.Mark), marks.Count * CertaintyMarks.Most,
        [.. Enum.GetValues<Certainty>().Select(c => new CertaintyLevel(c, marks.Count(m => m.Counts == c), marks.Count(m => m.Counts == c && m.Right), marks.Where(m => m.Counts == c).Sum(m => m.Mark)))]);
}

/// <param name="Answers">With this certainty; those for which none was stated are among the low ones.</param>
public sealed record CertaintyLevel(Certainty Certainty, int Answers, int Right, decimal Marks);

/// <summary>One question's.</summary>
/// <param name="Counts">Null for a question that was left open: it brings nothing and costs nothing.</param>
public sealed record CertainMark(Certainty? Stated, Certainty? Counts, bool Right, decimal Mark)
{
    /// <param name="mark">By which the fraction of a partly right answer is had exactly; the reason may be another where a key was credited.</param>
    internal static CertainMark Of(Certainty? stated, MarkReason reason, Mark mark) => reason == MarkReason.NotAnswered
        ? new(stated, null, false, 0m)
        : new(stated, stated ?? Certainty.Low, reason == MarkReason.Right, CertaintyMarks.Of(reason switch
        {
            MarkReason.Right => 1m,
            MarkReason.PartlyRight => mark.Fraction,
            MarkReason.Wrong or MarkReason.NotAnswered or MarkReason.NotApplicable or MarkReason.NeedsMarking => 0m,
        }, stated));
}
