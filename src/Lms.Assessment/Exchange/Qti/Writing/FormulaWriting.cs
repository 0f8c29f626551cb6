using System.Globalization;
using System.Xml.Linq;
using Lms.Assessment.Scoring.Types;
using static Lms.Assessment.Exchange.Qti.Writing.QtiElements;

namespace Lms.Assessment.Exchange.Qti.Writing;

/// <summary>A formula as expressions, in the grammar of <see cref="Formula"/>, whose parser gives no tree but a function.</summary>
internal sealed class FormulaWriting
{
    private static readonly Dictionary<string, string> Functions = new(StringComparer.Ordinal)
    {
        ["abs"] = "abs", ["acos"] = "acos", ["asin"] = "asin", ["atan"] = "atan", ["atan2"] = "atan2", ["ceil"] = "ceil", ["cos"] = "cos", ["cosh"] = "cosh", ["exp"] = "exp", ["floor"] = "floor",
        ["log"] = "ln", ["log10"] = "log", ["sin"] = "sin", ["sinh"] = "sinh", ["tan"] = "tan", ["tanh"] = "tanh", ["deg2rad"] = "toRadians", ["rad2deg"] = "toDegrees",
    };

    private readonly string text;
    private int at;

    private FormulaWriting(string text) => this.text = text;

    /// <summary>Null where QTI has no operator for a part of it.</summary>
    public static XElement? Of(string formula)
    {
        if (Formula.Parse(formula) is null) return null;
        try
        {
            return new FormulaWriting(formula).Sum();
        }
        catch (NotSupportedException)
        {
            return null;
        }
    }

    private XElement Sum()
    {
        var left = Product();
        while (Take("+", "-") is { } sign) left = Q(sign == "+" ? "sum" : "subtract", left, Product());
        return left;
    }

    private XElement Product()
    {
        var left = Signed();
        while (Take("*", "/", "%") is { } sign)
        {
            var right = Signed();
            // The rest of a division has the sign of the dividend here and that of the divisor in QTI.
            left = sign switch { "*" => Q("product", left, right), "/" => Q("divide", left, right), _ => throw new NotSupportedException() };
        }

        return left;
    }

    private XElement Signed() => Take("-", "+") switch
    {
        "-" => Q("product", Base("float", "-1"), Signed()),
        "+" => Signed(),
        _ => Power(),
    };

    private XElement Power()
    {
        var power = Atom();
        return Take("**", "^") is null ? power : Q("power", power, Signed());
    }

    private XElement Atom()
    {
        if (Take("(") is not null)
        {
            var inner = Sum();
            Take(")");
            return inner;
        }

        Space();
        if (text[at] == '{')
        {
            var end = text.IndexOf('}', at);
            var name = text[(at + 1)..end].Trim();
            at = end + 1;
            return Variable(name);
        }

        return char.IsAsciiLetter(text[at]) ? Named() : Number();
    }

    private XElement Number()
    {
        var from = at;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] == '.' || (text[at] is 'e' or 'E') || (text[at] is '+' or '-' && text[at - 1] is 'e' or 'E'))) at++;
        return Base("float", double.Parse(text[from..at], CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture));
    }

    private XElement Named()
    {
        var from = at;
        while (at < text.Length && char.IsAsciiLetterOrDigit(text[at])) at++;
        var name = text[from..at].ToLowerInvariant();
        var arguments = new List<XElement>();
        if (Take("(") is not null && Take(")") is null)
        {
            do arguments.Add(Sum()); while (Take(",") is not null);
            Take(")");
        }

        return (name, arguments) switch
        {
            ("pi" or "e", []) => Q("math-constant", A("name", name)),
            ("sqrt", [var x]) => Q("power", x, Base("float", "0.5")),
            ("pow", [var x, var y]) => Q("power", x, y),
            ("min" or "max", [_, ..]) => Q(name, arguments),
            (_, [_, ..]) when Functions.TryGetValue(name, out var known) => Q("math-operator", A("name", known), arguments),
            _ => throw new NotSupportedException(),
        };
    }

    private string? Take(params ReadOnlySpan<string> signs)
    {
        Space();
        foreach (var sign in signs)
        {
            if (string.CompareOrdinal(text, at, sign, 0, sign.Length) != 0 || (sign == "*" && at + 1 < text.Length && text[at + 1] == '*')) continue;
            at += sign.Length;
            return sign;
        }

        return null;
    }

    private void Space()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
    }
}
