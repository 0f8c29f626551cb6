using System.Diagnostics;
using Lms.Assessment.Questions.Types;
using Lms.Assessment.Scoring;
using static Lms.Assessment.Questions.Checks;

namespace Lms.Assessment.Questions;

/// <summary>What a question must be before it may be kept. Fields are paths from the draft: "Definition.Options[1].Text".</summary>
internal static class QuestionRules
{
    public const int LongestPrompt = 20_000, LongestText = 4000, LongestLabel = 400, LongestId = 40, MostOptions = 40, MostAnswers = 100;
    private const string Root = "Definition";

    public static IEnumerable<QuestionProblem> Problems(QuestionDraft draft) =>
    [
        .. Text("Category", draft.Category, LongestLabel, required: true),
        .. Text("Outcome", draft.Outcome, LongestLabel, required: false),
        .. When(draft.Difficulty is < 1 or > 3, "Difficulty", QuestionProblemKind.OutOfRange),
        .. Text("Source", draft.Source, LongestLabel, required: false),
        .. When(draft.Tags.Count > QuestionTags.Most, "Tags", QuestionProblemKind.TooManyOptions),
        .. When(draft.Tags.Any(t => t.Length > QuestionTags.Longest), "Tags", QuestionProblemKind.TooLong),
        .. Text($"{Root}.Prompt", draft.Definition.Prompt, LongestPrompt, required: true),
        .. Text($"{Root}.Feedback", draft.Definition.Feedback, LongestPrompt, required: false),
        .. OfType(Root, draft.Definition),
    ];

    /// <param name="at">Path of the definition; a gap holds one of its own.</param>
    internal static IEnumerable<QuestionProblem> OfType(string at, QuestionDefinition definition) => definition switch
    {
        SingleChoice single => Options($"{at}.Options", single.Options)
            .Concat(When(single.Options.All(o => o.Fraction is null) && single.Options.Count(o => o.Correct) > 1, $"{at}.Options", QuestionProblemKind.SeveralCorrectOptions)),
        MultipleResponse multiple => Options($"{at}.Options", multiple.Options)
            .Concat(When(multiple.LowerBound > multiple.UpperBound || multiple.LowerBound < -1m || multiple.UpperBound > 1m, $"{at}.UpperBound", QuestionProblemKind.OutOfRange)),
        TrueFalse => [],
        ShortText text => Answers($"{at}.Answers", text.Answers),
        Matching matching => ArrangementRules.Of(at, matching),
        Ordering ordering => ArrangementRules.Of(at, ordering),
        Numeric numeric => NumberRules.Of(at, numeric),
        Calculated calculated => NumberRules.Of(at, calculated),
        Cloze cloze => GapRules.Of(at, cloze),
        GapSelect select => GapRules.Of(at, select),
        Hotspot hotspot => HotspotRules.Of(at, hotspot),
        Essay essay => WrittenRules.Of(at, essay),
        FileUpload upload => WrittenRules.Of(at, upload),
        _ => throw new UnreachableException($"No rules for {definition.GetType().Name}."),
    };

    private static List<QuestionProblem> Options(string field, IReadOnlyList<ChoiceOption> options)
    {
        var problems = new List<QuestionProblem>();
        problems.AddRange(When(options.Count < 2, field, QuestionProblemKind.TooFewOptions));
        problems.AddRange(When(options.Count > MostOptions, field, QuestionProblemKind.TooManyOptions));
        problems.AddRange(When(!options.Any(o => o.Correct || o.Fraction > 0m), field, QuestionProblemKind.NoCorrectOption));
        problems.AddRange(Distinct(field, options, o => o.Id, o => o.Text));
        for (var i = 0; i < options.Count; i++)
        {
            problems.AddRange(Text($"{field}[{i}].Feedback", options[i].Feedback, LongestText, required: false));
            problems.AddRange(When(options[i].Fraction is < -1m or > 1m, $"{field}[{i}].Fraction", QuestionProblemKind.OutOfRange));
        }

        return problems;
    }

    private static List<QuestionProblem> Answers(string field, IReadOnlyList<TextAnswer> answers)
    {
        var problems = new List<QuestionProblem>();
        problems.AddRange(When(answers.Count == 0, field, QuestionProblemKind.Required));
        problems.AddRange(When(answers.Count > MostAnswers, field, QuestionProblemKind.TooManyOptions));
        for (var i = 0; i < answers.Count; i++)
        {
            problems.AddRange(Text($"{field}[{i}]", answers[i].Text, ResponseShape.LongestText, required: true));
            problems.AddRange(When(answers[i].Fraction is < -1m or > 1m, $"{field}[{i}].Fraction", QuestionProblemKind.OutOfRange));
        }

        return problems;
    }
}

/// <summary>What the rules of all types are made of.</summary>
internal static class Checks
{
    public static IEnumerable<QuestionProblem> Text(string field, string text, int longest, bool required) =>
        When(required && string.IsNullOrWhiteSpace(text), field, QuestionProblemKind.Required)
            .Concat(When(text.Length > longest, field, QuestionProblemKind.TooLong));

    public static IEnumerable<QuestionProblem> When(bool broken, string field, QuestionProblemKind kind) =>
        broken ? [new(field, kind)] : [];

    /// <summary>Ids and texts are there, not too long, and no two alike.</summary>
    public static IEnumerable<QuestionProblem> Distinct<T>(string field, IReadOnlyList<T> items, Func<T, string> id, Func<T, string> text)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var texts = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < items.Count; i++)
        {
            foreach (var problem in Text($"{field}[{i}].Id", id(items[i]), QuestionRules.LongestId, required: true)) yield return problem;
            foreach (var problem in Text($"{field}[{i}].Text", text(items[i]), QuestionRules.LongestText, required: true)) yield return problem;
            if (!ids.Add(id(items[i]))) yield return new QuestionProblem($"{field}[{i}].Id", QuestionProblemKind.DuplicateId);
            var read = text(items[i]).Trim().Normalize();
            if (read.Length > 0 && !texts.Add(read)) yield return new QuestionProblem($"{field}[{i}].Text", QuestionProblemKind.DuplicateText);
        }
    }
}
