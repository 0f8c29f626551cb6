using System.Globalization;
using System.Text;
using System.Xml;

namespace Lms.Certificates.Pdf;

/// <summary>
/// The document's metadata (ISO 16684-1), which must say the same as its information dictionary (ISO 19005-3, 6.6.3). It names
/// PDF/A-3, level A: tagged, with room for the attached credential.
/// </summary>
internal static class XmpPacket
{
    public const string Tool = "Lms";

    public static byte[] Write(string title, string author, string subject, DateTime utc, Guid id)
    {
        var date = utc.ToString("yyyy-MM-ddTHH:mm:ss'Z'", CultureInfo.InvariantCulture);
        return Encoding.UTF8.GetBytes($"""
            <?xpacket begin="{'\uFEFF'}" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
            <pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
            <dc:title>{Languages(title)}</dc:title>
            <dc:creator><rdf:Seq><rdf:li>{Escaped(author)}</rdf:li></rdf:Seq></dc:creator>
            <dc:description>{Languages(subject)}</dc:description>
            <dc:language><rdf:Bag><rdf:li>vi-VN</rdf:li></rdf:Bag></dc:language>
            <xmp:CreatorTool>{Tool}</xmp:CreatorTool><xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>
            <pdf:Producer>{Tool}</pdf:Producer>
            <xmpMM:DocumentID>uuid:{id}</xmpMM:DocumentID><xmpMM:InstanceID>uuid:{id}</xmpMM:InstanceID>
            </rdf:Description></rdf:RDF></x:xmpmeta>
            <?xpacket end="w"?>
            """);
    }

    private static string Languages(string text) => $"<rdf:Alt><rdf:li xml:lang=\"x-default\">{Escaped(text)}</rdf:li></rdf:Alt>";

    private static string Escaped(string text) => string.Concat(text.Where(XmlConvert.IsXmlChar))
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
