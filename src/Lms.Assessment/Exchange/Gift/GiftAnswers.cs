using System.Text.RegularExpressions;
using Lms.Assessment.Exchange.Texts;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;

namespace Lms.Assessment.Exchange.Gift;

/// <param name="Sign">'=' or '~'; '\0' for what stands before the first of them.</param>
/// <param name="Fraction">Null where none is given.</param>
internal sealed record GiftAnswer(char Sign, string Text, string Feedback, decimal? Fraction, int Line);

/// <summary>What stands between the braces, and which type of question it makes.</summary>
/// <param name="line">Of the opening brace.</param>
internal sealed partial class GiftAnswers(int line, QuestionFormat format, List<ImportIssue> issues)
{
    private const int MostAnswers = 1000; // far above what a question may have: the rules will say so

    private readonly RichText texts = new(_ => null, (kind, what, why) => issues.Add(new(line, kind, what, why)));
    private TextFormat promptFormat = TextFormat.Moodle;

    public QuestionDefinition? Read(string prompt, string body)
    {
        var (promptText, stated) = Marked(prompt, TextFormat.Moodle);
        promptFormat = stated;
        var shown = texts.ToMarkdown(promptText, stated);
        var marks = body.LastIndexOf("####", StringComparison.Ordinal) is >= 0 and var four ? four : body.LastIndexOf("###", StringComparison.Ordinal);
        var feedback = marks >= 0 ? Markdown(body[marks..].TrimStart('#')) : "";
        return Definition(shown, marks >= 0 ? body[..marks] : body) is { } definition ? definition with { Feedback = feedback } : null;
    }

    private QuestionDefinition? Definition(string prompt, string body)
    {
        var inner = body.Trim();
        if (inner.Length == 0) return new Essay { Prompt = prompt };
        if (inner[0] == '#') return GiftNumbers.Of(prompt, Answers(body, body.IndexOf('#', StringComparison.Ordinal) + 1, "=~"), Markdown, issues);
        if (inner.Contains('~')) return Choice(prompt, Answers(body, 0, "=~"));
        if (inner.Contains('=') && inner.Contains("->", StringComparison.Ordinal)) return Pairs(prompt, Answers(body, 0, "=", withFeedback: false));
        return Statement(prompt, inner) ?? Short(prompt, Answers(body, 0, "="));
    }

    /// <summary>The first feedback is for the wrong answer, the second for the right one.</summary>
    private TrueFalse? Statement(string prompt, string inner)
    {
        var bits = inner.Split('#', 3);
        bool? right = bits[0].Trim().ToUpperInvariant() switch { "T" or "TRUE" => true, "F" or "FALSE" => false, _ => null };
        if (right is not { } correct) return null;
        var (wrongSaid, rightSaid) = (bits.Length > 1 ? Markdown(bits[1]) : "", bits.Length > 2 ? Markdown(bits[2]) : "");
        return new TrueFalse { Prompt = prompt, Correct = correct, TrueFeedback = correct ? rightSaid : wrongSaid, FalseFeedback = correct ? wrongSaid : rightSaid };
    }

    private QuestionDefinition? Choice(string prompt, List<GiftAnswer> answers)
    {
        if (answers.Count < 2) return Refuse(ImportPhrase.TwoOptions);
        var options = answers.Select(a => new ChoiceDraft(Markdown(a.Text), a.Fraction ?? (a.Sign == '=' ? 1m : 0m), Markdown(a.Feedback))).ToList();
        // As in Moodle: where no option is wholly right, several are ticked.
        return answers.Any(a => a.Sign == '=') ? ChoiceDraft.Single(prompt, options) : ChoiceDraft.Multiple(prompt, options);
    }

    private QuestionDefinition? Short(string prompt, List<GiftAnswer> answers)
    {
        var given = answers.Where(a => a.Text.Trim().Length > 0).ToList();
        if (given.Count == 0) return Refuse(ImportPhrase.AnAnswer);
        return new ShortText { Prompt = prompt, Wildcards = true, Answers = [.. given.Select(a => new TextAnswer(Words(a.Text), a.Fraction ?? 1m, Markdown(a.Feedback)))] };
    }

