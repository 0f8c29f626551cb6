namespace Lms.Web.Features.Exams.Review;

using System.Globalization;
using Lms.Assessment.Scoring;
using Lms.Web.Features.Exams;
using Microsoft.Extensions.Localization;

/// <summary>A step of scoring in words: {0} is what it is about, {1} what was given.</summary>
internal static class StepWords
{
    public static string Of(IStringLocalizer<ExamsText> text, MarkPart part) =>
        text[Key(part.Rule), part.Name, part.Given].Value + (part.Expected.Length > 0 && part.Expected != part.Given ? $" {text["Rule.Expected", part.Expected]}" : "");

    public static string Key(MarkRule rule) => $"Rule.{rule}";

    public static string Brought(decimal fraction) => (fraction > 0m ? "+" : "") + Percent(fraction);

    public static string Percent(decimal fraction) => (fraction * 100m).ToString("0.##", CultureInfo.CurrentCulture) + "%";
}
