namespace Lms.Assessment.Scoring;

/// <summary>How sure a candidate says she is of an answer. The numbers are stored.</summary>
public enum Certainty { Low = 1, Middle = 2, High = 3 }

/// <summary>
/// Certainty-based marks after Gardner-Medwin: right 1, 2, 3, wrong 0, −2, −6. To say what one believes pays best: below a
/// chance of 2/3 of being right the first, above 4/5 the third, between them the second. A. R. Gardner-Medwin, "Confidence assessment
/// in the teaching of basic science", ALT-J 3(1), 1995, 80–85; docs/guides/certainty.md. Pure and exact.
/// </summary>
public static class CertaintyMarks
{
    public const int Most = 3;

    public static (int Right, int Wrong) Of(Certainty certainty) => certainty switch
    {
        Certainty.Low => (1, 0),
        Certainty.Middle => (2, -2),
        Certainty.High => (3, -6),
    };

    /// <param name="fraction">Of the question's points; what lies between right and wrong lies in proportion between their marks, and less than nothing is wrong.</param>
    /// <param name="certainty">An answer for which none was stated counts as one without much certainty.</param>
    public static decimal Of(decimal fraction, Certainty? certainty)
    {
        var (right, wrong) = Of(certainty ?? Certainty.Low);
        return wrong + Math.Clamp(fraction, 0m, 1m) * (right - wrong);
    }
}
