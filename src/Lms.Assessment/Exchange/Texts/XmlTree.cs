using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Lms.Assessment.Exchange.Texts;

/// <summary>
/// XML of a stranger: no document type, nothing fetched, no nesting without end. Elements are read one at a time, so that a
/// file that breaks off still gives what stands before the break.
/// </summary>
internal static class XmlTree
{
    private const int DeepestNesting = 100, MostNodes = 200_000;

    private sealed record At(int Line);

    public static XmlReader Open(string xml) => XmlReader.Create(new StringReader(xml), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true,
        CheckCharacters = false, // exports hold control characters; they are cleaned out of every text
        MaxCharactersInDocument = 50_000_000,
    });

    public static int Line(this XObject node) => node.Annotation<At>()?.Line ?? 0;

    /// <summary>The element the reader stands on, whole; afterwards the reader stands behind it.</summary>
    public static XElement Take(XmlReader reader)
    {
        var root = Begin(reader);
        var nodes = 1;
        if (reader.IsEmptyElement) { reader.Read(); return root; }
        var (at, depth) = (root, 1);
        while (reader.Read())
        {
            if (++nodes > MostNodes) throw new XmlException("One element holds too many others.");
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (depth >= DeepestNesting) throw new XmlException($"The elements are nested more than {DeepestNesting} deep.");
                    var child = Begin(reader);
                    at.Add(child);
                    if (!reader.IsEmptyElement) (at, depth) = (child, depth + 1);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                    at.Add(new XText(RichText.Clean(reader.Value)));
                    break;
                case XmlNodeType.EndElement:
                    depth--;
                    if (depth == 0) { reader.Read(); return root; }
                    at = at.Parent!;
                    break;
            }
        }

        throw new XmlException("The file ends within an element.");
    }

    /// <summary>The source of an element, as far as it is short.</summary>
    public static string Source(XElement element, int longest)
    {
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, ConformanceLevel = ConformanceLevel.Fragment, CheckCharacters = false }))
            element.WriteTo(writer);
        return RichText.Clean(text.Length > longest ? text.ToString(0, longest) : text.ToString());
    }

    private static XElement Begin(XmlReader reader)
    {
        var element = new XElement(XName.Get(reader.LocalName, ""));
        element.AddAnnotation(new At(((IXmlLineInfo)reader).LineNumber));
        while (reader.MoveToNextAttribute())
            if (reader.Prefix.Length == 0 && reader.LocalName != "xmlns") element.SetAttributeValue(reader.LocalName, RichText.Clean(reader.Value));
        reader.MoveToElement();
        return element;
    }
}
