using System.Globalization;

namespace Lms.Web.Theming;

/// <summary>Model of the partial view _BarChart: a table of figures whose bars are drawn beside them.</summary>
/// <param name="Unit">What is counted, after the caption: "lượt".</param>
public sealed record BarChart(string Caption, string Unit, IReadOnlyList<Bar> Bars)
{
    /// <summary>The bar's length in percent of the longest, with a decimal point whatever the culture.</summary>
    public string Length(Bar bar)
    {
        var longest = Bars.Max(b => b.Value);
        return longest <= 0 ? "0%" : (100m * Math.Max(0, bar.Value) / longest).ToString("0.##", CultureInfo.InvariantCulture) + "%";
    }
}

/// <param name="Text">The figure in words where the plain number would mislead ("82,5 %").</param>
public sealed record Bar(string Label, decimal Value, string? Text = null);
