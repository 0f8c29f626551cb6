using System.Globalization;
using System.Text.RegularExpressions;
using Lms.Content.Courses;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.Authoring.Course;

/// <summary>A problem of a course in words, and the page where it is mended.</summary>
public sealed partial record PlacedProblem(string Place, string Words, string Address)
{
    public static PlacedProblem Of(CourseProblem problem, Guid courseKey, CourseContent course, IStringLocalizer<AuthoringText> text)
    {
        var address = $"~/authoring/courses/{courseKey}";
        var words = WordsOf(problem.Kind, text);
        if (Module().Match(problem.Field) is not { Success: true } match) return new(text["PlaceDetails"], words, address + "/details");

        var module = course.Modules[Number(match, "module")];
        if (!match.Groups["lesson"].Success) return new(text["PlaceModule", Number(match, "module") + 1, module.Title], words, $"{address}#module-{module.Id}");

        var lesson = module.Lessons[Number(match, "lesson")];
        var place = text["PlaceLesson", lesson.Title].Value;
        return match.Groups["part"].Success
            ? new($"{place}, {text["PlacePart", Number(match, "part") + 1]}", words, $"{address}/lessons/{lesson.Id}#part-{Number(match, "part")}")
            : new(place, words, $"{address}/lessons/{lesson.Id}");
    }

    public static string WordsOf(CourseProblemKind kind, IStringLocalizer<AuthoringText> text) => text[$"CourseProblem{kind}"];

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^Modules\[(?<module>\d+)\](\.Lessons\[(?<lesson>\d+)\](\.Parts\[(?<part>\d+)\])?)?")]
    private static partial Regex Module();
}