    private QuestionDefinition? Pairs(string prompt, List<GiftAnswer> answers)
    {
        var pairs = new List<(string Left, string Right)>();
        foreach (var answer in answers)
        {
            var arrow = answer.Text.IndexOf("->", StringComparison.Ordinal);
            if (arrow < 0) issues.Add(new(answer.Line, ImportIssueKind.Dropped, $"\"{GiftText.Restore(answer.Text).Trim()}\"", ImportPhrase.NoArrow));
            else pairs.Add((PairDraft.WithArrow(Markdown(answer.Text[..arrow])), Markdown(answer.Text[(arrow + 2)..])));
        }

        return pairs.Any(p => p.Left.Length > 0) ? PairDraft.Matching(prompt, pairs) : Refuse(ImportPhrase.PairLeft);
    }

    private List<GiftAnswer> Answers(string body, int from, string signs, bool withFeedback = true)
    {
        var answers = new List<GiftAnswer>();
        for (var at = from; at < body.Length && answers.Count <= MostAnswers;)
        {
            var sign = signs.Contains(body[at]) ? body[at] : '\0';
            var begin = sign == '\0' ? at : at + 1;
            var end = body.AsSpan(begin).IndexOfAny(signs) is >= 0 and var next ? begin + next : body.Length;
            if (body[begin..end].Trim().Length > 0) answers.Add(Answer(sign, body[begin..end], line + body.AsSpan(0, begin).Count('\n'), withFeedback));
            at = end;
        }

        return answers;
    }

    private GiftAnswer Answer(char sign, string text, int at, bool withFeedback)
    {
        decimal? fraction = null;
        if ((format == QuestionFormat.MissingWord ? BareWeight().Match(text) : Weight().Match(text)) is { Success: true } weight)
        {
            fraction = UsualFraction.Read(weight.Groups["percent"].Value, at, issues);
            text = text[weight.Length..];
        }

        var mark = withFeedback ? text.IndexOf('#', StringComparison.Ordinal) : -1;
        return mark < 0 ? new(sign, text, "", fraction, at) : new(sign, text[..mark], text[(mark + 1)..], fraction, at);
    }

    private string Markdown(string hidden)
    {
        var (text, stated) = Marked(hidden, promptFormat);
        return texts.ToMarkdown(text, stated);
    }

    private string Words(string hidden)
    {
        var (text, stated) = Marked(hidden, promptFormat);
        return texts.ToWords(text, stated == TextFormat.Moodle ? TextFormat.Plain : stated);
    }

    /// <summary>"[html]" before a text; other words in brackets belong to it.</summary>
    private static (string Text, TextFormat Format) Marked(string hidden, TextFormat ifNone)
    {
        var text = hidden.Trim();
        if (text.StartsWith('[') && text.IndexOf(']', StringComparison.Ordinal) is > 1 and < 12 and var end && text[1..end] is "html" or "markdown" or "plain" or "moodle")
            (text, ifNone) = (text[(text.IndexOf(']', StringComparison.Ordinal) + 1)..], RichText.Format(text[1..text.IndexOf(']', StringComparison.Ordinal)], ifNone));
        return (GiftText.Restore(text).Trim(), ifNone);
    }

    private QuestionDefinition? Refuse(ImportDetail what)
    {
        issues.Add(new(line, ImportIssueKind.Incomplete, what));
        return null;
    }

    [GeneratedRegex(@"^\s*%(?<percent>-?[0-9]{1,3}(?:[.,][0-9]{0,10})?)%", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Weight();

    [GeneratedRegex(@"^\s*%?(?<percent>-?[0-9]{1,3}(?:[.,][0-9]{0,10})?)%", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex BareWeight();
}
