using System.Text.RegularExpressions;
using Lms.Assessment.Exchange.Texts;
using Lms.Assessment.Questions;

namespace Lms.Assessment.Exchange.Gift;

/// <summary>GIFT as docs.moodle.org describes it ("GIFT format"), and the missing word format, which is a part of it.</summary>
internal static partial class GiftReader
{
    private const int LongestBlock = 200_000;

    public static ImportedFile Read(string text, QuestionFormat format)
    {
        var questions = new List<ImportedQuestion>();
        var category = "";
        foreach (var found in GiftBlocks.Of(text))
        {
            var block = found;
            if (CategoryLine().Match(block.Text) is { Success: true } match)
            {
                category = Finished.Category(GiftText.Restore(GiftText.Hide(match.Groups["path"].Value)));
                var rest = block.Text[match.Length..];
                block = block with { Line = block.Line + 1, Text = rest };
            }

            if (block.Text.Trim().Length == 0) continue;
            questions.Add(Question(questions.Count, block, category, format));
        }

        return new ImportedFile(format, questions, [], questions.Count > 0 ? [] : [new(0, ImportIssueKind.Unreadable, ImportPhrase.NoQuestionInFile)]);
    }

    private static ImportedQuestion Question(int index, GiftBlock block, string category, QuestionFormat format)
    {
        var issues = new List<ImportIssue>();
        if (block.Text.Length > LongestBlock) return new ImportedQuestion(index, block.Line, null, "", category, [], 1m, null, [new(block.Line, ImportIssueKind.TooLarge, ImportPhrase.BlockLimit.With(LongestBlock))]);
        var text = GiftText.Hide(block.Text);
        var start = text.Length - text.TrimStart().Length;
        var line = block.Line + text.AsSpan(0, start).Count('\n');
        text = text.Trim();
        var title = "";
        if (text.StartsWith("::", StringComparison.Ordinal) && text.IndexOf("::", 2, StringComparison.Ordinal) is > 0 and var end)
        {
            title = RichText.Clean(GiftText.Restore(text[2..end]).Trim());
            text = text[(end + 2)..];
        }

        var definition = Definition(text, line, format, issues);
        return Finished.Check(new ImportedQuestion(index, line, block.Identifier is { } id ? RichText.Clean(id) : null, title.ReplaceLineEndings(" "), category, [.. block.Tags.Select(RichText.Clean).Distinct()], Finished.Points(block.Points, line, issues), definition, issues) { Verbatim = block.Text.Trim(), Outcome = RichText.Clean(block.Outcome), Level = CognitiveLevels.Of(block.Level), Source = RichText.Clean(block.Source) });
    }

    private static QuestionDefinition? Definition(string text, int line, QuestionFormat format, List<ImportIssue> issues)
    {
        var (open, close) = (text.IndexOf('{', StringComparison.Ordinal), text.IndexOf('}', StringComparison.Ordinal));
        if (open < 0 && close < 0)
        {
            issues.Add(new(line, ImportIssueKind.TypeNotSupported, ImportPhrase.DescriptionWithoutBraces));
            return null;
        }

        if (open < 0 || close < open)
        {
            issues.Add(new(line + text.AsSpan(0, Math.Max(open, 0)).Count('\n'), ImportIssueKind.Incomplete, open < 0 ? ImportPhrase.OpeningBrace : ImportPhrase.ClosingBrace));
            return null;
        }

        var (before, body, after) = (text[..open].TrimEnd(), text[(open + 1)..close], text[(close + 1)..].Trim());
        if (after.IndexOfAny(['{', '}']) >= 0 || body.Contains('{'))
        {
            issues.Add(new(line, ImportIssueKind.RulesNotSupported, ImportPhrase.SeveralBraces));
            return null;
        }

        var answers = new GiftAnswers(line + text.AsSpan(0, open + 1).Count('\n'), format, issues);
        var prompt = after.Length == 0 ? before : $"{before}{(before.Length > 0 && !text[open - 1].Equals(before[^1]) ? " " : "")}_____{(char.IsLetterOrDigit(after[0]) ? " " : "")}{after}";
        return answers.Read(prompt, body);
    }

    [GeneratedRegex(@"^\s*\$CATEGORY:(?<path>[^\n]*)(?:\n|$)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex CategoryLine();
}
