using System.Globalization;
using Lms.Assessment.Exchange.Texts;

namespace Lms.Assessment.Scoring;

/// <summary>A mark in English sentences, for the command line; pages have their own words.</summary>
public static class Explanation
{
    /// <summary>How the answer came out, then each step that led there.</summary>
    public static string Of(Mark mark) => string.Join(' ', [Outcome(mark), .. mark.Parts.Select(Step)]);

    public static string Of(IReadOnlyList<MarkPart> parts) => string.Join(' ', parts.Select(Step));

    private static string Outcome(Mark mark) => mark.Reason switch
    {
        MarkReason.Right => "Right.",
        MarkReason.PartlyRight => $"Partly right: {Percent(mark.Fraction)} of the points.",
        MarkReason.Wrong => mark.Fraction < 0m ? $"Wrong: {Percent(mark.Fraction)} of the points." : "Wrong.",
        MarkReason.NotAnswered => "Not answered.",
        MarkReason.NotApplicable => "Such an answer does not fit the question.",
        MarkReason.NeedsMarking => "A person has to mark this answer.",
    };

    private static string Step(MarkPart part)
    {
        var (name, given, expected, brought) = (PlainText.Line(part.Name, 200), PlainText.Line(part.Given, 200), PlainText.Line(part.Expected, 200), Percent(part.Fraction));
        var right = expected.Length > 0 ? $"; \"{expected}\" would be right" : "";
        return part.Rule switch
        {
            MarkRule.RightOption => $"\"{name}\" is right ({brought}).",
            MarkRule.WrongOption => $"\"{name}\" is wrong ({brought}).",
            MarkRule.MissedOption => $"\"{name}\" is right and was not chosen.",
            MarkRule.OptionValue => $"\"{name}\" is worth {brought}.",
            MarkRule.AnswerFits => expected.Length > 0 ? $"\"{given}\" fits the answer \"{expected}\", worth {brought}." : $"\"{given}\" is worth {brought}.",
            MarkRule.NoAnswerFits => $"\"{given}\" fits no answer.",
            MarkRule.NotANumber => $"\"{given}\" cannot be read as a number with a known unit.",
            MarkRule.OutsideTolerance => $"{given} lies outside every tolerance.",
            MarkRule.WrongFigures => $"{given} is not written with {expected} significant figures.",
            MarkRule.UnitMissing => $"The unit is missing ({brought}).",
            MarkRule.UnitUnknown => $"The unit \"{given}\" is not known ({brought}).",
            MarkRule.RightPair => $"\"{name}\" with \"{given}\" is right ({brought}).",
            MarkRule.WrongPair => $"\"{name}\" with \"{given}\" is wrong ({brought}){right}.",
            MarkRule.OpenPair => $"\"{name}\" was left open{right}.",
            MarkRule.InPlace => $"\"{name}\" is in its place ({brought}).",
            MarkRule.OutOfPlace => $"\"{name}\" is not in its place.",
            MarkRule.RightNext => $"What follows \"{name}\" is right ({brought}).",
            MarkRule.WrongNext => $"What follows \"{name}\" is wrong.",
            MarkRule.InOrder => $"In order: {(name.Length > 0 ? $"\"{name}\"" : given)} ({brought}).",
            MarkRule.OutOfOrder => $"Out of order: {(name.Length > 0 ? $"\"{name}\"" : given)}.",
            MarkRule.NearPlace => $"\"{name}\" is near its place ({brought}).",
            MarkRule.Gap => $"Gap {name}: \"{given}\" is worth {brought}{(part.Fraction > 0m ? "" : right)}.",
            MarkRule.OpenGap => $"Gap {name} was left open{right}.",
            MarkRule.AreaHit => $"The point {given} hits \"{name}\" ({brought}).",
            MarkRule.AreaMissed => $"\"{name}\" was not hit.",
            MarkRule.PointMissed => $"The point {given} hits nothing ({brought}).",
            MarkRule.RaisedToBound => $"The sum was raised by {brought} to its lower bound.",
            MarkRule.LoweredToBound => $"The sum was lowered by {Percent(-part.Fraction)} to its upper bound.",
            MarkRule.NoPartialCredit => "There is no partial credit.",
        };
    }

    private static string Percent(decimal fraction) => $"{Math.Round(fraction * 100m, 2).ToString("0.##", CultureInfo.InvariantCulture)}%";
}
