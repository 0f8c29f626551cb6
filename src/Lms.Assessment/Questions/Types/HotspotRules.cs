using static Lms.Assessment.Questions.Checks;

namespace Lms.Assessment.Questions.Types;

internal static class HotspotRules
{
    private const int MostCoordinates = 400;

    public static IEnumerable<QuestionProblem> Of(string at, Hotspot question) =>
    [
        .. Text($"{at}.Image", question.Image, QuestionRules.LongestLabel, required: true),
        .. When(question.Areas.Count > QuestionRules.MostOptions, $"{at}.Areas", QuestionProblemKind.TooManyOptions),
        .. When(!question.Areas.Any(a => a.Fraction > 0m), $"{at}.Areas", QuestionProblemKind.NoCorrectOption),
        .. When(question.MostPoints is < 1 or > Scoring.ResponseShape.MostPoints, $"{at}.MostPoints", QuestionProblemKind.OutOfRange),
        .. When(question.MissFraction is < -1m or > 0m, $"{at}.MissFraction", QuestionProblemKind.OutOfRange),
        .. Distinct($"{at}.Areas", question.Areas, a => a.Id, a => a.Label),
        .. question.Areas.SelectMany((a, i) => When(!Fits(a), $"{at}.Areas[{i}].Coordinates", QuestionProblemKind.OutOfRange)
            .Concat(When(a.Fraction is < -1m or > 1m, $"{at}.Areas[{i}].Fraction", QuestionProblemKind.OutOfRange))),
    ];

    private static bool Fits(HotspotArea area) => area.Coordinates.Count <= MostCoordinates && area.Coordinates.All(c => c is >= 0 and <= 100_000) && (area.Shape, area.Coordinates.Count) switch
    {
        (AreaShape.Rectangle, 4) => area.Coordinates[0] < area.Coordinates[2] && area.Coordinates[1] < area.Coordinates[3],
        (AreaShape.Circle, 3) => area.Coordinates[2] > 0,
        (AreaShape.Ellipse, 4) => area.Coordinates[2] > 0 && area.Coordinates[3] > 0,
        (AreaShape.Polygon, >= 6 and var count) => count % 2 == 0,
        (AreaShape.Everywhere, 0) => true,
        _ => false,
    };
}
