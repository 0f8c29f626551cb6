using System.Text;
using System.Xml;

namespace Lms.Assessment.Exchange.Qti;

internal enum QtiVersion { V20, V21, V22, V30 }

/// <summary>A file of a package or an item of its own, read into one vocabulary.</summary>
internal sealed record QtiDocument(QtiNode Root, QtiVersion Version);

/// <summary>
/// XML as strangers send it: no document type (so no entity can grow or reach out), no resolver, limited length and depth.
/// The depth matters because everything that follows walks the tree by recursion.
/// </summary>
internal static class QtiXml
{
    private const int Deepest = 150;
    private const long LongestDocument = 20_000_000;

    /// <summary>Null with what is wrong and where, if it is no such XML.</summary>
    public static QtiDocument? Read(byte[] bytes, out ImportDetail problem, out int line)
    {
        (problem, line) = ("", 0);
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = LongestDocument, IgnoreComments = true, IgnoreProcessingInstructions = true };
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(bytes, writable: false), settings);
            return Read(reader, ref problem, ref line);
        }
        catch (XmlException e)
        {
            (problem, line) = (e.Message, e.LineNumber);
            return null;
        }
        catch (Exception e) when (e is ArgumentException or DecoderFallbackException or NotSupportedException or InvalidOperationException)
        {
            problem = e.Message;
            return null;
        }
    }

    private static QtiDocument? Read(XmlReader reader, ref ImportDetail problem, ref int line)
    {
        var position = (IXmlLineInfo)reader;
        var open = new Stack<QtiNode>();
        QtiNode? root = null;
        var version = QtiVersion.V22;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (open.Count >= Deepest)
                    {
                        (problem, line) = (ImportPhrase.DeepElements.With(Deepest), position.LineNumber);
                        return null;
                    }

                    if (root is null) version = VersionOf(reader.NamespaceURI, reader.LocalName);
                    var (isEmpty, node) = (reader.IsEmptyElement, Element(reader, position.LineNumber));
                    if (open.TryPeek(out var parent)) parent.Add(node);
                    root ??= node;
                    if (!isEmpty) open.Push(node);
                    break;
                case XmlNodeType.EndElement:
                    open.Pop();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                    if (open.TryPeek(out var holder)) holder.Add(reader.Value);
                    break;
            }
        }

        return root is null ? null : new QtiDocument(root, version);
    }

    private static QtiNode Element(XmlReader reader, int line)
    {
        var kebab = reader.LocalName.StartsWith("qti-", StringComparison.Ordinal);
        var name = kebab ? Camel(reader.LocalName["qti-".Length..]) : reader.LocalName;
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        while (reader.MoveToNextAttribute())
        {
            if (reader.Prefix == "xmlns" || reader.Name == "xmlns") continue;
            var own = kebab && reader.Prefix.Length == 0 && !reader.LocalName.StartsWith("data-", StringComparison.Ordinal) && !reader.LocalName.StartsWith("aria-", StringComparison.Ordinal);
            attributes[own ? Camel(reader.LocalName) : reader.LocalName] = reader.Value;
        }

        reader.MoveToElement();
        return new QtiNode(name, line, attributes);
    }

    /// <summary>"duration-lt" is durationLT in QTI 2, the only names where the words do not simply join.</summary>
    private static string Camel(string kebab)
    {
        if (kebab is "duration-lt" or "duration-gte") return kebab == "duration-lt" ? "durationLT" : "durationGTE";
        var camel = new StringBuilder(kebab.Length);
        for (var i = 0; i < kebab.Length; i++)
        {
            if (kebab[i] == '-' && i + 1 < kebab.Length) camel.Append(char.ToUpperInvariant(kebab[++i]));
            else camel.Append(kebab[i]);
        }

        return camel.ToString();
    }

    private static QtiVersion VersionOf(string space, string rootName) =>
        rootName.StartsWith("qti-", StringComparison.Ordinal) || space.Contains("v3p0", StringComparison.Ordinal) ? QtiVersion.V30
        : space.Contains("v2p0", StringComparison.Ordinal) ? QtiVersion.V20
        : space.Contains("v2p1", StringComparison.Ordinal) || space.Contains("apip", StringComparison.Ordinal) ? QtiVersion.V21
        : QtiVersion.V22;
}
