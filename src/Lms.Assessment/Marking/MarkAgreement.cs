using Lms.Assessment.Papers;
using Lms.Assessment.Scoring;

namespace Lms.Assessment.Marking;

/// <summary>What the marks given so far amount to.</summary>
/// <param name="Points">Null as long as a marker is wanting.</param>
internal readonly record struct AgreedMark(Points? Points, MarkingNeed Need);

public enum MarkingNeed { None, FirstMark, SecondMark, ThirdMark }

/// <summary>One mark as it counts towards agreement.</summary>
/// <param name="Decisive">From the decision on an appeal: the last of these stands, whatever markers gave.</param>
internal readonly record struct MarkGiven(Guid Marker, Points Points, bool Decisive = false);

/// <summary>
/// One mark, or two that are no farther apart than the tolerance: then their mean, rounded half up to hundredths. Farther
/// apart, a third person decides. Pure.
/// </summary>
internal static class MarkAgreement
{
    /// <param name="given">In order; the latest of each marker counts, at the place of that marker's first.</param>
    public static AgreedMark Of(IEnumerable<MarkGiven> given, Points maximum, MarkingPolicy policy)
    {
        var latest = new List<MarkGiven>();
        Points? decided = null;
        foreach (var mark in given)
        {
            if (mark.Decisive) decided = mark.Points;
            var place = latest.FindIndex(m => m.Marker == mark.Marker);
            if (place < 0) latest.Add(mark);
            else latest[place] = mark;
        }

        if (decided is not null) return new(decided, MarkingNeed.None);
        return (policy.Markers, latest) switch
        {
            (_, []) => new(null, MarkingNeed.FirstMark),
            (1, [var only, ..]) => new(only.Points, MarkingNeed.None),
            (_, [_]) => new(null, MarkingNeed.SecondMark),
            (_, [var first, var second]) when Apart(first, second) * 100L <= (long)maximum.Hundredths * policy.TolerancePercent =>
                new(new Points((first.Points.Hundredths + second.Points.Hundredths + 1) / 2), MarkingNeed.None),
            (_, [_, _]) => new(null, MarkingNeed.ThirdMark),
            (_, [_, _, var third, ..]) => new(third.Points, MarkingNeed.None),
        };
    }

    private static int Apart(MarkGiven a, MarkGiven b) => Math.Abs(a.Points.Hundredths - b.Points.Hundredths);
}
