using Lms.Assessment.Exchange;
using Lms.Assessment.Exchange.Texts;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;

namespace Lms.Web.Cli.Files;

internal sealed record SeenOption(string Id, string Text, decimal? Fraction, string Feedback);
internal sealed record SeenAnswer(string? Text, string? Value, string? Tolerance, string? ToleranceKind, decimal Fraction, string Feedback);
internal sealed record SeenGap(int Number, string Type, decimal Weight, IReadOnlyList<SeenOption> Options, IReadOnlyList<SeenAnswer> Answers);
internal sealed record SeenIssue(int Line, string Message);

/// <summary>One question as the command line shows it: texts without Markdown, and only what its type has; the other lists are empty.</summary>
/// <param name="Index">Null for what concerns the file as a whole.</param>
/// <param name="Type">Null where the question could not be taken.</param>
internal sealed record SeenQuestion(int? Index, string? Identifier, string? Title, string? Type, string Prompt, IReadOnlyList<SeenOption> Options, IReadOnlyList<IReadOnlyList<string>> Pairs,
    IReadOnlyList<SeenGap> Gaps, IReadOnlyList<SeenAnswer> Answers, decimal? Points, string DefaultFeedback, IReadOnlyList<string> Tags, string? Category, int? Line, IReadOnlyList<SeenIssue> Issues)
{
    public IReadOnlyList<string> Units { get; init; } = [];
    public IReadOnlyList<IReadOnlyDictionary<string, double>> ValueSets { get; init; } = [];
}

internal static class Inspection
{
    public static List<SeenQuestion> Of(ImportedFile file)
    {
        var seen = file.Questions.Select(Of).ToList();
        if (file.Issues.Count > 0) seen.Add(new SeenQuestion(null, null, null, null, "", [], [], [], [], null, "", [], null, null, Issues(file.Issues)));
        return seen;
    }

    private static SeenQuestion Of(ImportedQuestion question)
    {
        var definition = question.Definition;
        return new SeenQuestion(question.Index, question.Identifier, question.Title, definition is null ? null : QuestionType.Of(definition), PlainText.Of(definition?.Prompt ?? ""),
            definition is null ? [] : Options(definition), Pairs(definition), Gaps(definition), definition is null ? [] : Answers(definition),
            question.Points, PlainText.Of(definition?.Feedback ?? ""), question.Tags, question.Category, question.Line, Issues(question.Issues))
        {
            Units = definition switch { Numeric numeric => [.. numeric.Units.Select(u => u.Symbol)], Calculated calculated => [.. calculated.Units.Select(u => u.Symbol)], _ => [] },
            ValueSets = definition is Calculated { ValueSets: var sets } ? sets : [],
        };
    }

    private static IReadOnlyList<SeenIssue> Issues(IReadOnlyList<ImportIssue> issues) => [.. issues.Select(i => new SeenIssue(i.Line, i.Message))];

    private static IReadOnlyList<SeenOption> Options(QuestionDefinition question) => question switch
    {
        SingleChoice single => [.. single.Options.Select(o => Option(o, o.Correct ? 1m : 0m))],
        MultipleResponse multiple => [.. multiple.Options.Select(o => Option(o, o.Correct ? 1m / Math.Max(1, multiple.Options.Count(c => c.Correct)) : 0m))],
        TrueFalse statement => [new("true", "True", statement.Correct ? 1m : 0m, PlainText.Of(statement.TrueFeedback)), new("false", "False", statement.Correct ? 0m : 1m, PlainText.Of(statement.FalseFeedback))],
        Matching matching => [.. matching.Right.Select(r => new SeenOption(r.Id, PlainText.Of(r.Text), null, ""))],
        Ordering ordering => [.. ordering.Items.Select(i => new SeenOption(i.Id, PlainText.Of(i.Text), null, ""))],
        GapSelect select => [.. select.Choices.Select(c => new SeenOption(c.Id, PlainText.Of(c.Text), null, PlainText.Of(c.Feedback)))],
        Hotspot hotspot => [.. hotspot.Areas.Select(a => new SeenOption(a.Id, $"{a.Label}: {a.Shape} {string.Join(", ", a.Coordinates)}", a.Fraction, ""))],
        _ => [],
    };

    private static SeenOption Option(ChoiceOption option, decimal ifNone) => new(option.Id, PlainText.Of(option.Text), option.Fraction ?? ifNone, PlainText.Of(option.Feedback));

    private static IReadOnlyList<IReadOnlyList<string>> Pairs(QuestionDefinition? question) => question is not Matching matching ? []
        : [.. matching.Left.Select(l => (IReadOnlyList<string>)[PlainText.Of(l.Text), PlainText.Of(matching.Right.FirstOrDefault(r => r.Id == l.Right)?.Text ?? "")])];

    private static IReadOnlyList<SeenAnswer> Answers(QuestionDefinition question) => question switch
    {
        ShortText text => [.. text.Answers.Select(a => new SeenAnswer(a.Text, null, null, null, a.Fraction, PlainText.Of(a.Feedback)))],
        Numeric numeric => [.. numeric.Answers.Select(a => new SeenAnswer(null, a.Value, a.Tolerance, Kind(a.Kind), a.Fraction, PlainText.Of(a.Feedback)))],
        Calculated calculated => [.. calculated.Answers.Select(a => new SeenAnswer(a.Formula, null, a.Tolerance.ToString(System.Globalization.CultureInfo.InvariantCulture), Kind(a.Kind), a.Fraction, PlainText.Of(a.Feedback)))],
        _ => [],
    };

    private static string Kind(ToleranceKind kind) => kind switch { ToleranceKind.Absolute => "absolute", ToleranceKind.Relative => "relative", ToleranceKind.Geometric => "geometric" };

    private static IReadOnlyList<SeenGap> Gaps(QuestionDefinition? question) => question switch
    {
        Cloze cloze => [.. cloze.Gaps.Select((g, i) => new SeenGap(i + 1, QuestionType.Of(g.Question), g.Weight, Options(g.Question), Answers(g.Question)))],
        GapSelect select => [.. select.Gaps.Select((id, i) => new SeenGap(i + 1, QuestionType.GapSelect, 1m, [],
            [.. select.Choices.Where(c => c.Id == id).Select(c => new SeenAnswer(PlainText.Of(c.Text), null, null, null, 1m, ""))]))],
        _ => [],
    };
}
