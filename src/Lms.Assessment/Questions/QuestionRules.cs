using System.Diagnostics;
using Lms.Assessment.Scoring;

namespace Lms.Assessment.Questions;

/// <summary>What a question must be before it may be kept. Fields are paths from the draft: "Definition.Options[1].Text".</summary>
internal static class QuestionRules
{
    public const int LongestPrompt = 8000, LongestText = 2000, LongestLabel = 400, LongestId = 20, MostOptions = 12, MostAnswers = 40;

    public static IEnumerable<QuestionProblem> Problems(QuestionDraft draft) =>
    [
        .. Text("Category", draft.Category, LongestLabel, required: true),
        .. Text("Outcome", draft.Outcome, LongestLabel, required: false),
        .. When(draft.Difficulty is < 1 or > 3, "Difficulty", QuestionProblemKind.OutOfRange),
        .. Text("Definition.Prompt", draft.Definition.Prompt, LongestPrompt, required: true),
        .. Text("Definition.Feedback", draft.Definition.Feedback, LongestPrompt, required: false),
        .. OfType(draft.Definition),
    ];

    private static IEnumerable<QuestionProblem> OfType(QuestionDefinition definition) => definition switch
    {
        SingleChoice single => Options(single.Options)
            .Concat(When(single.Options.Count(o => o.Correct) > 1, "Definition.Options", QuestionProblemKind.SeveralCorrectOptions)),
        MultipleResponse multiple => Options(multiple.Options),
        TrueFalse => [],
        ShortText text => Answers(text),
        _ => throw new UnreachableException($"No rules for {definition.GetType().Name}."),
    };

    private static List<QuestionProblem> Options(IReadOnlyList<ChoiceOption> options)
    {
        const string field = "Definition.Options";
        var problems = new List<QuestionProblem>();
        problems.AddRange(When(options.Count < 2, field, QuestionProblemKind.TooFewOptions));
        problems.AddRange(When(options.Count > MostOptions, field, QuestionProblemKind.TooManyOptions));
        problems.AddRange(When(!options.Any(o => o.Correct), field, QuestionProblemKind.NoCorrectOption));
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var texts = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < options.Count; i++)
        {
            problems.AddRange(Text($"{field}[{i}].Id", options[i].Id, LongestId, required: true));
            problems.AddRange(Text($"{field}[{i}].Text", options[i].Text, LongestText, required: true));
            problems.AddRange(Text($"{field}[{i}].Feedback", options[i].Feedback, LongestText, required: false));
            problems.AddRange(When(!ids.Add(options[i].Id), $"{field}[{i}].Id", QuestionProblemKind.DuplicateId));
            var text = options[i].Text.Trim().Normalize();
            problems.AddRange(When(text.Length > 0 && !texts.Add(text), $"{field}[{i}].Text", QuestionProblemKind.DuplicateText));
        }

        return problems;
    }

    private static List<QuestionProblem> Answers(ShortText question)
    {
        const string field = "Definition.Answers";
        var problems = new List<QuestionProblem>();
        problems.AddRange(When(question.Answers.Count == 0, field, QuestionProblemKind.Required));
        problems.AddRange(When(question.Answers.Count > MostAnswers, field, QuestionProblemKind.TooManyOptions));
        for (var i = 0; i < question.Answers.Count; i++)
            problems.AddRange(Text($"{field}[{i}]", question.Answers[i], ResponseShape.LongestText, required: true));
        return problems;
    }

    private static IEnumerable<QuestionProblem> Text(string field, string text, int longest, bool required) =>
        When(required && string.IsNullOrWhiteSpace(text), field, QuestionProblemKind.Required)
            .Concat(When(text.Length > longest, field, QuestionProblemKind.TooLong));

    private static IEnumerable<QuestionProblem> When(bool broken, string field, QuestionProblemKind kind) =>
        broken ? [new(field, kind)] : [];
}
