using System.Text.RegularExpressions;
using Lms.Assessment.Exchange.Gift;
using Lms.Assessment.Exchange.Texts;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;

namespace Lms.Assessment.Exchange.Sheets;

/// <summary>One row as a question. Where no type is given, the right answer tells it.</summary>
internal sealed partial class SheetRowReader(int line, RichText texts, List<ImportIssue> issues)
{
    private sealed record Cell(char Letter, string Text, string Feedback);

    public QuestionDefinition? Read(string type, string prompt, IReadOnlyList<string> cells, string right)
    {
        if (prompt.Trim().Length == 0) return Refuse(ImportPhrase.TheQuestion);
        var shown = texts.ToMarkdown(prompt, TextFormat.Markdown);
        var options = cells.Select((text, i) => Split((char)('A' + i), text)).Where(c => c.Text.Length > 0).ToList();
        return SheetTypes.Of(type, right, options.Count) switch
        {
            QuestionType.SingleChoice => Choice(shown, options, right, several: false),
            QuestionType.MultipleResponse => Choice(shown, options, right, several: true),
            QuestionType.TrueFalse => Statement(shown, options, right),
            QuestionType.ShortText => Short(shown, options, right),
            QuestionType.Numeric => Number(shown, options, right),
            QuestionType.Matching => Pairs(shown, options),
            QuestionType.Ordering => new Ordering { Prompt = shown, Items = [.. options.Select((o, i) => new Item(ChoiceDraft.Id(i), Markdown(o.Text)))] },
            QuestionType.Essay => new Essay { Prompt = shown },
            _ => Unknown(type),
        };
    }

    private QuestionDefinition? Choice(string prompt, List<Cell> options, string right, bool several)
    {
        if (options.Count < 2) return Refuse(ImportPhrase.TwoOptions);
        if (Weights(right, options) is not { } weights) return null;
        if (weights.Count == 0) return Refuse(ImportPhrase.LetterOfRight);
        var drafts = options.Select(o => new ChoiceDraft(Markdown(o.Text), weights.TryGetValue(o.Letter, out var fraction) ? fraction ?? 1m : 0m, Markdown(o.Feedback))).ToList();
        if (!several) return ChoiceDraft.Single(prompt, drafts);
        if (weights.Values.Any(w => w is not null)) return ChoiceDraft.Multiple(prompt, drafts);
        return new MultipleResponse { Prompt = prompt, Options = [.. drafts.Select((d, i) => new ChoiceOption(ChoiceDraft.Id(i), d.Text, d.Fraction > 0m, d.Feedback))] };
    }

    private QuestionDefinition? Statement(string prompt, List<Cell> options, string right)
    {
        // A spreadsheet program keeps TRUE as 1.
        if ((SheetTypes.Truth(right) ?? right.Trim() switch { "1" => true, "0" => false, _ => null }) is not { } correct) return Refuse(ImportPhrase.TrueOrFalse);
        return new TrueFalse
        {
            Prompt = prompt, Correct = correct,
            TrueFeedback = Markdown(options.Find(o => SheetTypes.Truth(o.Text) == true)?.Feedback ?? ""),
            FalseFeedback = Markdown(options.Find(o => SheetTypes.Truth(o.Text) == false)?.Feedback ?? ""),
        };
    }

    private QuestionDefinition? Short(string prompt, List<Cell> options, string right)
    {
        var answers = options.Count == 0 ? [.. right.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(t => new TextAnswer(t))] : Weighted(options, right).Select(a => new TextAnswer(a.Option.Text, a.Fraction, Markdown(a.Option.Feedback))).ToList();
        return answers.Count == 0 ? Refuse(ImportPhrase.AnAnswer) : new ShortText { Prompt = prompt, Answers = answers, Wildcards = answers.Any(a => a.Text.Contains('*')) };
    }

