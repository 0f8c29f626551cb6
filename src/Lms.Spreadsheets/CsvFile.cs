using System.Globalization;
using CsvHelper;

namespace Lms.Spreadsheets;

/// <summary>
/// CSV as spreadsheet programs open it right: UTF-8 with a byte order mark, RFC 4180 quoting, and an apostrophe before
/// what they would otherwise run as a formula.
/// </summary>
public static class CsvFile
{
    public const string ContentType = "text/csv; charset=utf-8";

    private static readonly CsvWriterOptions Format = new()
    {
        WriteByteOrderMark = true, NewLine = "\r\n", Injection = CsvInjection.Escape,
        ValidateFieldCount = false, FormatProvider = CultureInfo.InvariantCulture, // several tables in one file differ in width
    };

    public static byte[] Write(params Table[] tables)
    {
        using var stream = new MemoryStream();
        using (var csv = CsvWriter.Create(stream, Format, leaveOpen: true))
        {
            foreach (var (table, index) in tables.Select((t, i) => (t, i)))
            {
                if (index > 0) csv.WriteRecord([""]);
                csv.WriteRecord([.. table.Header]);
                foreach (var row in table.Rows) Write(csv, row);
            }
        }

        return stream.ToArray();
    }

    private static void Write(CsvWriter csv, IReadOnlyList<object?> row)
    {
        foreach (var cell in row)
        {
            if (cell is DateOnly date) csv.WriteField(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            else csv.WriteField(cell ?? "");
        }

        csv.EndRecord();
    }
}
