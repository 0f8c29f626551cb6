using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Lms.Certificates.Pdf;
using Lms.Certificates.Pdf.Fonts;
using Lms.Certificates.Pdf.Inspection;

namespace Lms.Bench.Certificates;

/// <summary>The pieces of a page of ours, for other programs to set: read from the finished document, so that they are where ours are.</summary>
internal static partial class PeerPage
{
    private sealed record Piece(string Font, double Size, string Color, double X, double Y, string Text);
    private sealed record Code(string Text, string Level, double X, double Y, double Side);

    public static void Write(string file, byte[] pdf, PreparedDesign design, PageFacts facts)
    {
        var content = PdfStreams.Of(pdf).Select(s => Encoding.Latin1.GetString(s.Content)).First(text => text.Contains("> Tj", StringComparison.Ordinal));
        var texts = Texts().Matches(content).Select(m =>
        {
            var face = Faces.Of((TextFont)int.Parse(m.Groups["font"].Value, CultureInfo.InvariantCulture));
            var glyphs = m.Groups["glyphs"].Value.Chunk(4).Select(hex => face.Character(int.Parse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)));
            return new Piece(face.Name, N(m, "size"), $"#{Channel(m, "r")}{Channel(m, "g")}{Channel(m, "b")}", N(m, "x"), N(m, "y"), string.Concat(glyphs));
        }).ToList();
        var codes = design.Design.Fields.Where(f => f.Kind is Lms.Certificates.Templates.FieldKind.FrontCode or Lms.Certificates.Templates.FieldKind.OfflineCode).Select(f =>
        {
            var isFront = f.Kind == Lms.Certificates.Templates.FieldKind.FrontCode;
            var side = f.Width * PreparedDesign.Millimetre;
            return new Code(isFront ? facts.Address : facts.OfflineAddress!, isFront ? "Q" : "M", f.X * PreparedDesign.Millimetre, design.Height - f.Y * PreparedDesign.Millimetre - side, side);
        });
        var page = new { design.Width, design.Height, Fonts = texts.Select(t => t.Font).Distinct(), Texts = texts, Codes = codes };
        File.WriteAllText(file, JsonSerializer.Serialize(page, JsonSerializerOptions.Web));
    }

    /// <summary>The same page in HTML, a hundred times; codes as tables of drawn modules.</summary>
    public static void WriteHtml(string file, string json, string fonts, int pages)
    {
        using var page = JsonDocument.Parse(File.ReadAllText(json));
        var root = page.RootElement;
        double width = root.GetProperty("width").GetDouble(), height = root.GetProperty("height").GetDouble();
        var body = new StringBuilder();
        foreach (var t in root.GetProperty("texts").EnumerateArray())
            body.Append(CultureInfo.InvariantCulture, $"<text x='{t.GetProperty("x")}' y='{height - t.GetProperty("y").GetDouble()}' font-family='{t.GetProperty("font")}' font-size='{t.GetProperty("size")}' fill='{t.GetProperty("color")}'>{System.Net.WebUtility.HtmlEncode(t.GetProperty("text").GetString())}</text>");
        foreach (var c in root.GetProperty("codes").EnumerateArray())
        {
            var text = c.GetProperty("text").GetString()!;
            var code = text.Contains('#', StringComparison.Ordinal) ? PageWriter.OfflineCode(text) : PageWriter.FrontCode(text);
            double side = c.GetProperty("side").GetDouble(), module = side / code.Size;
            body.Append(CultureInfo.InvariantCulture, $"<path transform='translate({c.GetProperty("x")} {height - c.GetProperty("y").GetDouble() - side}) scale({module})' d='");
            for (var y = 0; y < code.Size; y++)
                for (var x = 0; x < code.Size; x++)
                    if (code.IsDark(x, y)) body.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
            body.Append("'/>");
        }
        var faces = string.Concat(root.GetProperty("fonts").EnumerateArray().Select(f => $"@font-face{{font-family:'{f}';src:url('file://{fonts}/{f}.ttf')}}"));
        var svg = string.Create(CultureInfo.InvariantCulture, $"<svg width='{width}pt' height='{height}pt' viewBox='0 0 {width} {height}'><rect x='20' y='20' width='{width - 40}' height='{height - 40}' fill='none' stroke='black'/>{body}</svg>");
        File.WriteAllText(file, string.Create(CultureInfo.InvariantCulture, $"<!doctype html><meta charset=utf-8><style>{faces}@page{{size:{width}pt {height}pt;margin:0}}body{{margin:0}}svg{{display:block;break-after:page}}</style>{string.Concat(Enumerable.Repeat(svg, pages))}"));
    }

    private static double N(Match m, string group) => double.Parse(m.Groups[group].Value, CultureInfo.InvariantCulture);
    private static string Channel(Match m, string group) => ((int)Math.Round(N(m, group) * 255)).ToString("x2", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<r>[\d.]+) (?<g>[\d.]+) (?<b>[\d.]+) rg\nBT\n/F(?<font>\d) (?<size>[\d.]+) Tf\n1 0 0 1 (?<x>[\d.]+) (?<y>[\d.]+) Tm <(?<glyphs>[0-9A-F]+)> Tj")]
    private static partial Regex Texts();
}
