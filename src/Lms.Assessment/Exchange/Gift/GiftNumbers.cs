using System.Globalization;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;
using Lms.Assessment.Scoring.Types;

namespace Lms.Assessment.Exchange.Gift;

/// <summary>{#5}, {#5:0.1}, {#4.9..5.1}, several of them with "=" and weights, and "~" for what is said to any other number.</summary>
internal static class GiftNumbers
{
    public static QuestionDefinition? Of(string prompt, IReadOnlyList<GiftAnswer> answers, Func<string, string> markdown, List<ImportIssue> issues)
    {
        var read = new List<NumericAnswer>();
        foreach (var answer in answers)
        {
            var text = GiftText.Restore(answer.Text).Trim();
            var value = answer.Sign == '~' && text.Length == 0 ? new NumericAnswer("*", Fraction: 0m) : Interval(text);
            if (value is null) issues.Add(new(answer.Line, ImportIssueKind.Dropped, ImportPhrase.AnswerText.With(text), ImportPhrase.NoNumberOrRange));
            else read.Add(value with { Fraction = answer.Fraction ?? (answer.Sign == '~' ? 0m : 1m), Feedback = markdown(answer.Feedback) });
        }

        if (read.Any(a => a.Fraction > 0m)) return new Numeric { Prompt = prompt, Answers = read };
        issues.Add(new(answers.Count > 0 ? answers[0].Line : 0, ImportIssueKind.Incomplete, ImportPhrase.RightNumber));
        return null;
    }

    /// <summary>"3", "3:0.1", "2.9..3.1" or "*"; null where it is none of them.</summary>
    public static NumericAnswer? Interval(string text)
    {
        if (text == "*") return new NumericAnswer("*");
        if (text.IndexOf("..", StringComparison.Ordinal) is > 0 and var dots)
            return Number(text[..dots]) is { } low && Number(text[(dots + 2)..]) is { } high ? Between(low, high) : null;
        var (value, tolerance) = text.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? (text[..colon], text[(colon + 1)..]) : (text, "0");
        return Number(value) is { } number && Number(tolerance) is { } within && ExactNumber.Parse(within) is { Sign: >= 0 } ? new NumericAnswer(number, within) : null;
    }

    private static NumericAnswer Between(string low, string high)
    {
        var (a, b) = (ExactNumber.Parse(low)!.Value, ExactNumber.Parse(high)!.Value);
        if (a > b) (a, b) = (b, a);
        var half = ExactNumber.Parse("0.5")!.Value;
        return new NumericAnswer(Plain((a + b) * half), Plain((b - a) * half));
    }

    private static string? Number(string text) => NumberText.Read(text) is { Unit: "" } number ? number.Digits : null;

    /// <summary>Without an exponent where a decimal can hold it.</summary>
    private static string Plain(ExactNumber number) =>
        decimal.TryParse(number.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && ExactNumber.Of(value).CompareTo(number) == 0
            ? value.ToString("0.############################", CultureInfo.InvariantCulture) : number.ToString();
}
