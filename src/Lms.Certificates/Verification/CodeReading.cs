using System.Globalization;

namespace Lms.Certificates.Verification;

/// <summary><see cref="Check"/>: sixteen letters of the alphabet, but at least one is wrong or two have changed places.</summary>
public enum CodeFlaw { None, Empty, Letter, TooShort, TooLong, Check }

/// <summary>What is wrong with a code as somebody typed it. It tells nothing of the register: anybody can compute it.</summary>
/// <param name="Count">Letters and digits, without spaces and dashes.</param>
/// <param name="Letter">The first that stands in no code; empty but for <see cref="CodeFlaw.Letter"/>.</param>
public readonly record struct CodeReading(CodeFlaw Flaw, int Count, string Letter)
{
    public static CodeReading Of(string text)
    {
        var count = 0;
        foreach (var letter in Letters(text))
        {
            if (letter.All(CertificateCode.IsSpacing)) continue;
            count++;
            if (letter.Length != 1 || CertificateCode.AsWritten(letter[0]) is null) return new CodeReading(CodeFlaw.Letter, count, letter);
        }

        var flaw = count == 0 ? CodeFlaw.Empty : count < CertificateCode.Length ? CodeFlaw.TooShort : count > CertificateCode.Length ? CodeFlaw.TooLong
            : CertificateCode.TryParse(text, out _) ? CodeFlaw.None : CodeFlaw.Check;
        return new CodeReading(flaw, count, "");
    }

    /// <summary>As people see them: a letter and its accents are one.</summary>
    private static IEnumerable<string> Letters(string text)
    {
        for (var elements = StringInfo.GetTextElementEnumerator(text); elements.MoveNext();) yield return elements.GetTextElement();
    }
}
