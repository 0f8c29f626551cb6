using System.Globalization;
using System.Text.RegularExpressions;

namespace Lms.Certificates.Credentials;

/// <summary>
/// How a certificate number is written, for example <c>{number:0000}/{year}/CTXH-III</c>. {number} and {year} must
/// both occur, because register numbers start again every year, and a digit must not stand beside {number},
/// because "1{number}" and "{number}" would one day write the same number.
/// </summary>
internal sealed partial class NumberFormat
{
    private readonly string text;

    private NumberFormat(string text) => this.text = text;

    public static NumberFormat? Parse(string? text)
    {
        if (text is null || text.Length > 60 || !Whole().IsMatch(text)) return null;
        if (Number().Count(text) != 1 || Year().Count(text) != 1) return null;
        return DigitBesideNumber().IsMatch(text) ? null : new NumberFormat(text);
    }

    public string Write(long number, int year, string credential) =>
        Number().Replace(text, m => number.ToString(m.Groups["width"].Value is { Length: > 0 } width ? width : "0", CultureInfo.InvariantCulture))
            .Replace("{year}", year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{credential}", credential, StringComparison.Ordinal);

    [GeneratedRegex(@"^(\{number(:0{1,9})?\}|\{year\}|\{credential\}|[\p{L}\p{Nd} /.()-])+\z")]
    private static partial Regex Whole();

    [GeneratedRegex(@"\{number(:(?<width>0+))?\}")]
    private static partial Regex Number();

    [GeneratedRegex(@"\{year\}")]
    private static partial Regex Year();

    [GeneratedRegex(@"[\d}]\{number|\{number[^}]*\}[\d{]")]
    private static partial Regex DigitBesideNumber();
}
