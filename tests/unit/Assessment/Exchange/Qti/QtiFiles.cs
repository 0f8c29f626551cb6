using System.IO.Compression;
using System.Text;
using Lms.Assessment.Exchange;
using Lms.Assessment.Exchange.Qti;

namespace Lms.UnitTests.Assessment.Exchange.Qti;

/// <summary>Items and packages as tests write them.</summary>
internal static class QtiFiles
{
    public const string Standard = "http://www.imsglobal.org/question/qti_v2p1/rptemplates/";

    /// <param name="version">21 or 22; 30 turns the same item into 3.0 notation.</param>
    public static string Item(string declarations, string body, string processing, int version = 22, string more = "")
    {
        var rules = processing.StartsWith('<') || processing.Length == 0 ? processing : $"<responseProcessing template=\"{Standard}{processing}\"/>";
        var text = $"""
            <?xml version="1.0" encoding="UTF-8"?>
            <assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p{version % 10}" identifier="item-1" title="Câu một" adaptive="false" timeDependent="false">
            {declarations}
            <itemBody>{body}</itemBody>
            {rules}
            {more}
            </assessmentItem>
            """;
        return version == 30 ? Kebab.Item(text) : text;
    }

    public static ImportedQuestion Question(string item, params (string Path, byte[] Bytes)[] files)
    {
        var file = files.Length == 0 ? QtiReader.Read(Encoding.UTF8.GetBytes(item), "item.xml") : QtiReader.Read(Package([("item.xml", Encoding.UTF8.GetBytes(item)), .. files]), "package.zip");
        return Assert.Single(file.Questions);
    }

    public static byte[] Package(params (string Path, byte[] Bytes)[] files)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, bytes) in files)
            {
                using var entry = archive.CreateEntry(path).Open();
                entry.Write(bytes);
            }
        }

        return stream.ToArray();
    }

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static string Response(string cardinality, string type, string inner = "", string identifier = "RESPONSE") =>
        $"<responseDeclaration identifier=\"{identifier}\" cardinality=\"{cardinality}\" baseType=\"{type}\">{inner}</responseDeclaration>";

    public static string Correct(params string[] values) => $"<correctResponse>{string.Concat(values.Select(v => $"<value>{v}</value>"))}</correctResponse>";

    public static string Mapping(string attributes, params (string Key, double Value)[] entries) =>
        $"<mapping {attributes}>{string.Concat(entries.Select(e => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"<mapEntry mapKey=\"{e.Key}\" mappedValue=\"{e.Value}\"/>")))}</mapping>";

    public static string Score(double? maximum = null) => $"<outcomeDeclaration identifier=\"SCORE\" cardinality=\"single\" baseType=\"float\"{(maximum is null ? "" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $" normalMaximum=\"{maximum}\""))}/>";

    public static double ScoreOf(this ImportedQuestion question, params string[] texts) => question.ScoreOfAll(("RESPONSE", texts));

    public static double ScoreOfAll(this ImportedQuestion question, params (string Name, string[] Texts)[] responses)
    {
        Assert.NotNull(question.Scoring);
        return question.Scoring(responses.ToDictionary(r => r.Name, r => (IReadOnlyList<string>)r.Texts), null).Score;
    }
}

/// <summary>Items of QTI 2 in the notation of 3.0, which names the same things in another way.</summary>
internal static class Kebab
{
    private static readonly HashSet<string> Html = ["p", "div", "span", "img", "object", "b", "strong", "em", "table", "tr", "td", "ul", "li", "math", "br"];

    public static string Item(string item)
    {
        var document = System.Xml.Linq.XDocument.Parse(item, System.Xml.Linq.LoadOptions.PreserveWhitespace);
        System.Xml.Linq.XNamespace three = "http://www.imsglobal.org/xsd/imsqtiasi_v3p0";
        foreach (var element in document.Descendants().ToList())
        {
            var html = Html.Contains(element.Name.LocalName);
            if (!html) element.ReplaceAttributes(element.Attributes().Where(a => !a.IsNamespaceDeclaration).Select(a => new System.Xml.Linq.XAttribute(Name(a.Name.LocalName), a.Value)));
            element.Name = three + (html ? element.Name.LocalName : $"qti-{Name(element.Name.LocalName)}");
        }

        System.Xml.Linq.Extensions.Remove(document.Root!.Attributes().Where(a => a.IsNamespaceDeclaration));
        return document.ToString(System.Xml.Linq.SaveOptions.DisableFormatting);
    }

    private static string Name(string camel) => camel switch
    {
        "durationLT" => "duration-lt",
        "durationGTE" => "duration-gte",
        _ => string.Concat(camel.Select(c => char.IsUpper(c) ? $"-{char.ToLowerInvariant(c)}" : c.ToString())),
    };
}
