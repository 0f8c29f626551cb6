using System.Text;
using System.Text.RegularExpressions;

namespace Lms.Assessment.Exchange.Texts;

/// <summary>The bytes of a text file as composed Unicode. What no byte order mark and no declaration says is tried as UTF-8, then guessed.</summary>
internal static partial class SourceText
{
    // The tone marks of Windows-1258 stand alone behind their vowel: grave, hook, tilde, acute, dot below.
    private static readonly byte[] ToneMarks = [0xCC, 0xD2, 0xDE, 0xEC, 0xF2];
    private static readonly byte[] VietnameseLetters = [0xD0, 0xF0, 0xDD, 0xFD, 0xD5, 0xF5];

    static SourceText() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static (string Text, ImportIssue? Guess) Decode(byte[] bytes)
    {
        if (Marked(bytes) is { } marked) return (Composed(marked.Encoding.GetString(bytes, marked.Length, bytes.Length - marked.Length)), null);
        if (Declared(bytes) is { } declared && Strictly(declared, bytes) is { } asDeclared) return (Composed(asDeclared), null);
        if (Strictly(Encoding.UTF8, bytes) is { } utf8) return (Composed(utf8), null);
        var guess = IsVietnamese(bytes) ? 1258 : 1252;
        return (Composed(Encoding.GetEncoding(guess).GetString(bytes)), new ImportIssue(0, ImportIssueKind.EncodingGuessed, $"Windows-{guess}"));
    }

    private static (Encoding Encoding, int Length)? Marked(byte[] bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        [not 0, 0, not 0, 0, ..] => (Encoding.Unicode, 0),
        [0, not 0, 0, not 0, ..] => (Encoding.BigEndianUnicode, 0),
        _ => null,
    };

    private static Encoding? Declared(byte[] bytes)
    {
        var match = Declaration().Match(Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, 200)));
        if (!match.Success) return null;
        try
        {
            var encoding = Encoding.GetEncoding(match.Groups["name"].Value);
            // Here a byte is a letter: a declaration of UTF-16 contradicts itself.
            return encoding.GetByteCount("a") == 1 ? encoding : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string? Strictly(Encoding encoding, byte[] bytes)
    {
        try
        {
            return Encoding.GetEncoding(encoding.CodePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback).GetString(bytes);
        }
        catch (Exception e) when (e is DecoderFallbackException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static bool IsVietnamese(byte[] bytes)
    {
        for (var i = 0; i < bytes.Length; i++)
        {
            if (Array.IndexOf(VietnameseLetters, bytes[i]) >= 0) return true;
            if (i > 0 && Array.IndexOf(ToneMarks, bytes[i]) >= 0 && (char.IsAsciiLetter((char)bytes[i - 1]) || bytes[i - 1] >= 0xC0)) return true;
        }

        return false;
    }

    private static string Composed(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').TrimStart('\uFEFF').Normalize();

    [GeneratedRegex("""^\s*<\?xml[^>]*\bencoding\s*=\s*["'](?<name>[A-Za-z0-9._\-]{1,40})["']""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Declaration();
}
