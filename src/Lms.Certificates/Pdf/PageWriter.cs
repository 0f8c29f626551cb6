using Lms.Certificates.Pdf.Fonts;
using Lms.Certificates.Pdf.Qr;
using Lms.Certificates.Pdf.Writing;
using Lms.Certificates.Templates;
using static Lms.Certificates.Pdf.PreparedDesign;

namespace Lms.Certificates.Pdf;

/// <summary>Puts the fields of one page in their places, each as an element of the document's structure.</summary>
internal sealed class PageWriter(PdfFile pdf, FilledPage page, StructureTree.PageStructure structure)
{
    private const double Leading = 1.22;
    private const double LabelSize = 7.2, LabelStep = 12.5, EnglishStep = 11;

    private readonly PageSheet sheet = new();
    private readonly double height = page.Design.Height;
    private readonly int accent = PreparedField.ColorOf(page.Design.Design.Accent), muted = PreparedField.ColorOf(page.Design.Design.Muted);
    private readonly List<int> annotations = [];

    public IReadOnlyList<int> Annotations => annotations;

    /// <returns>The page's own content, above the ground of the design.</returns>
    public byte[] Write()
    {
        foreach (var filled in page.Fields.Where(f => !f.IsLeftOut)) Field(filled);
        return sheet.ToBytes();
    }

    private void Field(FilledField filled)
    {
        var field = filled.Prepared.Field;
        double x = field.X * Millimetre, top = height - field.Y * Millimetre, width = field.Width * Millimetre, depth = field.Height * Millimetre;
        switch (field.Kind)
        {
            case FieldKind.Text: Text(filled, x, top, width, depth); break;
            case FieldKind.Fact: Fact(filled, x, top, width); break;
            case FieldKind.Rule: Artifact(() => sheet.Line(x, x + width, top, filled.Prepared.Color, field.Size)); break;
            case FieldKind.Divider: Artifact(() => Divider(x, x + width, top, filled.Prepared.Color, field.Size)); break;
            case FieldKind.FrontCode: Code(FrontCode(page.Facts.Address), $"Mã QR để xác minh chứng chỉ: {page.Facts.Address}", x, top - width, width); break;
            case FieldKind.OfflineCode when page.Facts.OfflineAddress is { } address:
                Code(OfflineCode(address), "Mã QR chứa nội dung chứng chỉ và chữ ký số, kiểm tra được khi không có mạng", x, top - width, width);
                break;
            case FieldKind.Emblem when field.Picture is { } key: Picture(filled, key, x, top - depth, width, depth); break;
            case FieldKind.OfflineCode or FieldKind.Emblem: break;
        }
    }

    /// <summary>Version 3 for an address of up to 47 characters; a longer host needs larger ones.</summary>
    public static QrCode FrontCode(string address) => QrCode.Of(QrLevel.Q, 3, QrSegment.Capitals(address)) ?? throw new InvalidOperationException("The public address is too long for a QR code.");

    /// <summary>At least version 12, so that short and long names look alike. The fragment is all digits, and they are packed as such.</summary>
    public static QrCode OfflineCode(string address)
    {
        var digits = address.IndexOf('#', StringComparison.Ordinal) + 1;
        return QrCode.Of(QrLevel.M, 12, new QrSegment(QrMode.Byte, address[..digits]), new QrSegment(QrMode.Numeric, address[digits..]))
            ?? throw new InvalidOperationException("The signed facts are too long for a QR code.");
    }

    private void Text(FilledField filled, double x, double top, double width, double depth)
    {
        var field = filled.Prepared.Field;
        var face = Faces.Of(field.Font);
        var all = string.Concat(filled.Text.Select(run => run.Text));
        var fitted = Fit(field, all, face, width, depth);
        double step = fitted.Size * Leading, block = (fitted.Lines.Count - 1) * step, cap = face.CapHeight / 1000.0 * fitted.Size;
        // A line stands between the height of its capitals and what hangs below the base line.
        var hang = fitted.Size * 0.25;
        var first = field.Place switch
        {
            TextPlace.Top => top - cap,
            TextPlace.Middle => top - (depth - block - cap) / 2 - cap,
            TextPlace.Bottom => top - depth + hang + block,
        };

        structure.Begin(field.Tag.ToString(), Language(field.Language));
        if (field.IsLink) Link(fitted, field, face, x, first, width);
        var start = 0;
        foreach (var (i, line) in fitted.Lines.Index())
        {
            var left = Left(field.Align, x, width, face.Width(line) * fitted.Size);
            Runs(filled.Text, start, line, field.Language == "en", (run, offset) => sheet.Text(run, field.Font, fitted.Size, filled.Prepared.Color, left + face.Width(line[..offset]) * fitted.Size, first - i * step));
            start += line.Length + 1;
        }
        if (field.IsLink) structure.End();
        structure.End();
    }

    private static FittedText Fit(TemplateField field, string text, FontFace face, double width, double depth)
    {
        var floor = field.Floor > 0 ? field.Floor : field.Size;
        var fitted = FittedText.Fit(text, face.Width, width, field.MaxLines, field.Size, field.SizeWhenBroken > 0 ? field.SizeWhenBroken : field.Size, floor);
        // Never beyond the box either, where it has a height.
        var tallest = depth > 0 ? depth / ((fitted.Lines.Count - 1) * Leading + 1) : fitted.Size;
        return fitted with { Size = Math.Min(fitted.Size, tallest) };
    }

