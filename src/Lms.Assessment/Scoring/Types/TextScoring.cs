using System.Text;
using Lms.Assessment.Questions.Types;

namespace Lms.Assessment.Scoring.Types;

internal static class TextScoring
{
    private const char Any = '*', Escape = '\\', AnyMark = '\uE000';

    public static Mark Score(ShortText question, TextResponse given)
    {
        var fits = Find(question, given.Text);
        return fits is null ? Mark.Of(0m, new MarkPart(MarkRule.NoAnswerFits, "", 0m, given.Text))
            : fits is { Fraction: 1m } ? Mark.Of(1m)
            : Mark.Of(fits.Fraction, new MarkPart(MarkRule.AnswerFits, "", fits.Fraction, given.Text, fits.Text));
    }

    /// <summary>The first that fits.</summary>
    public static TextAnswer? Find(ShortText question, string given)
    {
        var normal = Normal(given);
        return question.Answers.FirstOrDefault(a => question.Wildcards ? Fits(Normal(Marked(a.Text)).Split(AnyMark), normal) : Normal(a.Text) == normal);

        string Normal(string text) => AnswerText.Normalise(text, question.CaseSensitive, question.DiacriticsSensitive);
    }

    /// <summary>Wildcards as a character no answer is written with, escaped ones as the star they mean.</summary>
    private static string Marked(string pattern)
    {
        var marked = new StringBuilder(pattern.Length);
        for (var i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] == Escape && i + 1 < pattern.Length && pattern[i + 1] == Any) marked.Append(pattern[++i]);
            else marked.Append(pattern[i] == Any ? AnyMark : pattern[i]);
        }

        return marked.ToString();
    }

    /// <summary>Greedy from the left, the last piece at the end: linear in practice, where a regular expression could be made to hang.</summary>
    private static bool Fits(string[] pieces, string text)
    {
        if (pieces.Length == 1) return text == pieces[0];
        if (!text.StartsWith(pieces[0], StringComparison.Ordinal)) return false;
        var from = pieces[0].Length;
        foreach (var piece in pieces[1..^1])
        {
            var at = text.IndexOf(piece, from, StringComparison.Ordinal);
            if (at < 0) return false;
            from = at + piece.Length;
        }

        return text.Length - pieces[^1].Length >= from && text.EndsWith(pieces[^1], StringComparison.Ordinal);
    }
}
