using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Lms.Assessment.Exchange.Moodle;

/// <summary>Texts as Moodle's elements, with the files they show.</summary>
internal sealed partial class MoodleMarkup(IReadOnlyDictionary<string, byte[]> files, ExportLog log)
{
    public XElement Text(string element, string markdown)
    {
        var names = new List<string>();
        var text = MediaLink().Replace(markdown, link =>
        {
            names.Add(Uri.UnescapeDataString(link.Groups["name"].Value));
            return $"](@@PLUGINFILE@@/{link.Groups["name"].Value}";
        });
        return new XElement(element, new XAttribute("format", "markdown"), new XElement("text", Printable(text)), names.Distinct().Select(File));
    }

    public static XElement Plain(string element, string text) => new(element, new XElement("text", Printable(text)));

    public static XElement Answer(decimal fraction, params object?[] content) => new("answer", new XAttribute("fraction", UsualFraction.Percent(fraction)), content);

    public XElement? File(string name)
    {
        if (files.TryGetValue(name, out var bytes)) return new XElement("file", new XAttribute("name", name), new XAttribute("path", "/"), new XAttribute("encoding", "base64"), Convert.ToBase64String(bytes));
        log.Lost($"the file {name}", "it was not handed over");
        return null;
    }

    /// <summary>XML has no control characters.</summary>
    public static string Printable(string text) => text.All(XmlConvert.IsXmlChar) ? text : Texts.RichText.Clean(text);

    [GeneratedRegex(@"\]\(file:(?<name>[^()\s]+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex MediaLink();
}