    /// <summary>The runs of a line, one marked piece each; English words in a Vietnamese text are a span of their own.</summary>
    private void Runs(IReadOnlyList<TextRun> runs, int start, string line, bool isEnglish, Action<string, int> draw)
    {
        var at = 0;
        foreach (var run in runs)
        {
            int from = Math.Max(at, start), to = Math.Min(at + run.Text.Length, start + line.Length);
            at += run.Text.Length;
            if (from >= to) continue;
            var isSpan = run.IsEnglish && !isEnglish;
            if (isSpan) structure.Begin("Span", Language("en"));
            var text = line[(from - start)..(to - start)];
            sheet.Begin(isSpan ? "Span" : "P", structure.Mark());
            draw(text, from - start);
            sheet.End();
            if (isSpan) structure.End();
        }
    }

    /// <summary>A label in two languages, the fact beneath it, and the fact in English: heard as one paragraph.</summary>
    private void Fact(FilledField filled, double x, double top, double width)
    {
        var field = filled.Prepared.Field;
        var text = string.Concat(filled.Text.Select(run => run.Text));
        structure.Begin("P");
        var (line, left) = (top - LabelSize, x);
        var label = filled.Label.Sum(run => LabelFace(run).Width(run.Text));
        var size = Math.Min(LabelSize, width / Math.Max(label, 1));
        foreach (var run in filled.Label)
        {
            Piece(run.Text, run.IsEnglish ? PreparedField.LabelEnglishFont : PreparedField.LabelFont, size, run.IsEnglish ? muted : accent, left, line, run.IsEnglish);
            left += LabelFace(run).Width(run.Text) * size;
        }

        var face = Faces.Of(field.Font);
        var fitted = Fit(field, text, face, width, 0);
        line -= LabelStep;
        foreach (var (i, part) in fitted.Lines.Index())
        {
            if (i > 0) line -= fitted.Size * Leading;
            Piece(part, field.Font, fitted.Size, filled.Prepared.Color, x, line, false);
        }
        var english = string.Concat(filled.English.Select(run => run.Text));
        if (english.Length > 0) Piece(english, PreparedField.EnglishFont, Math.Min(9, width / Faces.Of(PreparedField.EnglishFont).Width(english)), muted, x, line - EnglishStep, true);
        structure.End();

        static FontFace LabelFace(TextRun run) => Faces.Of(run.IsEnglish ? PreparedField.LabelEnglishFont : PreparedField.LabelFont);
    }

    private void Piece(string text, TextFont font, double size, int color, double x, double y, bool isSpan)
    {
        if (isSpan) structure.Begin("Span", Language("en"));
        sheet.Begin(isSpan ? "Span" : "P", structure.Mark());
        sheet.Text(text, font, size, color, x, y);
        sheet.End();
        if (isSpan) structure.End();
    }

    /// <summary>Opens the element of the link; the caller closes it behind the text.</summary>
    private void Link(FittedText fitted, TemplateField field, FontFace face, double x, double y, double width)
    {
        var text = fitted.Lines[0];
        var wide = face.Width(text) * fitted.Size;
        var left = Left(field.Align, x, width, wide);
        structure.Begin("Link");
        var annotation = pdf.Reserve();
        var key = structure.Own(annotation);
        // Flag 4: printed (ISO 19005-3, 6.3.2).
        pdf.Write(annotation, $"<< /Type /Annot /Subtype /Link /F 4 /Border [0 0 0] /Rect [{Box(left, y - 2, wide, fitted.Size + 2)}] /Contents {PdfText.String(page.Facts.Address)} /StructParent {key} /A << /S /URI /URI {PdfText.Ascii(page.Facts.Address)} >> >>");
        annotations.Add(annotation);
    }

    private void Code(QrCode code, string alt, double x, double y, double side) =>
        Figure(alt, x, y, side, side, () => sheet.Code(code, x, y, side, Palette.Gold));

    private void Picture(FilledField filled, string key, double x, double y, double width, double depth) =>
        Figure(string.Concat(filled.Text.Select(run => run.Text)), x, y, width, depth, () => sheet.Picture(page.Design.Pictures[key], x, y, width, depth));

    private void Figure(string alt, double x, double y, double width, double depth, Action draw)
    {
        structure.Begin("Figure", $"/Alt {PdfText.String(alt)} /A << /O /Layout /BBox [{Box(x, y, width, depth)}] /Placement /Block >>");
        sheet.Begin("Figure", structure.Mark());
        draw();
        sheet.End();
        structure.End();
    }

    private void Divider(double left, double right, double y, int color, double width)
    {
        var middle = (left + right) / 2;
        sheet.Line(left, middle - 8, y, color, width);
        sheet.Line(middle + 8, right, y, color, width);
        sheet.Diamond(middle, y, 4, Palette.Lotus);
    }

    private void Artifact(Action draw)
    {
        sheet.BeginArtifact();
        draw();
        sheet.End();
    }

    private static double Left(TextAlign align, double x, double width, double wide) => align switch
    {
        TextAlign.Left => x,
        TextAlign.Centre => x + (width - wide) / 2,
        TextAlign.Right => x + width - wide,
    };

    private static string Language(string language) => language == "vi" ? "" : $"/Lang {PdfText.Ascii(language)} ";
    private static string Box(double x, double y, double width, double height) => $"{PdfText.Number(x)} {PdfText.Number(y)} {PdfText.Number(x + width)} {PdfText.Number(y + height)}";
}
