using System.Globalization;
using System.Text;

namespace Lms.Certificates.Pdf.Writing;

/// <summary>Values as they stand in a PDF file (ISO 32000-1, 7.3 and 7.9).</summary>
internal static class PdfText
{
    /// <summary>A text string: UTF-16 with its mark, in hexadecimal, so that nothing needs escaping and nothing looks like an operator.</summary>
    public static string String(string text) => $"<FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text))}>";

    /// <summary>An ASCII string, for addresses and names of languages.</summary>
    public static string Ascii(string text) => $"({text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("(", @"\(", StringComparison.Ordinal).Replace(")", @"\)", StringComparison.Ordinal)})";

    public static string Date(DateTime utc) => utc.ToString("'(D:'yyyyMMddHHmmss'Z)'", CultureInfo.InvariantCulture);

    /// <summary>Thousandths of a point: finer than any printer.</summary>
    public static string Number(double number) => (Math.Round(number, 3) + 0).ToString("0.###", CultureInfo.InvariantCulture);

    public static string Color(int rgb) => $"{Number((rgb >> 16) / 255.0)} {Number((rgb >> 8 & 255) / 255.0)} {Number((rgb & 255) / 255.0)}";
}
