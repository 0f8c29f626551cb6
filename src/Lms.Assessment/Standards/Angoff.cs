namespace Lms.Assessment.Standards;

/// <summary>What a study comes to. Points in hundredths, not rounded.</summary>
/// <param name="Cut">The mean of the judges' cut scores: what a borderline candidate is expected to reach.</param>
/// <param name="Deviation">Standard deviation of the judges' cut scores (n − 1); null for one judge, as is <paramref name="Error"/>.</param>
/// <param name="Error">Standard error of the cut score over judges: deviation ÷ √judges.</param>
public sealed record AngoffResult(double Cut, double? Deviation, double? Error, IReadOnlyList<JudgeCut> Judges, IReadOnlyList<QuestionSpread> Questions);

public sealed record JudgeCut(Guid Judge, double Cut);

/// <summary>Of one question over the judges, in percent.</summary>
public sealed record QuestionSpread(double Mean, double? Deviation, int Lowest, int Highest);

/// <summary>
/// The modified Angoff method: each judge says for each question how probable it is that a borderline candidate answers it
/// right; a judge's cut score is the sum of probability times points (Angoff, W. H.: Scales, norms, and equivalent scores. In
/// Thorndike (ed.), Educational Measurement, 2nd ed., Washington 1971, p. 514 f., footnote). Where a paper draws, a question counts
/// with the points an attempt gets from it on average.
/// </summary>
public static class Angoff
{
    /// <param name="weights">Of each question, in hundredths of a point.</param>
    /// <param name="sheets">One of each judge: percent for each question, in the same order.</param>
    /// <returns>Null without any sheet.</returns>
    public static AngoffResult? Of(IReadOnlyList<double> weights, IReadOnlyList<(Guid Judge, IReadOnlyList<int> Percent)> sheets)
    {
        if (sheets.Count == 0) return null;
        var judges = sheets.Select(s => new JudgeCut(s.Judge, s.Percent.Zip(weights, (percent, weight) => percent / 100d * weight).Sum())).ToList();
        var deviation = Deviation(judges.ConvertAll(j => j.Cut));
        return new AngoffResult(judges.Average(j => j.Cut), deviation, deviation / Math.Sqrt(judges.Count), judges,
            [.. weights.Select((_, i) => sheets.Select(s => s.Percent[i]).ToList()).Select(all => new QuestionSpread(all.Average(), Deviation(all.ConvertAll(p => (double)p)), all.Min(), all.Max()))]);
    }

    private static double? Deviation(List<double> values)
    {
        if (values.Count < 2) return null;
        var mean = values.Average();
        return Math.Sqrt(values.Sum(v => (v - mean) * (v - mean)) / (values.Count - 1));
    }
}
