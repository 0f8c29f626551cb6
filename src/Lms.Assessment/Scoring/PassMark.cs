namespace Lms.Assessment.Scoring;

/// <summary>The pass decision in whole numbers, so that exactly half of 15.5 points is half.</summary>
public static class PassMark
{
    /// <param name="percent">0 to 100 of the maximum; reaching it is enough.</param>
    public static bool IsReached(Points score, Points maximum, int percent) =>
        score.Hundredths * 100L >= (long)maximum.Hundredths * percent;

    /// <summary>The lowest score that passes.</summary>
    public static Points Of(Points maximum, int percent) => new((int)(((long)maximum.Hundredths * percent + 99) / 100));
}
