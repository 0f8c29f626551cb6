namespace Lms.Web.Features.Exams.Review;

using System.Globalization;
using Lms.Assessment.Scoring;
using Lms.Web.Features.Exams;
using Microsoft.Extensions.Localization;

/// <summary>A step of scoring in words: {0} is what it is about, {1} what was given.</summary>
internal static class StepWords
{
    public static string Of(IStringLocalizer<ExamsText> text, MarkPart part) =>
        text[Key(part.Rule), part.Name, part.Given].Value + (part.Expected.Length > 0 && part.Expected != part.Given ? $" {text[ExpectedKey(part.Rule), part.Expected]}" : "");

    public static string Key(MarkRule rule) => $"Rule.{rule}";

    /// <summary>What was expected is an answer, a place in an order, or a number of figures.</summary>
    public static string ExpectedKey(MarkRule rule) => rule switch
    {
        MarkRule.InPlace or MarkRule.OutOfPlace or MarkRule.NearPlace or MarkRule.RightNext or MarkRule.WrongNext or MarkRule.InOrder or MarkRule.OutOfOrder => "Rule.ExpectedPlace",
        MarkRule.WrongFigures => "Rule.ExpectedFigures",
        MarkRule.RightOption or MarkRule.WrongOption or MarkRule.MissedOption or MarkRule.OptionValue or MarkRule.AnswerFits or MarkRule.NoAnswerFits
            or MarkRule.NotANumber or MarkRule.OutsideTolerance or MarkRule.UnitMissing or MarkRule.UnitUnknown or MarkRule.RightPair or MarkRule.WrongPair
            or MarkRule.OpenPair or MarkRule.Gap or MarkRule.OpenGap or MarkRule.AreaHit or MarkRule.AreaMissed or MarkRule.PointMissed
            or MarkRule.RaisedToBound or MarkRule.LoweredToBound or MarkRule.NoPartialCredit => "Rule.Expected",
    };

    public static string Brought(decimal fraction) => (fraction > 0m ? "+" : "") + Percent(fraction);

    public static string Percent(decimal fraction) => (fraction * 100m).ToString("0.##", CultureInfo.CurrentCulture) + "%";
}
