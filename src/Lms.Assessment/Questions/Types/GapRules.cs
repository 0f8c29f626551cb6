using System.Globalization;
using System.Text.RegularExpressions;
using static Lms.Assessment.Questions.Checks;

namespace Lms.Assessment.Questions.Types;

internal static partial class GapRules
{
    private const int MostGaps = 100;

    public static IEnumerable<QuestionProblem> Of(string at, Cloze question) =>
    [
        .. Markers(at, question.Prompt, question.Gaps.Count),
        .. question.Gaps.SelectMany((g, i) => Gap($"{at}.Gaps[{i}]", g)),
    ];

    public static IEnumerable<QuestionProblem> Of(string at, GapSelect question) =>
    [
        .. Markers(at, question.Prompt, question.Gaps.Count),
        .. When(question.Choices.Count < 1, $"{at}.Choices", QuestionProblemKind.TooFewOptions),
        .. When(question.Choices.Count > MostGaps, $"{at}.Choices", QuestionProblemKind.TooManyOptions),
        .. question.Choices.Index().GroupBy(c => c.Item.Group).SelectMany(g => WithinGroup($"{at}.Choices", [.. g])),
        .. question.Gaps.SelectMany((id, i) => When(question.Choices.All(c => c.Id != id), $"{at}.Gaps[{i}]", QuestionProblemKind.UnknownReference)),
    ];

    /// <summary>Choices are told apart within their group, and a problem names their place in the whole list.</summary>
    private static IEnumerable<QuestionProblem> WithinGroup(string field, IReadOnlyList<(int Index, GapChoice Item)> group) =>
        Distinct(field, group, c => c.Item.Id, c => c.Item.Text).Select(p => p with { Field = Placed(p.Field, field, group) });

    private static string Placed(string path, string field, IReadOnlyList<(int Index, GapChoice Item)> group)
    {
        var end = path.IndexOf(']', field.Length);
        var place = int.Parse(path.AsSpan(field.Length + 1, end - field.Length - 1), CultureInfo.InvariantCulture);
        return $"{field}[{group[place].Index}{path[end..]}";
    }

    /// <summary>Numbers of the gaps marked in a text, in its order: [[1]] … [[2]].</summary>
    public static IReadOnlyList<int> Marked(string text) =>
        [.. Marker().Matches(text).Select(m => int.Parse(m.Groups["n"].Value, CultureInfo.InvariantCulture))];

    private static IEnumerable<QuestionProblem> Markers(string at, string prompt, int gaps) =>
    [
        .. When(gaps == 0, $"{at}.Gaps", QuestionProblemKind.Required),
        .. When(gaps > MostGaps, $"{at}.Gaps", QuestionProblemKind.TooManyOptions),
        .. When(!Marked(prompt).Order().SequenceEqual(Enumerable.Range(1, gaps)), $"{at}.Prompt", QuestionProblemKind.GapsDoNotMatch),
    ];

    private static IEnumerable<QuestionProblem> Gap(string at, Gap gap) => gap.Question is SingleChoice or MultipleResponse or ShortText or Numeric
        ? QuestionRules.OfType($"{at}.Question", gap.Question).Concat(When(gap.Weight is <= 0m or > 1000m, $"{at}.Weight", QuestionProblemKind.OutOfRange))
        : [new($"{at}.Question", QuestionProblemKind.UnknownReference)];

    [GeneratedRegex(@"\[\[(?<n>[0-9]{1,3})\]\]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    internal static partial Regex Marker();
}
