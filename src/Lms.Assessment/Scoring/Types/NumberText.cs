using System.Text.RegularExpressions;

namespace Lms.Assessment.Scoring.Types;

/// <param name="Digits">The number with a dot as decimal sign, as <see cref="ExactNumber.Parse"/> takes it.</param>
/// <param name="SignificantFigures">As written: 0.0120 has three, 1200 has four.</param>
/// <param name="Unit">What stood beside the number, trimmed; empty where nothing did.</param>
public sealed record NumberText(ExactNumber Value, string Digits, int SignificantFigures, string Unit)
{
    /// <summary>
    /// A number as people type it: "3,14", "3.14", "1.234.567,5", "1,234,567.5", "6,02×10^23", "1 200 kg", "$ 5".
    /// One sign that stands alone is the decimal sign, so that "1,234" is a little more than one, as it is in Vietnamese
    /// and as Moodle reads it. Null where it is no number.
    /// </summary>
    public static NumberText? Read(string typed)
    {
        var text = typed.Normalize(System.Text.NormalizationForm.FormKC).Replace('−', '-').Trim();
        if (text.Length > 200) return null;
        if (Grammar.Typed().Match(text) is not { Success: true } match) return null;
        if (Plain(match.Groups["n"].Value) is not { } digits) return null;
        var sign = match.Groups["s"].Value == "-" ? "-" : "";
        var exponent = match.Groups["e"].Success ? "e" + match.Groups["e"].Value : "";
        return ExactNumber.Parse(sign + digits + exponent) is not { } value ? null
            : new NumberText(value, sign + digits + exponent, Figures(digits), (match.Groups["before"].Value + match.Groups["unit"].Value).Trim());
    }

    /// <summary>Null where the signs contradict each other ("1,2.3,4").</summary>
    private static string? Plain(string number)
    {
        var digits = Grammar.Spaces().Replace(number, "");
        var (lastDot, lastComma) = (digits.LastIndexOf('.'), digits.LastIndexOf(','));
        if (lastDot < 0 && lastComma < 0) return digits;
        var (dots, commas) = (digits.Count(c => c == '.'), digits.Count(c => c == ','));
        // Several of one sign group thousands; of two different signs the later is the decimal sign.
        char? group = dots > 1 ? '.' : commas > 1 ? ',' : dots == 1 && commas == 1 ? (lastDot > lastComma ? ',' : '.') : null;
        if (dots > 1 && commas > 1) return null;
        if (group is { } sign)
        {
            if (digits.LastIndexOf(sign) > Math.Max(sign == '.' ? lastComma : lastDot, -1) && dots + commas > Math.Max(dots, commas)) return null;
            digits = digits.Replace(sign.ToString(), "", StringComparison.Ordinal);
        }

        return digits.Replace(',', '.');
    }

    private static int Figures(string digits)
    {
        var bare = digits.Replace(".", "", StringComparison.Ordinal);
        var counted = bare.TrimStart('0').Length;
        return counted == 0 ? 1 : counted;
    }
}

internal static partial class Grammar
{
    // Without a time limit: that would measure how busy the machine is. The text is short, and nothing in it can be read in many ways.
    [GeneratedRegex(@"^(?<before>[^0-9+\-.,\s]{0,12})\s*(?<s>[+-]?)\s*(?<n>(?:(?>[0-9][0-9.,]*)(?:\s[0-9]{3})*(?:[.,][0-9]*)?|[.,][0-9]+))(?:\s*(?:[eE]|(?:[xX*×·]\s*10\s*(?:\^|\*\*)?))\s*(?<e>[+-]?[0-9]{1,4}))?\s*(?<unit>(?![eE][+-]?[0-9])[^0-9].{0,40})?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    internal static partial Regex Typed();

    [GeneratedRegex(@"\s", RegexOptions.CultureInvariant)]
    internal static partial Regex Spaces();
}
