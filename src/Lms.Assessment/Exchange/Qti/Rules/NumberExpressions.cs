using System.Numerics;
using static Lms.Assessment.Exchange.Qti.Rules.Expressions;

namespace Lms.Assessment.Exchange.Qti.Rules;

internal enum RoundingMode { Places, Figures }

/// <summary>Arithmetic. Whole operands give a whole result where the information model says so; what is no number gives NULL.</summary>
internal static class NumberExpressions
{
    public static readonly Dictionary<string, Operator> All = new()
    {
        ["sum"] = (n, s) => Fold(n, s, (a, b) => a + b, Decimals.Add),
        ["product"] = (n, s) => Fold(n, s, (a, b) => a * b, Decimals.Multiply),
        ["min"] = (n, s) => Fold(n, s, BigInteger.Min, Math.Min),
        ["max"] = (n, s) => Fold(n, s, BigInteger.Max, Math.Max),
        ["subtract"] = (n, s) => n.Elements.Count() == 2 && n.Elements.All(e => Evaluate(e, s) is { Number: not null }) ? Fold(n, s, (a, b) => a - b, Decimals.Subtract) : null,
        ["divide"] = (n, s) => Two(n, s) is ({ } a, { } b) && b != 0 ? Finite(a / b) : null,
        ["power"] = (n, s) => Two(n, s) is ({ } a, { } b) ? Finite(Math.Pow(a, b)) : null,
        ["integerDivide"] = (n, s) => Wholes(n, s) is [var a, var b] && !b.IsZero ? Whole(Floor(a, b)) : null,
        ["integerModulus"] = (n, s) => Wholes(n, s) is [var a, var b] && !b.IsZero ? Whole(a - b * Floor(a, b)) : null,
        ["truncate"] = (n, s) => One(n, s) is { } a ? ToWhole(Math.Truncate(a)) : null,
        // Half goes up, also below zero: -6.5 is -6.
        ["round"] = (n, s) => One(n, s) is { } a ? ToWhole(Math.Floor(Decimals.Add(a, 0.5))) : null,
        ["roundTo"] = (n, s) => One(n, s) is { } a && s.Attribute(n["figures"]) is { } figures && Mode(n) is { } mode && Round(a, mode, figures) is { } rounded ? QtiValue.Of(rounded) : null,
        ["integerToFloat"] = (n, s) => One(n, s) is { } a ? QtiValue.Of(a) : null,
        ["gcd"] = (n, s) => Wholes(n, s) is { Count: > 0 } all ? Whole(all.Select(BigInteger.Abs).Aggregate(BigInteger.GreatestCommonDivisor)) : null,
        ["lcm"] = (n, s) => Wholes(n, s) is { Count: > 0 } all && Together(all.Select(BigInteger.Abs), LeastCommonMultiple) is { } multiple ? Whole(multiple) : null,
        ["mathConstant"] = (n, _) => n["name"] switch { "pi" => QtiValue.Of(Math.PI), "e" => QtiValue.Of(Math.E), _ => null },
        ["mathOperator"] = MathFunctions.Apply,
        ["statsOperator"] = Statistics,
    };

    public static RoundingMode? Mode(QtiNode node) => node["roundingMode"] switch { null or "significantFigures" => RoundingMode.Figures, "decimalPlaces" => RoundingMode.Places, _ => null };

    public static double? Round(double number, RoundingMode mode, double figures) => (mode, figures) switch
    {
        (RoundingMode.Figures, >= 1 and <= 300) => Decimals.RoundToFigures(number, (int)figures),
        (RoundingMode.Places, >= 0 and <= 300) => Decimals.RoundToPlaces(number, (int)figures),
        _ => null,
    };

    public static QtiValue? ToWhole(double number) => double.IsNaN(number) ? null : Math.Abs(number) < 1e18 ? QtiValue.Of((long)number) : QtiValue.Of(number);

    private static QtiValue? Finite(double number) => double.IsNaN(number) ? null : QtiValue.Of(number);

    private static double? One(QtiNode node, QtiState state) => Operands(node, state) is [{ Number: { } number }] ? number : null;

    private static (double?, double?) Two(QtiNode node, QtiState state) => Operands(node, state) is [{ Number: { } a }, { Number: { } b }] ? (a, b) : (null, null);

    /// <summary>All items of all operands, containers opened; null where one is NULL or no number.</summary>
    private static List<object>? Items(QtiNode node, QtiState state)
    {
        var operands = Operands(node, state);
        return operands.Count > 0 && operands.All(o => o is { IsNumber: true }) ? [.. operands.SelectMany(o => o!.Items)] : null;
    }

