using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Lms.Spreadsheets;

/// <param name="Number">As the spreadsheet program shows it, 1-based.</param>
/// <param name="Cells">Text, trimmed; a cell with a formula gives the value the file holds, nothing is ever calculated.</param>
public sealed record SheetRow(int Number, IReadOnlyList<string> Cells);

/// <param name="LargestFile">In bytes, as uploaded.</param>
/// <param name="LongestCell">In characters; the rest of a longer one is cut off.</param>
public sealed record SheetLimits(int LargestFile, int MostRows, int LongestCell)
{
    /// <summary>
    /// Its cells may be dates, which a workbook keeps as days since 1900. Some from older Macs count from 1904: they are not read
    /// then, because each date would silently be four years off.
    /// </summary>
    public bool HoldsDates { get; init; }
}

public enum SheetProblem { TooLarge, TooManyRows, Unreadable, NotUtf8 }

/// <summary>
/// The first sheet of an XLSX workbook, or a CSV file, as rows of text. Whoever uploads is not trusted: what is unpacked is
/// counted while it is read (not as the archive claims), a document type definition ends the reading, and nothing outside the
/// file is ever opened. Empty rows are left out.
/// </summary>
public static partial class SheetReader
{
    public const int LargestFile = 2 * 1024 * 1024, MostRows = 2_000;
    private const int MostColumns = 64, LargestPart = 20 * 1024 * 1024;
    private static readonly SheetLimits Usual = new(LargestFile, MostRows, LongestCell: 1_000);
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static readonly XmlReaderSettings Xml = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = LargestPart, IgnoreComments = true, IgnoreProcessingInstructions = true };

    /// <param name="limits">Those of a list of people where null.</param>
    public static (IReadOnlyList<SheetRow> Rows, SheetProblem? Problem) Read(Stream file, SheetLimits? limits = null)
    {
        limits ??= Usual;
        using var kept = new MemoryStream();
        try
        {
            CopyAtMost(file, kept, limits.LargestFile);
            var bytes = kept.ToArray();
            var rows = new List<SheetRow>();
            foreach (var row in bytes.AsSpan().StartsWith("PK"u8) ? Workbook(kept, limits) : Csv(Decode(bytes), limits))
            {
                if (row.Cells.All(c => c.Length == 0)) continue;
                if (rows.Count > limits.MostRows) return ([], SheetProblem.TooManyRows); // the header is not counted
                rows.Add(row);
            }

            return (rows, null);
        }
        catch (TooMuchException)
        {
            return ([], SheetProblem.TooLarge);
        }
        catch (DecoderFallbackException)
        {
            return ([], SheetProblem.NotUtf8);
        }
        catch (Exception e) when (e is XmlException or InvalidDataException or FormatException or NotSupportedException)
        {
            return ([], SheetProblem.Unreadable);
        }
    }

    private sealed class TooMuchException : Exception;

    private static void CopyAtMost(Stream from, Stream to, int most)
    {
        var buffer = new byte[81_920];
        for (int read, total = 0; (read = from.Read(buffer)) > 0;)
        {
            if ((total += read) > most) throw new TooMuchException();
            to.Write(buffer, 0, read);
        }
    }

    private static List<SheetRow> Workbook(Stream file, SheetLimits limits)
    {
        using var archive = new ZipArchive(file, ZipArchiveMode.Read);
        var shared = archive.GetEntry("xl/sharedStrings.xml") is null ? [] : SharedStrings(Part(archive, "xl/sharedStrings.xml"));
        return Sheet(Part(archive, FirstSheet(archive, limits)), shared, limits);
    }

    private static MemoryStream Part(ZipArchive archive, string name)
    {
        var unpacked = new MemoryStream();
        using var packed = (archive.GetEntry(name) ?? throw new InvalidDataException(name)).Open();
        CopyAtMost(packed, unpacked, LargestPart);
        unpacked.Position = 0;
        return unpacked;
    }

    private static string FirstSheet(ZipArchive archive, SheetLimits limits)
    {
        string? id = null;
        using (var workbook = XmlReader.Create(Part(archive, "xl/workbook.xml"), Xml))
            while (id is null && workbook.Read())
            {
                if (limits.HoldsDates && workbook is { NodeType: XmlNodeType.Element, LocalName: "workbookPr" } && workbook.GetAttribute("date1904") is "1" or "true") throw new InvalidDataException("Days since 1904.");
                if (workbook is { NodeType: XmlNodeType.Element, LocalName: "sheet" }) id = workbook.GetAttribute("id", Relationships);
            }

        using var relations = XmlReader.Create(Part(archive, "xl/_rels/workbook.xml.rels"), Xml);
        while (relations.Read())
            if (relations is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && relations.GetAttribute("Id") == id && relations.GetAttribute("Target") is { } target)
                return target.StartsWith('/') ? target[1..] : $"xl/{target}";
        throw new InvalidDataException("No sheet.");
    }

    private static List<string> SharedStrings(Stream part)
    {
        var strings = new List<string>();
        using var xml = XmlReader.Create(part, Xml);
        while (xml.Read())
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "si" }) strings.Add(TextWithin(xml));
        return strings;
    }

    private static List<SheetRow> Sheet(Stream part, List<string> shared, SheetLimits limits)
    {
        var rows = new List<SheetRow>();
        var cells = new List<string>();
        var number = 0;
        using var xml = XmlReader.Create(part, Xml);
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "row" })
            {
                number = int.TryParse(xml.GetAttribute("r"), out var given) ? given : number + 1;
                cells = [];
                rows.Add(new SheetRow(number, cells));
                if (rows.Count > 20 * limits.MostRows) throw new TooMuchException();
            }
            else if (xml is { NodeType: XmlNodeType.Element, LocalName: "c" })
            {
                var column = ColumnOf(xml.GetAttribute("r")) ?? cells.Count;
                var type = xml.GetAttribute("t");
                var text = TextWithin(xml);
                if (column >= MostColumns) continue;
                if (type == "s") text = int.TryParse(text, out var index) && index >= 0 && index < shared.Count ? shared[index] : throw new InvalidDataException("No such string.");
                while (cells.Count <= column) cells.Add("");
                cells[column] = Tidy(text, limits);
            }
        }

        return rows;
    }

    /// <summary>The text of the element at hand, without formulas and without reading aids of East Asian scripts.</summary>
    private static string TextWithin(XmlReader xml)
    {
        if (xml.IsEmptyElement) return "";
        var text = new StringBuilder();
        var depth = xml.Depth;
        var skip = 0;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "f" or "rPh", IsEmptyElement: false }) skip++;
            else if (xml is { NodeType: XmlNodeType.EndElement, LocalName: "f" or "rPh" }) skip--;
            else if (skip == 0 && xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace) text.Append(xml.Value);
        }

        return text.ToString();
    }

    private static int? ColumnOf(string? reference)
    {
        if (reference is null || CellReference().Match(reference) is not { Success: true } match) return null;
        return match.Groups[1].Value.Aggregate(0, (column, letter) => column * 26 + letter - 'A' + 1) - 1;
    }

    private static string Decode(byte[] bytes)
    {
        var encoding = bytes is [0xFF, 0xFE, ..] ? Encoding.Unicode : bytes is [0xFE, 0xFF, ..] ? Encoding.BigEndianUnicode : new UTF8Encoding(false, throwOnInvalidBytes: true);
        return encoding.GetString(bytes).TrimStart('\uFEFF');
    }

    /// <summary>Comma, semicolon or tab, whichever the first line holds most of: Vietnamese spreadsheet programs write semicolons.</summary>
    private static IEnumerable<SheetRow> Csv(string text, SheetLimits limits)
    {
        if (text.Contains('\0')) throw new InvalidDataException("Not text.");
        var end = text.IndexOf('\n');
        var first = end < 0 ? text : text[..end];
        var separator = ",;\t".MaxBy(s => first.Count(c => c == s));
        var (cells, cell, quoted, number) = (new List<string>(), new StringBuilder(), false, 1);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"') cell.Append(text[i++]);
            else if (c == '"' && (quoted || cell.Length == 0)) quoted = !quoted;
            else if (!quoted && c == separator) Close();
            else if (!quoted && c == '\n')
            {
                Close();
                yield return new SheetRow(number++, cells);
                cells = [];
            }
            else cell.Append(c);
        }

        Close();
        yield return new SheetRow(number, cells);

        void Close()
        {
            if (cells.Count < MostColumns) cells.Add(Tidy(cell.ToString(), limits));
            cell.Clear();
        }
    }

    private static string Tidy(string text, SheetLimits limits)
    {
        var cut = text.Length > limits.LongestCell ? text[..limits.LongestCell] : text;
        // Cutting may leave half a character, and a file may hold one: it cannot be normalised.
        return new string([.. cut.Where((c, i) => !char.IsSurrogate(c) || (char.IsHighSurrogate(c) ? i + 1 < cut.Length && char.IsLowSurrogate(cut[i + 1]) : i > 0 && char.IsHighSurrogate(cut[i - 1])))]).Trim().Normalize();
    }

    [GeneratedRegex("^([A-Z]{1,3})[0-9]+$")]
    private static partial Regex CellReference();
}
