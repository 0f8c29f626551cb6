using System.Globalization;
using System.Text.RegularExpressions;

namespace Lms.Assessment.Analysis;

/// <summary>What is wrong with a score table, and where.</summary>
public sealed class ScoreTableException(int line, string message) : Exception($"Line {line}: {message}");

/// <summary>
/// A score table as text: a header line, then one line for each attempt. A header names a slot and ends in its maximum:
/// "Q1/10", "1 (2.5)", "Câu 1: 2" or the bare number. A first column without a maximum names the attempts.
/// </summary>
public static partial class ScoreTableReader
{
    private const int MostRows = 1_000_000, MostSlots = 500;

    /// <exception cref="ScoreTableException">Says which line and why.</exception>
    public static ScoreTable Read(TextReader text)
    {
        if (text.ReadLine() is not { } first || string.IsNullOrWhiteSpace(first)) throw new ScoreTableException(1, "the header is missing.");
        var separator = first.Contains('\t') ? '\t' : first.Contains(';') ? ';' : ',';
        var headers = Cells(first.TrimStart('\uFEFF'), separator);
        var named = headers.Count > 1 && Maximum(headers[0]) is null ? 1 : 0;
        var maxima = headers.Skip(named).Select((header, i) => Maximum(header) is > 0 and var maximum ? maximum
            : throw new ScoreTableException(1, $"column {i + named + 1} (\"{header}\") does not end in the slot's maximum points, as in \"Q1/10\".")).ToArray();
        if (maxima.Length is 0 or > MostSlots) throw new ScoreTableException(1, $"there must be 1 to {MostSlots} slots.");
        return new ScoreTable([.. headers.Skip(named)], maxima, Rows(text, separator, named, maxima.Length));
    }

    private static List<IReadOnlyList<double>> Rows(TextReader text, char separator, int named, int slots)
    {
        var rows = new List<IReadOnlyList<double>>();
        for (var line = 2; text.ReadLine() is { } row; line++)
        {
            if (string.IsNullOrWhiteSpace(row)) continue;
            var cells = Cells(row, separator);
            if (cells.Count != slots + named) throw new ScoreTableException(line, $"has {cells.Count} cells where the header has {slots + named}.");
            if (rows.Count == MostRows) throw new ScoreTableException(line, $"more than {MostRows} attempts.");
            rows.Add([.. cells.Skip(named).Select((cell, i) => Points(cell) ?? throw new ScoreTableException(line, $"\"{cell}\" in column {i + named + 1} is not a number."))]);
        }

        return rows;
    }

    /// <summary>What was not answered ("", "-") earned nothing.</summary>
    private static double? Points(string cell) => cell is "" or "-" ? 0
        : double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var points) && double.IsFinite(points) ? points
        : double.TryParse(cell.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out points) && double.IsFinite(points) ? points : null;

    private static double? Maximum(string header) => Ending().Match(header) is { Success: true } match
        ? double.Parse(match.Groups["n"].Value.Replace(',', '.'), CultureInfo.InvariantCulture) : null;

    private static List<string> Cells(string line, char separator)
    {
        var cells = new List<string>();
        for (var at = 0; at <= line.Length; at++)
        {
            if (at < line.Length && line[at] == '"')
            {
                var cell = new System.Text.StringBuilder();
                for (at++; at < line.Length; at++)
                {
                    if (line[at] != '"') cell.Append(line[at]);
                    else if (at + 1 < line.Length && line[at + 1] == '"') cell.Append(line[at++]);
                    else break;
                }

                cells.Add(cell.ToString().Trim());
                while (at < line.Length && line[at] != separator) at++;
            }
            else
            {
                var end = line.IndexOf(separator, at);
                if (end < 0) end = line.Length;
                cells.Add(line[at..end].Trim());
                at = end;
            }
        }

        return cells;
    }

    [GeneratedRegex(@"^(?:.*[/:=(\[\s]\s*(?:max\.?\s*)?)?(?<n>[0-9]+(?:[.,][0-9]+)?)\s*[)\]]?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Ending();
}
