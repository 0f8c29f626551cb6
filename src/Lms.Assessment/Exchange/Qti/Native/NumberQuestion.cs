using System.Globalization;
using Lms.Assessment.Exchange.Qti.Rules;
using Lms.Assessment.Questions.Types;
using Lms.Assessment.Scoring;

namespace Lms.Assessment.Exchange.Qti.Native;

/// <summary>A number to type or to set. What the rules compare it with, and within which tolerances, gives the answers.</summary>
internal static class NumberQuestion
{
    private const int MostTiers = 50;

    private sealed record Tier(decimal Value, decimal Tolerance, ToleranceKind Kind)
    {
        public decimal Reach => Kind == ToleranceKind.Relative ? Tolerance * Math.Abs(Value) : Tolerance;
    }

    public static IReadOnlyList<string> Keys(QtiItem item, Declaration response) => [.. Tiers(item, response).SelectMany(t => new[] { t.Value, t.Value + t.Reach }).Select(Text).Distinct()];

    public static Found? Of(Part part)
    {
        var whole = part.Response.Base == QtiBase.Integer;
        var tiers = Tiers(part.Item, part.Response);
        if (tiers.Count == 0) return null;
        var samples = tiers.SelectMany(Around).Append(0m).Where(n => !whole || n == Math.Floor(n)).Select(Text).Distinct().Select(t => new Sample(new TextResponse(t), [t])).Append(new Sample(new TextResponse("abc"), ["abc"])).ToList();
        // At its upper end a tolerance is not covered by the narrower ones within it.
        var earning = tiers.OrderBy(t => t.Reach).Select(t => (Tier: t, Fraction: part.Fraction(Text(whole ? t.Value + Math.Floor(t.Reach) : t.Value + t.Reach)))).Where(t => t.Fraction != 0m).ToList();
        List<NumericAnswer> answers = [.. earning.Where(t => !earning.Any(o => o.Tier.Value == t.Tier.Value && o.Tier.Reach > t.Tier.Reach && o.Fraction == t.Fraction)).Select(t => new NumericAnswer(Text(t.Tier.Value), Text(t.Tier.Tolerance), t.Tier.Kind, t.Fraction))];
        if (answers.Count == 0 || answers.Any(a => a.Fraction is < -1m or > 1m)) return null;
        return part.First(new[] { HintedAnswers.Of<NumericAnswer>(part.Hint("answers")), answers }.Where(a => a.Count > 0).Select(a => new Numeric { Prompt = part.Prompt, Answers = a }), samples);
    }

    private static IEnumerable<decimal> Around(Tier tier)
    {
        var (reach, beyond) = (tier.Reach, Math.Max(tier.Reach * 0.001m, 0.000_001m));
        return [tier.Value, tier.Value - reach, tier.Value + reach, tier.Value - reach + beyond, tier.Value + reach - beyond, tier.Value - reach - beyond, tier.Value + reach + beyond, -tier.Value, tier.Value * 10 + 1, Math.Floor(tier.Value - reach), Math.Ceiling(tier.Value + reach), Math.Floor(tier.Value + reach) + 1];
    }

    private static List<Tier> Tiers(QtiItem item, Declaration response)
    {
        var state = item.Begin();
        var rules = item.Rules?.Descendants().ToList() ?? [];
        return [.. (response.Correct?.Items ?? []).Select(Exact)
            .Concat(response.Mapping?.Entries.Select(e => Exact(e.Key)) ?? [])
            .Concat(rules.Where(e => e.Name == "equal").Select(Equal))
            .Concat(rules.Where(e => e.Name == "and").Select(Range))
            .OfType<Tier>().Distinct().Take(MostTiers)];

        Tier? Equal(QtiNode node)
        {
            if (node.Elements.ToList() is not [var first, var second] || IsResponse(first) == IsResponse(second) || Constant(IsResponse(first) ? second : first) is not { } value) return null;
            var mode = node["toleranceMode"] ?? "exact";
            var tolerances = (node["tolerance"] ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(t => state.Attribute(t) is { } n ? Number(n) : null).ToList();
            if (mode == "exact") return new Tier(value, 0m, ToleranceKind.Absolute);
            if (tolerances.Count == 0 || tolerances.Contains(null)) return null;
            if (mode == "relative" && tolerances[0] == tolerances[^1]) return new Tier(value, tolerances[0]!.Value / 100m, ToleranceKind.Relative);
            var unit = mode == "relative" ? Math.Abs(value) / 100m : 1m;
            return Between(value - tolerances[0]!.Value * unit, value + tolerances[^1]!.Value * unit);
        }

        Tier? Range(QtiNode node)
        {
            decimal? low = null, high = null;
            foreach (var bound in node.Elements.Where(e => e.Name is "gte" or "lte" or "gt" or "lt"))
            {
                if (bound.Elements.ToList() is not [var first, var second] || IsResponse(first) == IsResponse(second) || Constant(IsResponse(first) ? second : first) is not { } value) continue;
                if (bound.Name[0] == 'g' == IsResponse(first)) low = value;
                else high = value;
            }

            return low <= high ? Between(low.Value, high.Value) : null;
        }

        bool IsResponse(QtiNode node) => (node.Name == "variable" && node["identifier"] == response.Identifier) || node.Elements.Any(IsResponse);
        decimal? Constant(QtiNode node) => Expressions.Evaluate(node, state) is { Number: { } number } ? Number(number) : null;
    }

    private static Tier Between(decimal low, decimal high) => new((low + high) / 2m, (high - low) / 2m, ToleranceKind.Absolute);

    private static Tier? Exact(object item) => item is long or double && Number(QtiValue.ToDouble(item)) is { } value ? new Tier(value, 0m, ToleranceKind.Absolute) : null;

    private static decimal? Number(double number) => Decimals.Exact(number);

    private static string Text(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);
}
