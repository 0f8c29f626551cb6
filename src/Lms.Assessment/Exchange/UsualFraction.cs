using System.Globalization;

namespace Lms.Assessment.Exchange;

/// <summary>
/// The fractions that Moodle's question forms offer, in percent. Others are most often rounded by hand: 33 stands for a
/// third, and three of them are to make a whole.
/// </summary>
internal static class UsualFraction
{
    private const decimal Alike = 0.001m;

    private static readonly decimal[] Percents =
        [100m, 90m, 83.33333m, 80m, 75m, 70m, 66.66667m, 60m, 50m, 40m, 33.33333m, 30m, 25m, 20m, 16.66667m, 14.28571m, 12.5m, 11.11111m, 10m, 5m, 0m];

    /// <param name="text">Percent, "33.33333" or "-25"; below one percent there is no usual fraction, so "0.33" is read as a part of 1.</param>
    /// <returns>−1 to 1; null where it is no number.</returns>
    public static decimal? Read(string text, int line, List<ImportIssue> issues)
    {
        var plain = text.Trim().TrimEnd('%').TrimEnd().Replace(',', '.');
        if (!decimal.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out var given) || Math.Abs(given) > 1_000_000m) return null;
        var percent = given is > -1m and < 1m ? given * 100m : given;
        if (given is 1m or -1m) percent = given * 100m;
        var nearest = Percents.Concat(Percents.Select(p => -p)).MinBy(p => Math.Abs(p - percent));
        if (Math.Abs(nearest - given) >= Alike) issues.Add(new ImportIssue(line, ImportIssueKind.UnusualFraction, text.Trim(), nearest.ToString(CultureInfo.InvariantCulture)));
        return nearest / 100m;
    }

    /// <summary>As it is written into a file: "33.33333".</summary>
    public static string Percent(decimal fraction) => Math.Round(fraction * 100m, 5).ToString("0.#####", CultureInfo.InvariantCulture);
}
