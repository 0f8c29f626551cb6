namespace Lms.Assessment.Scoring.Types;

internal static class FormulaFunctions
{
    private static readonly Dictionary<(string Name, int Arguments), Func<double[], double>> All = new()
    {
        [("pi", 0)] = _ => Math.PI,
        [("abs", 1)] = a => Math.Abs(a[0]),
        [("acos", 1)] = a => Math.Acos(a[0]),
        [("acosh", 1)] = a => Math.Acosh(a[0]),
        [("asin", 1)] = a => Math.Asin(a[0]),
        [("asinh", 1)] = a => Math.Asinh(a[0]),
        [("atan", 1)] = a => Math.Atan(a[0]),
        [("atan2", 2)] = a => Math.Atan2(a[0], a[1]),
        [("atanh", 1)] = a => Math.Atanh(a[0]),
        [("ceil", 1)] = a => Math.Ceiling(a[0]),
        [("cos", 1)] = a => Math.Cos(a[0]),
        [("cosh", 1)] = a => Math.Cosh(a[0]),
        [("deg2rad", 1)] = a => a[0] * Math.PI / 180,
        [("exp", 1)] = a => Math.Exp(a[0]),
        [("expm1", 1)] = a => Math.Exp(a[0]) - 1,
        [("floor", 1)] = a => Math.Floor(a[0]),
        [("fmod", 2)] = a => a[0] % a[1],
        [("is_finite", 1)] = a => double.IsFinite(a[0]) ? 1 : 0,
        [("is_infinite", 1)] = a => double.IsInfinity(a[0]) ? 1 : 0,
        [("is_nan", 1)] = a => double.IsNaN(a[0]) ? 1 : 0,
        [("log", 1)] = a => Math.Log(a[0]),
        [("log10", 1)] = a => Math.Log10(a[0]),
        [("log1p", 1)] = a => Math.Log(1 + a[0]),
        [("pow", 2)] = a => Math.Pow(a[0], a[1]),
        [("rad2deg", 1)] = a => a[0] * 180 / Math.PI,
        [("round", 1)] = a => Math.Round(a[0], MidpointRounding.AwayFromZero),
        [("round", 2)] = a => Rounded(a[0], a[1]),
        [("sin", 1)] = a => Math.Sin(a[0]),
        [("sinh", 1)] = a => Math.Sinh(a[0]),
        [("sqrt", 1)] = a => Math.Sqrt(a[0]),
        [("tan", 1)] = a => Math.Tan(a[0]),
        [("tanh", 1)] = a => Math.Tanh(a[0]),
    };

    /// <summary>max and min take one or more; null where there is no such function.</summary>
    public static Func<double[], double>? Find(string name, int arguments) => (name, arguments) switch
    {
        ("max", > 0) => a => a.Max(),
        ("min", > 0) => a => a.Min(),
        _ => All.GetValueOrDefault((name, arguments)),
    };

    private static double Rounded(double value, double digits)
    {
        if (digits is >= 0 and <= 15) return Math.Round(value, (int)digits, MidpointRounding.AwayFromZero);
        if (digits is < 0 and >= -15)
        {
            var unit = Math.Pow(10, -(int)digits);
            return Math.Round(value / unit, MidpointRounding.AwayFromZero) * unit;
        }

        return value;
    }
}
