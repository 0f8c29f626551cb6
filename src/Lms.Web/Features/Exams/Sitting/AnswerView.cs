namespace Lms.Web.Features.Exams.Sitting;

using System.Globalization;
using System.Text.RegularExpressions;
using Lms.Assessment.Attempts;
using Lms.Assessment.Questions;
using Lms.Assessment.Scoring;

/// <summary>One gap of a text, as its partial view needs it.</summary>
/// <param name="Number">From 1, as in the prompt.</param>
public sealed record GapView(int Slot, int Number, ShownGap Gap, Response? Response)
{
    public string Field => AnswerForm.Field(Slot, $"{Number}");
    public string Id => $"q{Slot}-gap{Number}";
    public bool IsTyped => Gap.Type is QuestionType.ShortText or QuestionType.Numeric;
    public bool TakesSeveral => Gap.Type == QuestionType.MultipleResponse;
}

/// <summary>What was given, in the form in which a page shows it.</summary>
internal static partial class AnswerView
{
    /// <summary>The view of a type's fields; null for those that the question's own view draws.</summary>
    public static string? PartialOf(string type) => type switch
    {
        QuestionType.Matching => "~/Features/Exams/Sitting/Types/_Matching.cshtml",
        QuestionType.Ordering => "~/Features/Exams/Sitting/Types/_Ordering.cshtml",
        QuestionType.Numeric or QuestionType.Calculated => "~/Features/Exams/Sitting/Types/_Number.cshtml",
        QuestionType.Cloze or QuestionType.GapSelect => "~/Features/Exams/Sitting/Types/_Gaps.cshtml",
        QuestionType.Hotspot => "~/Features/Exams/Sitting/Types/_Hotspot.cshtml",
        QuestionType.Essay => "~/Features/Exams/Sitting/Types/_Essay.cshtml",
        QuestionType.FileUpload => "~/Features/Exams/Sitting/Types/_Files.cshtml",
        _ => null,
    };

    /// <summary>As an ordering's items stand on the page: those the candidate has placed, then the rest as drawn.</summary>
    public static IReadOnlyList<ShownOption> InOrder(ShownQuestion question, Response? response)
    {
        var placed = response is OrderResponse order ? order.ItemIds : [];
        return [.. placed.Select(id => question.Options.FirstOrDefault(o => o.Id == id)).OfType<ShownOption>(), .. question.Options.Where(o => !placed.Contains(o.Id))];
    }

    /// <returns>From 1; null for an item that was not placed.</returns>
    public static int? PlaceOf(Response? response, string itemId) =>
        response is OrderResponse order && order.ItemIds.Contains(itemId) ? order.ItemIds.TakeWhile(id => id != itemId).Count() + 1 : null;

    public static string? PairOf(Response? response, string leftId) => response is MatchResponse match ? match.Pairs.GetValueOrDefault(leftId) : null;

    public static Response? GapOf(Response? response, int number) => response is GapsResponse gaps ? gaps.Gaps.GetValueOrDefault(number) : null;

    /// <summary>What stands in a gap, in words.</summary>
    public static string GapText(Response? response, ShownGap gap) => response switch
    {
        TextResponse text => text.Text,
        ChoiceResponse choice => string.Join("; ", gap.Options.Where(o => choice.OptionIds.Contains(o.Id)).Select(o => o.Text)),
        _ => "",
    };

    public static IReadOnlyList<ImagePoint> PointsOf(Response? response) => response is PointsResponse points ? points.Points : [];

    public static string Value(ImagePoint point) => string.Create(CultureInfo.InvariantCulture, $"{point.X},{point.Y}");

    /// <summary>"120,44"; null for anything else.</summary>
    public static ImagePoint? Point(string? value) => value?.Split(',') is [var x, var y]
        && int.TryParse(x, NumberStyles.None, CultureInfo.InvariantCulture, out var across) && int.TryParse(y, NumberStyles.None, CultureInfo.InvariantCulture, out var down)
            ? new ImagePoint(across, down) : null;

    /// <summary>Runs of letters and digits, as the script counts them.</summary>
    public static int Words(string text) => Word().Count(text);

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
