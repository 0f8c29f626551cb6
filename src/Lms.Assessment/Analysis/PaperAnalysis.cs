namespace Lms.Assessment.Analysis;

/// <summary>
/// The figures of classical test theory under the definitions Moodle publishes ("Quiz statistics calculations",
/// docs.moodle.org/dev/Quiz_statistics_calculations), so that results can be compared.
/// </summary>
public static class PaperAnalysis
{
    public static PaperStatistics Of(ScoreTable table)
    {
        var slots = table.Maxima.Count;
        var columns = Enumerable.Range(0, slots).Select(s => (IReadOnlyList<double>)[.. table.Rows.Select(r => r[s])]).ToArray();
        double[] totals = [.. table.Rows.Select(r => r.Sum())];
        var deviation = Moments.Deviation(totals);
        var consistency = slots < 2 ? null
            : 100d * slots / (slots - 1) * (1 - Moments.Ratio(columns.Sum(c => Moments.Variance(c)), Moments.Variance(totals)));
        var errorRatio = consistency is { } percent ? 100 * Math.Sqrt(Math.Max(0, 1 - percent / 100)) : (double?)null;
        return new PaperStatistics(table.Rows.Count, table.Maxima.Sum(), Moments.Mean(totals), Moments.Median(totals), deviation,
            Moments.Skewness(totals), Moments.Kurtosis(totals), consistency, errorRatio, errorRatio * deviation / 100, Slots(table, columns, totals));
    }

    private static SlotStatistics[] Slots(ScoreTable table, IReadOnlyList<double>[] columns, double[] totals)
    {
        var weights = columns.Select(c => Moments.Covariance(c, totals) is >= 0 and var covariance ? Math.Sqrt(covariance) : (double?)null).ToArray();
        var (weight, maximum) = (weights.Sum(), table.Maxima.Sum());
        return [.. columns.Select((column, s) =>
        {
            double[] rest = [.. totals.Zip(column, (total, own) => total - own)];
            return new SlotStatistics(table.Slots[s], table.Maxima[s],
                100 * Moments.Ratio(Moments.Mean(column), table.Maxima[s]),
                100 * Moments.Ratio(Moments.Deviation(column), table.Maxima[s]),
                100 * Moments.Correlation(column, rest),
                Moments.Correlation(column, totals),
                100 * Moments.Ratio(Moments.Covariance(column, rest), Moments.Covariance([.. column.Order()], [.. rest.Order()])),
                maximum > 0 ? 100 * table.Maxima[s] / maximum : 0,
                100 * Moments.Ratio(weights[s], weight));
        })];
    }
}
