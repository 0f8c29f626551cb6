using System.Xml.Linq;
using Lms.Assessment.Exchange.Texts;

namespace Lms.Assessment.Exchange.Moodle;

/// <summary>Texts of one question with the files that stand beside them.</summary>
internal sealed class MoodleTexts(MediaShelf shelf, List<ImportIssue> issues)
{
    /// <summary>The text of an element: in its text child, or where an old export left that out, its own.</summary>
    public static string Value(XElement? element) => (element?.Element("text") ?? element)?.Nodes().OfType<XText>().Aggregate("", (text, node) => text + node.Value) ?? "";

    public string Markdown(XElement? element, string? source = null)
    {
        if (element is null) return "";
        var text = source ?? Value(element);
        return text.Trim().Length == 0 && !element.Elements("file").Any() ? "" : Rich(element).ToMarkdown(text, Format(element));
    }

    public string Words(XElement? element) => element is null ? "" : Rich(element).ToWords(Value(element), Format(element));

    public RichText Rich(XElement element)
    {
        var files = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in element.Elements("file"))
            if (Add(file) is { } stored) files[file.Attribute("name")?.Value ?? ""] = stored;
        return new RichText(name => files.GetValueOrDefault(name) ?? files.GetValueOrDefault(name.Split('/')[^1]), (kind, what, why) => issues.Add(new(element.Line(), kind, what, why)));
    }

    public static TextFormat Format(XElement element) => RichText.Format(element.Attribute("format")?.Value, TextFormat.Html);

    /// <returns>The name on the shelf; null where the file cannot be read.</returns>
    public string? Add(XElement file)
    {
        var name = file.Attribute("name")?.Value ?? "";
        var encoding = file.Attribute("encoding")?.Value ?? "base64";
        var packed = new byte[file.Value.Length];
        if (name.Length > 0 && encoding == "base64" && file.Value.Length > 0 && Convert.TryFromBase64String(file.Value, packed, out var length)) return shelf.Add(name, packed[..length]);
        issues.Add(new(file.Line(), ImportIssueKind.MediaMissing, name.Length > 200 ? name[..200] : name));
        return null;
    }
}
