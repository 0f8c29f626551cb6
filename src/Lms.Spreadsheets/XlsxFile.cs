using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Lms.Spreadsheets;

/// <summary>An XLSX workbook, one sheet for each table, written as a stream of elements so that long registers need little memory.</summary>
public static class XlsxFile
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const uint BoldStyle = 1, DateStyle = 2;
    private static readonly DateOnly ExcelDayZero = new(1899, 12, 30);

    public static byte[] Write(params Table[] tables)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            workbook.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
            var sheets = new Sheets();
            foreach (var (table, index) in tables.Select((t, i) => (t, i)))
            {
                var part = workbook.AddNewPart<WorksheetPart>();
                WriteSheet(part, table);
                sheets.Append(new Sheet { Id = workbook.GetIdOfPart(part), SheetId = (uint)index + 1, Name = SheetName(table.Name) });
            }

            workbook.Workbook = new Workbook(sheets);
        }

        return stream.ToArray();
    }

    private static void WriteSheet(WorksheetPart part, Table table)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteStartElement(new SheetData());
        WriteRow(writer, table.Header.Select(title => TextCell(title, BoldStyle)));
        foreach (var row in table.Rows) WriteRow(writer, row.Select(CellOf));
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static void WriteRow(OpenXmlWriter writer, IEnumerable<Cell> cells)
    {
        writer.WriteStartElement(new Row());
        foreach (var cell in cells) writer.WriteElement(cell);
        writer.WriteEndElement();
    }

    private static Cell CellOf(object? value) => value switch
    {
        null => new Cell(),
        int or long or decimal or double => new Cell { CellValue = new CellValue(((IFormattable)value).ToString(null, CultureInfo.InvariantCulture)) },
        DateOnly date => new Cell { CellValue = new CellValue(date.DayNumber - ExcelDayZero.DayNumber), StyleIndex = DateStyle },
        _ => TextCell(value.ToString() ?? "", 0),
    };

    // Text stays text here: a name that begins with "=" is no formula in an inline string.
    private static Cell TextCell(string text, uint style) =>
        new(new InlineString(new Text(Printable(text)) { Space = SpaceProcessingModeValues.Preserve })) { DataType = CellValues.InlineString, StyleIndex = style };

    /// <summary>XML 1.0 has no control characters.</summary>
    private static string Printable(string text) => text.Any(char.IsControl) ? new string([.. text.Where(c => !char.IsControl(c) || c is '\n' or '\t')]) : text;

    /// <summary>At most 31 characters, and none of those Excel refuses.</summary>
    private static string SheetName(string name)
    {
        var allowed = new string([.. name.Where(c => !"[]:*?/\\".Contains(c))]);
        return allowed.Length > 31 ? allowed[..31] : allowed;
    }

    private static Stylesheet Styles() => new(
        new NumberingFormats(new NumberingFormat { NumberFormatId = 164, FormatCode = "dd/mm/yyyy" }),
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(), new Fill()),
        new Borders(new Border()),
        new CellFormats(new CellFormat(), new CellFormat { FontId = 1, ApplyFont = true }, new CellFormat { NumberFormatId = 164, ApplyNumberFormat = true }));
}
