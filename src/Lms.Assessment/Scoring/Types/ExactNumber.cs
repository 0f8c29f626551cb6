using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Lms.Assessment.Scoring.Types;

/// <summary>
/// A decimal number without rounding, mantissa × 10^exponent: 3.15 lies within 0.01 of 3.14 here, which it does not in
/// binary fractions.
/// </summary>
public readonly partial record struct ExactNumber : IComparable<ExactNumber>
{
    private const int LongestText = 200, FarthestExponent = 400;

    private readonly BigInteger mantissa;
    private readonly int exponent;

    private ExactNumber(BigInteger mantissa, int exponent) => (this.mantissa, this.exponent) = (mantissa, exponent);

    public static readonly ExactNumber Zero = new(0, 0);
    public static readonly ExactNumber One = new(1, 0);

    /// <summary>"-12.5", "6.02e23"; a dot is the decimal sign. What people type goes through <see cref="NumberText"/> first.</summary>
    public static ExactNumber? Parse(string text)
    {
        if (text.Length > LongestText || Plain().Match(text.Trim()) is not { Success: true } match) return null;
        if (match.Groups["e"].Length > 5) return null;
        var exponent = match.Groups["e"].Success ? int.Parse(match.Groups["e"].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : 0;
        if (Math.Abs(exponent) > FarthestExponent) return null;
        var (whole, part) = (match.Groups["w"].Value, match.Groups["f"].Value);
        if (whole.Length + part.Length == 0) return null;
        var mantissa = BigInteger.Parse(whole + part, CultureInfo.InvariantCulture);
        return new ExactNumber(match.Groups["s"].Value == "-" ? -mantissa : mantissa, exponent - part.Length);
    }

    public static ExactNumber Of(decimal value) => Parse(value.ToString(CultureInfo.InvariantCulture))!.Value;

    public static ExactNumber operator +(ExactNumber a, ExactNumber b) => Aligned(a, b, (x, y) => x + y);
    public static ExactNumber operator -(ExactNumber a, ExactNumber b) => Aligned(a, b, (x, y) => x - y);
    public static ExactNumber operator *(ExactNumber a, ExactNumber b) => new(a.mantissa * b.mantissa, a.exponent + b.exponent);
    public static bool operator <=(ExactNumber a, ExactNumber b) => a.CompareTo(b) <= 0;
    public static bool operator >=(ExactNumber a, ExactNumber b) => a.CompareTo(b) >= 0;
    public static bool operator <(ExactNumber a, ExactNumber b) => a.CompareTo(b) < 0;
    public static bool operator >(ExactNumber a, ExactNumber b) => a.CompareTo(b) > 0;

    public ExactNumber Magnitude => new(BigInteger.Abs(mantissa), exponent);
    public int Sign => mantissa.Sign;
    public int CompareTo(ExactNumber other) => (this - other).mantissa.Sign;
    public bool Equals(ExactNumber other) => CompareTo(other) == 0;
    /// <summary>Equal numbers have different mantissas (1 and 1.0): only the sign is alike for sure.</summary>
    public override int GetHashCode() => mantissa.Sign;
    public double ToDouble() => double.Parse(ToString(), CultureInfo.InvariantCulture);
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{mantissa}e{exponent}");

    private static ExactNumber Aligned(ExactNumber a, ExactNumber b, Func<BigInteger, BigInteger, BigInteger> combine)
    {
        var lower = Math.Min(a.exponent, b.exponent);
        return new ExactNumber(combine(a.mantissa * BigInteger.Pow(10, a.exponent - lower), b.mantissa * BigInteger.Pow(10, b.exponent - lower)), lower);
    }

    [GeneratedRegex(@"^(?<s>[+-]?)(?<w>[0-9]*)(?:\.(?<f>[0-9]*))?(?:[eE](?<e>[+-]?[0-9]+))?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Plain();
}
