namespace Lms.Assessment.Scoring.Types;

internal static class Bounded
{
    /// <summary>The sum within its bounds; where it had to be moved, a part says so, and the parts still add up.</summary>
    public static decimal Between(decimal sum, decimal lower, decimal upper, List<MarkPart> parts)
    {
        if (sum < lower) parts.Add(new MarkPart(MarkRule.RaisedToBound, "", lower - sum));
        if (sum > upper) parts.Add(new MarkPart(MarkRule.LoweredToBound, "", upper - sum));
        return Math.Clamp(sum, lower, upper);
    }
}
