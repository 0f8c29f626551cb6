using Lms.Assessment.Exchange.Qti.Rules;
using Lms.Assessment.Questions;
using Lms.Assessment.Scoring;

namespace Lms.Assessment.Exchange.Qti.Native;

/// <summary>A response in both tongues.</summary>
/// <param name="Texts">Of the one response there is.</param>
/// <param name="All">By response identifier where there are several.</param>
internal sealed record Sample(Response Given, IReadOnlyList<string> Texts, IReadOnlyDictionary<string, IReadOnlyList<string>>? All = null);

/// <summary>A question of ours, and responses on which it was found to score as the item does.</summary>
internal sealed record Found(QuestionDefinition Question, IReadOnlyList<Sample> Samples);

/// <summary>
/// One interaction with its response, and what a response to it earns by the item's own rules, of its own share: the
/// whole item where it stands alone, its gap's part where it is one of several.
/// </summary>
internal sealed record Part(QtiItem Item, QtiNode Interaction, Declaration Response, decimal Share, string Prompt, QtiProse Prose, Func<IReadOnlyList<string>, decimal> EarnedOfItem)
{
    /// <summary>How far two ways of counting may differ: thirds are written with few digits.</summary>
    public const decimal Alike = 0.000_01m;

    public decimal Earned(params IReadOnlyList<string> texts) => EarnedOfItem(texts) / Share;

    /// <summary>As many digits as an author would write.</summary>
    public static decimal Tidy(decimal fraction) => Math.Round(fraction, 8) is var rounded && Math.Round(fraction, 4) is var shorter && Math.Abs(rounded - shorter) < 0.000_000_02m ? shorter : rounded;

    /// <summary>A strange item may hold numbers that no decimal does; those are out of every range anyway.</summary>
    public static decimal Number(double number) => Math.Abs(number) < 1e9 ? (decimal)number : Math.Sign(number) * 1e9m;

    public decimal Fraction(params IReadOnlyList<string> texts) => Tidy(Earned(texts));

    public bool Agrees(QuestionDefinition question, IReadOnlyList<Sample> samples) =>
        samples.All(s => Math.Abs(Scorer.Score(question, s.Given).Fraction - Earned(s.Texts)) <= Alike);

    /// <summary>The first candidate that scores every sample as the item does.</summary>
    public Found? First(IEnumerable<QuestionDefinition> candidates, IReadOnlyList<Sample> samples) =>
        candidates.FirstOrDefault(c => Agrees(c, samples)) is { } question ? new Found(question, samples) : null;

    /// <summary>What our own writer noted of a question that QTI has no word for.</summary>
    public string? Hint(string name) => Interaction[$"data-lms-{name}"];

    public T Hint<T>(string name, T otherwise) where T : struct, Enum => Enum.TryParse<T>(Hint(name), ignoreCase: true, out var hint) && Enum.IsDefined(hint) ? hint : otherwise;

    public IReadOnlyList<string> Correct => Response.Correct is { } correct ? [.. correct.Items.Select(QtiText.Of)] : [];

    public int MostChoices(int otherwise) => int.TryParse(Interaction["maxChoices"] ?? Interaction["maxAssociations"], out var most) ? most <= 0 ? int.MaxValue : most : otherwise;
}