    private static QtiValue? Fold(QtiNode node, QtiState state, Func<BigInteger, BigInteger, BigInteger> wholes, Func<double, double, double> reals)
    {
        if (Items(node, state) is not { } items) return null;
        return items.All(i => i is long) && Together(items.Select(i => (BigInteger)(long)i), wholes) is { } whole ? Whole(whole) : QtiValue.Of(items.Select(QtiValue.ToDouble).Aggregate(reals));
    }

    /// <summary>Null once it grows beyond what any double holds: numbers without end take time without end.</summary>
    private static BigInteger? Together(IEnumerable<BigInteger> numbers, Func<BigInteger, BigInteger, BigInteger> combine)
    {
        BigInteger? result = null;
        foreach (var number in numbers)
        {
            result = result is { } before ? combine(before, number) : number;
            if (result.Value.GetBitLength() > 1024) return null;
        }

        return result;
    }

    private static List<BigInteger>? Wholes(QtiNode node, QtiState state) =>
        Items(node, state) is { } items && items.All(i => i is long) ? [.. items.Select(i => (BigInteger)(long)i)] : null;

    private static QtiValue? Whole(BigInteger number) => number >= long.MinValue && number <= long.MaxValue ? QtiValue.Of((long)number) : QtiValue.Of((double)number);

    private static BigInteger Floor(BigInteger a, BigInteger b)
    {
        var quotient = BigInteger.DivRem(a, b, out var rest);
        return !rest.IsZero && rest.Sign != b.Sign ? quotient - 1 : quotient;
    }

    private static BigInteger LeastCommonMultiple(BigInteger a, BigInteger b) => a.IsZero || b.IsZero ? 0 : BigInteger.Abs(a * b) / BigInteger.GreatestCommonDivisor(a, b);

    private static QtiValue? Statistics(QtiNode node, QtiState state)
    {
        if (Operands(node, state) is not [{ IsNumber: true } container]) return null;
        var all = container.Items.Select(QtiValue.ToDouble).ToList();
        var mean = all.Aggregate(Decimals.Add) / all.Count;
        var squares = all.Sum(x => (x - mean) * (x - mean));
        return node["name"] switch
        {
            "mean" => QtiValue.Of(mean),
            "popVariance" => QtiValue.Of(squares / all.Count),
            "popSD" => QtiValue.Of(Math.Sqrt(squares / all.Count)),
            "sampleVariance" => all.Count > 1 ? QtiValue.Of(squares / (all.Count - 1)) : null,
            "sampleSD" => all.Count > 1 ? QtiValue.Of(Math.Sqrt(squares / (all.Count - 1))) : null,
            _ => null,
        };
    }
}

internal static class MathFunctions
{
    public static QtiValue? Apply(QtiNode node, QtiState state)
    {
        var operands = Operands(node, state);
        if (operands.Count == 0 || operands.Any(o => o?.Number is null)) return null;
        var x = operands[0]!.Number!.Value;
        return node["name"] switch
        {
            "abs" => operands[0]!.Items[0] is long whole && whole != long.MinValue ? QtiValue.Of(Math.Abs(whole)) : QtiValue.Of(Math.Abs(x)),
            "signum" => double.IsNaN(x) ? null : QtiValue.Of((long)Math.Sign(x)),
            "floor" => NumberExpressions.ToWhole(Math.Floor(x)),
            "ceil" => NumberExpressions.ToWhole(Math.Ceiling(x)),
            "atan2" => operands.Count == 2 ? QtiValue.Of(Math.Atan2(x, operands[1]!.Number!.Value)) : null,
            var name => Real(name, x) is { } result ? QtiValue.Of(result) : null,
        };
    }

    private static double? Real(string? name, double x) => name switch
    {
        "sin" => Math.Sin(x), "cos" => Math.Cos(x), "tan" => Math.Tan(x),
        "sec" => 1 / Math.Cos(x), "csc" => 1 / Math.Sin(x), "cot" => 1 / Math.Tan(x),
        "asin" => Math.Asin(x), "acos" => Math.Acos(x), "atan" => Math.Atan(x),
        "asec" => Math.Acos(1 / x), "acsc" => Math.Asin(1 / x), "acot" => x == 0 ? Math.PI / 2 : Math.Atan(1 / x),
        "sinh" => Math.Sinh(x), "cosh" => Math.Cosh(x), "tanh" => Math.Tanh(x),
        "sech" => 1 / Math.Cosh(x), "csch" => 1 / Math.Sinh(x), "coth" => 1 / Math.Tanh(x),
        "log" => Math.Log10(x), "ln" => Math.Log(x), "exp" => Math.Exp(x),
        "toDegrees" => x * 180 / Math.PI, "toRadians" => x * Math.PI / 180,
        _ => null,
    };
}
