using System.Globalization;
using System.Text;
using System.Xml.Linq;
using PdfSharp.Pdf;

namespace Lms.Certificates.Pdf;

/// <summary>
/// The document's metadata (ISO 16684-1), which must say the same as its information dictionary. It names
/// PDF/A-3, level A: tagged, with room for the attached credential.
/// </summary>
internal static class XmpPacket
{
    private static readonly XNamespace Meta = "adobe:ns:meta/", Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#", Dublin = "http://purl.org/dc/elements/1.1/",
        Xmp = "http://ns.adobe.com/xap/1.0/", XmpMedia = "http://ns.adobe.com/xap/1.0/mm/", PdfInfo = "http://ns.adobe.com/pdf/1.3/", PdfA = "http://www.aiim.org/pdfa/ns/id/";

    public static byte[] Write(PdfDocumentInformation info, DateTime utc, Guid id)
    {
        var date = utc.ToString("yyyy-MM-ddTHH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var description = new XElement(Rdf + "Description", new XAttribute(Rdf + "about", ""),
            new XAttribute(XNamespace.Xmlns + "dc", Dublin), new XAttribute(XNamespace.Xmlns + "xmp", Xmp), new XAttribute(XNamespace.Xmlns + "xmpMM", XmpMedia),
            new XAttribute(XNamespace.Xmlns + "pdf", PdfInfo), new XAttribute(XNamespace.Xmlns + "pdfaid", PdfA),
            new XElement(PdfA + "part", 3), new XElement(PdfA + "conformance", "A"),
            new XElement(Dublin + "title", Languages(info.Title)),
            new XElement(Dublin + "creator", new XElement(Rdf + "Seq", new XElement(Rdf + "li", info.Author))),
            new XElement(Dublin + "description", Languages(info.Subject)),
            new XElement(Dublin + "language", new XElement(Rdf + "Bag", new XElement(Rdf + "li", "vi-VN"))),
            new XElement(Xmp + "CreatorTool", info.Creator), new XElement(Xmp + "CreateDate", date), new XElement(Xmp + "ModifyDate", date),
            new XElement(PdfInfo + "Producer", info.Elements.GetString("/Producer")),
            new XElement(XmpMedia + "DocumentID", $"uuid:{id}"), new XElement(XmpMedia + "InstanceID", $"uuid:{id}"));
        var packet = new XElement(Meta + "xmpmeta", new XAttribute(XNamespace.Xmlns + "x", Meta),
            new XElement(Rdf + "RDF", new XAttribute(XNamespace.Xmlns + "rdf", Rdf), description));
        return Encoding.UTF8.GetBytes($"<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n{packet}\n<?xpacket end=\"w\"?>");
    }

    private static XElement Languages(string text) => new(Rdf + "Alt", new XElement(Rdf + "li", new XAttribute(XNamespace.Xml + "lang", "x-default"), text));
}
