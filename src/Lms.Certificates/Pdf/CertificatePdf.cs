using Lms.Certificates.Pdf.Signatures;
using Lms.Certificates.Pdf.Writing;

namespace Lms.Certificates.Pdf;

/// <summary>
/// Carrier D: certificates as PDF/A-3a (ISO 19005-3), one to a page. The same facts in the same design give the same bytes,
/// whenever and wherever they are rendered by the same build.
/// </summary>
internal static class CertificatePdf
{
    /// <param name="signatureSpace">Room for a signature in bytes; 0: the document has none.</param>
    public static SignableDocument Render(FilledPage page, int signatureSpace = 0) => Render([page], page.Facts.Title, signatureSpace);

    /// <summary>For printing a whole class at once: no signature, nothing attached. All pages are of the first one's design.</summary>
    public static byte[] RenderAll(IReadOnlyList<FilledPage> pages, string title) => Render(pages, title, 0).Bytes;

    private static SignableDocument Render(IReadOnlyList<FilledPage> pages, string title, int signatureSpace)
    {
        var design = pages[0].Design;
        var facts = pages[0].Facts;
        var pdf = new PdfFile(design.Start);
        var structure = new StructureTree(pdf);
        var all = pdf.Reserve();
        var signature = signatureSpace > 0 ? new SignatureField(pdf, signatureSpace) : null;
        var numbers = pages.Select(page => Page(pdf, page, structure, all, signature)).ToList();
        pdf.Write(all, $"<< /Type /Pages /Kids [{string.Join(' ', numbers.Select(n => $"{n} 0 R"))}] /Count {numbers.Count} >>");

        var metadata = pdf.AddStream("/Type /Metadata /Subtype /XML", XmpPacket.Write(title, facts.Author, facts.Subject, facts.At, facts.Id), Packing.None);
        var date = PdfText.Date(facts.At);
        var info = pdf.Add($"<< /Title {PdfText.String(title)} /Author {PdfText.String(facts.Author)} /Subject {PdfText.String(facts.Subject)} /Creator {PdfText.Ascii(XmpPacket.Tool)} /Producer {PdfText.Ascii(XmpPacket.Tool)} /CreationDate {date} /ModDate {date} >>");
        var attached = pages.Count == 1 && facts.CredentialJwt is { } jwt ? AttachedCredential.Write(pdf, jwt, facts.At) : "";
        signature?.Write(numbers[0], facts.At);
        var root = pdf.Add($"""
            << /Type /Catalog /Pages {all} 0 R /Lang (vi-VN) /MarkInfo << /Marked true >> /StructTreeRoot {structure.Finish()} 0 R /Metadata {metadata} 0 R
            /ViewerPreferences << /DisplayDocTitle true >> {attached}{signature?.Form}
            /OutputIntents [<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2.1) /Info (sRGB IEC61966-2.1) /DestOutputProfile {design.Profile} 0 R >>] >>
            """);
        var bytes = pdf.Finish(root, info, facts.Id.ToByteArray(bigEndian: true));
        return signature is null ? new SignableDocument(bytes, 0, 0) : signature.Place(bytes);
    }

    private static int Page(PdfFile pdf, FilledPage page, StructureTree tree, int parent, SignatureField? signature)
    {
        var number = pdf.Reserve();
        var structure = tree.Page(number);
        var writer = new PageWriter(pdf, page, structure);
        var content = pdf.AddStream("", writer.Write(), Packing.Fast);
        structure.Finish();
        var contents = page.Design.Ground is { } ground ? $"{ground} 0 R {content} 0 R" : $"{content} 0 R";
        var annotations = writer.Annotations.Concat(signature is null ? [] : [signature.Number]).Select(a => $"{a} 0 R").ToList();
        pdf.Write(number, $"""
            << /Type /Page /Parent {parent} 0 R /MediaBox [0 0 {PdfText.Number(page.Design.Width)} {PdfText.Number(page.Design.Height)}] /Resources << {page.Design.Resources} >>
            /Contents [{contents}] /StructParents {structure.Key} {(annotations.Count > 0 ? $"/Annots [{string.Join(' ', annotations)}] /Tabs /S " : "")}>>
            """);
        return number;
    }
}
