using System.Globalization;
using Lms.Assessment.Questions;
using Lms.Assessment.Scoring.Types;

namespace Lms.Web.Features.Authoring.Question;

/// <summary>
/// Numbers are typed as text, so that a form that comes back shows what was typed and not what a binder made of it.
/// A comma and a point both begin the decimals, in either language; thousands are not parted.
/// </summary>
public sealed class TypedFields
{
    private readonly string place;
    private readonly List<QuestionProblem> problems;

    public TypedFields() : this("", []) { }

    private TypedFields(string place, List<QuestionProblem> problems) => (this.place, this.problems) = (place, problems);

    /// <summary>What could not be read; fields are those of the form.</summary>
    public IReadOnlyList<QuestionProblem> Problems => problems;

    /// <summary>The same for a form within the form.</summary>
    public TypedFields Within(string path) => new($"{place}{path}.", problems);

    /// <summary>"33.3" is 0.333; an empty field is <paramref name="empty"/>.</summary>
    public decimal Percent(string field, string? text, decimal empty = 1m) => PercentOrNone(field, text) ?? empty;

    public decimal? PercentOrNone(string field, string? text) => DecimalOrNone(field, text) / 100m;

    public decimal? DecimalOrNone(string field, string? text) =>
        string.IsNullOrWhiteSpace(text) ? null
        : decimal.TryParse(Pointed(text), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1e15m ? number : Unreadable<decimal>(field);

    public int? WholeOrNone(string field, string? text) =>
        string.IsNullOrWhiteSpace(text) ? null
        : int.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number) ? number : Unreadable<int>(field);

    public double Real(string field, string? text, double empty = 0) =>
        string.IsNullOrWhiteSpace(text) ? empty
        : double.TryParse(Pointed(text), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : Unreadable<double>(field) ?? empty;

    public void Refuse(string field, QuestionProblemKind kind) => problems.Add(new QuestionProblem(place + field, kind));

    public static string PercentText(decimal fraction) => DecimalText(fraction * 100m);

    public static string DecimalText(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    public static string RealText(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>Kept as typed where it is a number with a point; a comma becomes one.</summary>
    public static string ExactText(string? text) =>
        Plain(text) is var typed && ExactNumber.Parse(typed) is null && ExactNumber.Parse(Pointed(typed)) is not null ? Pointed(typed) : typed;

    /// <summary>Browsers send CR LF; a version's hash should not depend on who typed it.</summary>
    public static string Plain(string? text) => text?.ReplaceLineEndings("\n").Trim() ?? "";

    private static string Pointed(string text) => text.Trim().Replace(',', '.');

    private T? Unreadable<T>(string field) where T : struct
    {
        Refuse(field, QuestionProblemKind.NotANumber);
        return null;
    }
}
