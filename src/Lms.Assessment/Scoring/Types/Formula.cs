using System.Globalization;

namespace Lms.Assessment.Scoring.Types;

/// <summary>
/// An arithmetic expression over {variables}: + − * / % ^ and ** (power), brackets, numbers, pi and e, and the functions
/// of Moodle's calculated question (docs.moodle.org, "Calculated question type", available functions). Angles in radians.
/// </summary>
public sealed class Formula
{
    private const int LongestText = 1000, DeepestNesting = 60;

    private readonly Func<IReadOnlyDictionary<string, double>, double> evaluate;

    private Formula(Func<IReadOnlyDictionary<string, double>, double> evaluate, IReadOnlySet<string> variables) => (this.evaluate, Variables) = (evaluate, variables);

    public IReadOnlySet<string> Variables { get; }

    /// <summary>Not finite where it divides by nothing or a variable has no value.</summary>
    public double Evaluate(IReadOnlyDictionary<string, double> values) => evaluate(values);

    /// <summary>Null where it is no formula.</summary>
    public static Formula? Parse(string text)
    {
        if (text.Length > LongestText) return null;
        var parser = new Parser(text);
        try
        {
            var root = parser.Whole();
            return new Formula(root, parser.Variables);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private sealed class Parser(string text)
    {
        private int at, depth;

        public HashSet<string> Variables { get; } = new(StringComparer.Ordinal);

        public Func<IReadOnlyDictionary<string, double>, double> Whole()
        {
            var root = Sum();
            Space();
            return at == text.Length ? root : throw new FormatException();
        }

        private Func<IReadOnlyDictionary<string, double>, double> Sum()
        {
            if (++depth > DeepestNesting) throw new FormatException();
            var left = Product();
            while (Take('+', '-') is { } sign)
            {
                var (a, b) = (left, Product());
                left = sign == '+' ? v => a(v) + b(v) : v => a(v) - b(v);
            }

            depth--;
            return left;
        }

        private Func<IReadOnlyDictionary<string, double>, double> Product()
        {
            var left = Signed();
            while (Take('*', '/', '%') is { } sign)
            {
                var (a, b) = (left, Signed());
                left = sign switch { '*' => v => a(v) * b(v), '/' => v => a(v) / b(v), _ => v => a(v) % b(v) };
            }

            return left;
        }

        private Func<IReadOnlyDictionary<string, double>, double> Signed()
        {
            if (++depth > DeepestNesting) throw new FormatException();
            var negative = Take('-', '+') is { } sign ? sign == '-' : (bool?)null;
            var value = negative is null ? Power() : Signed();
            depth--;
            return negative == true ? v => -value(v) : value;
        }

        /// <summary>Binds closer than a sign before it and from the right: -2^2 is −4, 2^3^2 is 512.</summary>
        private Func<IReadOnlyDictionary<string, double>, double> Power()
        {
            var power = Atom();
            Space();
            if (Take('^') is null && !TakeDoubleStar()) return power;
            var exponent = Signed();
            return v => Math.Pow(power(v), exponent(v));
        }

        private Func<IReadOnlyDictionary<string, double>, double> Atom()
        {
            Space();
            if (at >= text.Length) throw new FormatException();
            if (Take('(') is not null)
            {
                var inner = Sum();
                return Take(')') is null ? throw new FormatException() : inner;
            }

            if (text[at] == '{') return Variable();
            return char.IsAsciiLetter(text[at]) ? Named() : Number();
        }

        private Func<IReadOnlyDictionary<string, double>, double> Variable()
        {
            var end = text.IndexOf('}', at);
            if (end < 0) throw new FormatException();
            var name = text[(at + 1)..end].Trim();
            at = end + 1;
            Variables.Add(name);
            return v => v.TryGetValue(name, out var value) ? value : double.NaN;
        }

        private Func<IReadOnlyDictionary<string, double>, double> Number()
        {
            var start = at;
            while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] == '.')) at++;
            if (at > start && at < text.Length && text[at] is 'e' or 'E')
            {
                var mark = at++;
                if (at < text.Length && text[at] is '+' or '-') at++;
                if (at >= text.Length || !char.IsAsciiDigit(text[at])) at = mark;
                while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
            }

            return double.TryParse(text.AsSpan(start, at - start), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? _ => number : throw new FormatException();
        }

        private Func<IReadOnlyDictionary<string, double>, double> Named()
        {
            var start = at;
            while (at < text.Length && char.IsAsciiLetterOrDigit(text[at])) at++;
            var name = text[start..at].ToLowerInvariant();
            if (Take('(') is null) return name switch { "pi" => _ => Math.PI, "e" => _ => Math.E, _ => throw new FormatException() };

            var arguments = new List<Func<IReadOnlyDictionary<string, double>, double>>();
            if (Take(')') is null)
            {
                do arguments.Add(Sum()); while (Take(',') is not null);
                if (Take(')') is null) throw new FormatException();
            }

            return FormulaFunctions.Find(name, arguments.Count) is { } function ? v => function([.. arguments.Select(a => a(v))]) : throw new FormatException();
        }

        private bool TakeDoubleStar()
        {
            if (at + 1 >= text.Length || text[at] != '*' || text[at + 1] != '*') return false;
            at += 2;
            return true;
        }

        private char? Take(params ReadOnlySpan<char> signs)
        {
            Space();
            if (at >= text.Length || !signs.Contains(text[at])) return null;
            if (text[at] == '*' && at + 1 < text.Length && text[at + 1] == '*') return null;
            return text[at++];
        }

        private void Space()
        {
            while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        }
    }
}
