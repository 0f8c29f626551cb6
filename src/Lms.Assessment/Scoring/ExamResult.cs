namespace Lms.Assessment.Scoring;

/// <summary>Which of several attempts decides. The numbers are stored.</summary>
public enum ResultRule { Best = 0, Last = 1, Average = 2 }

/// <summary>What all graded attempts of one person at one exam come to.</summary>
/// <param name="Attempts">How many are graded.</param>
public readonly record struct ExamResult(Points Score, Points Maximum, bool Passed, int Attempts)
{
    /// <summary>
    /// Best: one that passed before one that did not, then the higher score. Last: the one begun last. Average: the mean, cut to
    /// whole hundredths; pass marks are whole hundredths, so cutting never decides otherwise than the exact mean would. Where
    /// sections have minimums, the mean of each section has to reach its own.
    /// </summary>
    /// <param name="attempts">Graded, at least one.</param>
    internal static ExamResult Of(ResultRule rule, PassRule pass, Points maximum, IReadOnlyCollection<GradedScore> attempts)
    {
        var (score, passed) = rule switch
        {
            ResultRule.Best => Outcome(attempts.OrderByDescending(a => a.Passed).ThenByDescending(a => a.Score).First()),
            ResultRule.Last => Outcome(attempts.MaxBy(a => a.Number)),
            ResultRule.Average => (Mean(a => a.Score), pass.IsReached(Mean(a => a.Score), section => Mean(a => a.InSection!.GetValueOrDefault(section)))),
        };
        return new ExamResult(score, maximum, passed, attempts.Count);

        Points Mean(Func<GradedScore, Points> of) => new((int)(attempts.Sum(a => (long)of(a).Hundredths) / attempts.Count));
    }

    private static (Points Score, bool Passed) Outcome(GradedScore attempt) => (attempt.Score, attempt.Passed);
}

/// <param name="InSection">By the section's place; needed only for the mean of a paper whose sections have minimums.</param>
internal readonly record struct GradedScore(int Number, Points Score, bool Passed, IReadOnlyDictionary<int, Points>? InSection = null);
