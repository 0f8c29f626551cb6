namespace Lms.Assessment.Analysis;

/// <summary>Sums over a list of numbers. Null where there are too few, or where all are alike and a ratio has no meaning.</summary>
internal static class Moments
{
    public static double? Mean(IReadOnlyList<double> values) => values.Count == 0 ? null : values.Sum() / values.Count;

    public static double? Median(IReadOnlyList<double> values)
    {
        if (values.Count == 0) return null;
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>Of the sample: divided by n − 1.</summary>
    public static double? Variance(IReadOnlyList<double> values) => Covariance(values, values);

    public static double? Deviation(IReadOnlyList<double> values) => Variance(values) is { } variance ? Math.Sqrt(variance) : null;

    public static double? Covariance(IReadOnlyList<double> a, IReadOnlyList<double> b)
    {
        if (a.Count < 2) return null;
        var (meanA, meanB) = (Mean(a)!.Value, Mean(b)!.Value);
        var sum = 0d;
        for (var i = 0; i < a.Count; i++) sum += (a[i] - meanA) * (b[i] - meanB);
        return sum / (a.Count - 1);
    }

    public static double? Correlation(IReadOnlyList<double> a, IReadOnlyList<double> b) =>
        Ratio(Covariance(a, b), Deviation(a) * Deviation(b));

    /// <summary>k3 ÷ k2^1.5, with the unbiased k-statistics (Fisher 1930).</summary>
    public static double? Skewness(IReadOnlyList<double> values)
    {
        double n = values.Count;
        if (n < 3) return null;
        var k3 = n * n * Central(values, 3) / ((n - 1) * (n - 2));
        return Ratio(k3, Math.Pow(Variance(values)!.Value, 1.5));
    }

    /// <summary>k4 ÷ k2²: 0 for the normal distribution.</summary>
    public static double? Kurtosis(IReadOnlyList<double> values)
    {
        double n = values.Count;
        if (n < 4) return null;
        var (m2, m4) = (Central(values, 2), Central(values, 4));
        var k4 = n * n * ((n + 1) * m4 - 3 * (n - 1) * m2 * m2) / ((n - 1) * (n - 2) * (n - 3));
        return Ratio(k4, Math.Pow(Variance(values)!.Value, 2));
    }

    /// <summary>Null where the divisor is as good as nothing.</summary>
    public static double? Ratio(double? dividend, double? divisor) => divisor is null or (> -1e-12 and < 1e-12) ? null : dividend / divisor;

    private static double Central(IReadOnlyList<double> values, int power)
    {
        var mean = Mean(values)!.Value;
        return values.Sum(v => Math.Pow(v - mean, power)) / values.Count;
    }
}