    private QuestionDefinition? Number(string prompt, List<Cell> options, string right)
    {
        var given = options.Count == 0 ? [.. right.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(t => (Option: new Cell('A', t.Trim(), ""), Fraction: 1m))] : Weighted(options, right);
        var answers = new List<NumericAnswer>();
        foreach (var (option, fraction) in given)
        {
            if (GiftNumbers.Interval(PlusMinus().Replace(option.Text, ":")) is { } interval) answers.Add(interval with { Fraction = fraction, Feedback = Markdown(option.Feedback) });
            else issues.Add(new(line, ImportIssueKind.Dropped, ImportPhrase.AnswerText.With(option.Text), ImportPhrase.NoNumberOrRange));
        }

        return answers.Count == 0 ? Refuse(ImportPhrase.ANumber) : new Numeric { Prompt = prompt, Answers = answers };
    }

    private QuestionDefinition? Pairs(string prompt, List<Cell> options)
    {
        var pairs = new List<(string, string)>();
        foreach (var option in options)
        {
            if (Arrow().Match(option.Text) is { Success: true } arrow) pairs.Add((PairDraft.WithArrow(Markdown(option.Text[..arrow.Index])), Markdown(option.Text[(arrow.Index + arrow.Length)..])));
            else issues.Add(new(line, ImportIssueKind.Dropped, $"\"{option.Text}\"", ImportPhrase.NoArrow));
        }

        return pairs.Any(p => p.Item1.Length > 0) ? PairDraft.Matching(prompt, pairs) : Refuse(ImportPhrase.PairLeft);
    }

    private List<(Cell Option, decimal Fraction)> Weighted(List<Cell> options, string right)
    {
        var weights = Weights(right, options) ?? [];
        return [.. options.Select(o => (o, weights.GetValueOrDefault(o.Letter) ?? 1m))];
    }

    /// <summary>"A", "A, C" or "A=50; B=-25"; null where a letter has no option, with an issue.</summary>
    private Dictionary<char, decimal?>? Weights(string right, List<Cell> options)
    {
        var weights = new Dictionary<char, decimal?>();
        foreach (var part in right.Split([',', ';', ' ', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (Letter().Match(part) is not { Success: true } match || options.All(o => o.Letter != char.ToUpperInvariant(match.Groups["letter"].Value[0])))
            {
                issues.Add(new(line, ImportIssueKind.Incomplete, ImportPhrase.OptionQuoted.With(part)));
                return null;
            }

            weights[char.ToUpperInvariant(match.Groups["letter"].Value[0])] = match.Groups["percent"].Success ? UsualFraction.Read(match.Groups["percent"].Value, line, issues) : null;
        }

        return weights;
    }

    /// <summary>A line that begins with # holds what is said to who chose it.</summary>
    private static Cell Split(char letter, string cell)
    {
        var at = cell.StartsWith('#') ? 0 : cell.IndexOf("\n#", StringComparison.Ordinal);
        return at < 0 ? new Cell(letter, cell.Trim(), "") : new Cell(letter, cell[..at].Trim(), cell[at..].TrimStart('\n', '#', ' ').Trim());
    }

    private string Markdown(string text) => text.Length == 0 ? "" : texts.ToMarkdown(text, TextFormat.Markdown);

    private QuestionDefinition? Unknown(string type)
    {
        issues.Add(new(line, ImportIssueKind.TypeNotSupported, type.Trim()));
        return null;
    }

    private QuestionDefinition? Refuse(ImportDetail what)
    {
        issues.Add(new(line, ImportIssueKind.Incomplete, what));
        return null;
    }

    [GeneratedRegex(@"^(?<letter>[A-Za-z])[.)]?(?:=(?<percent>-?[0-9]{1,3}(?:\.[0-9]{1,10})?)%?)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Letter();

    [GeneratedRegex(@"\s*(?:±|\+/-)\s*", RegexOptions.CultureInvariant)]
    private static partial Regex PlusMinus();

    [GeneratedRegex(@"\s*(?:->|→)\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Arrow();
}
