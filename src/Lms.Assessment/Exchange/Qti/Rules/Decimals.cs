using System.Globalization;

namespace Lms.Assessment.Exchange.Qti.Rules;

/// <summary>
/// QTI's floats are binary, but their authors write decimals: 0.1 and 0.2 add up to 0.3 here, and 3.16 lies within 0.01
/// of 3.15. Where a number does not fit a decimal, the binary result stands.
/// </summary>
internal static class Decimals
{
    private const double Largest = 1e12, Smallest = 1e-12;

    public static double? Read(string? text) => text is null ? null : (double?)QtiValue.Parse(QtiBase.Float, text);

    public static double Add(double a, double b) => Exact(a) is { } x && Exact(b) is { } y ? (double)(x + y) : a + b;

    public static double Subtract(double a, double b) => Exact(a) is { } x && Exact(b) is { } y ? (double)(x - y) : a - b;

    public static double Multiply(double a, double b) => Exact(a) is { } x && Exact(b) is { } y ? (double)(x * y) : a * b;

    /// <summary>The decimal that the number is written as; null where it would lose digits.</summary>
    public static decimal? Exact(double number)
    {
        var size = Math.Abs(number);
        if (number == 0) return 0m;
        if (!(size is >= Smallest and <= Largest)) return null;
        return decimal.TryParse(number.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out var exact) ? exact : null;
    }

    /// <summary>Half away from zero, as digits are rounded by hand.</summary>
    public static double RoundToPlaces(double number, int places)
    {
        if (!double.IsFinite(number) || number == 0) return number;
        if (places is >= 0 and <= 28 && Exact(number) is { } exact) return (double)Math.Round(exact, places, MidpointRounding.AwayFromZero);
        var scale = Math.Pow(10, Math.Abs(places));
        if (!double.IsFinite(scale)) return number;
        var size = Math.Abs(number);
        return Math.Sign(number) * (places < 0 ? Math.Floor(size / scale + 0.5) * scale : Math.Floor(size * scale + 0.5) / scale);
    }

    public static double RoundToFigures(double number, int figures) =>
        !double.IsFinite(number) || number == 0 ? number : RoundToPlaces(number, figures - 1 - (int)Math.Floor(Math.Log10(Math.Abs(number))));
}

/// <summary>Values as items and responses write them.</summary>
internal static class QtiText
{
    public static string Of(object item) => item switch
    {
        bool truth => truth ? "true" : "false",
        QtiPoint point => string.Create(CultureInfo.InvariantCulture, $"{point.X} {point.Y}"),
        QtiPair pair => $"{pair.First} {pair.Second}",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        long whole => whole.ToString(CultureInfo.InvariantCulture),
        _ => (string)item,
    };
}
