using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Lms.Assessment.Exchange.Qti.Writing;
using Lms.Assessment.Questions.Cases;

namespace Lms.Assessment.Exchange.Qti;

/// <summary>
/// A package of QTI 3.0: a manifest, an item for every question, and the files they show. Where QTI has no word for a way
/// of counting, the rules are written out; attributes data-lms-… beside them only help our own reader to recognise them.
/// </summary>
public static partial class QtiWriter
{
    private static readonly XNamespace Packaging = "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1";
    private static readonly DateTimeOffset Stamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static ExportedFile Write(IReadOnlyList<ExportedQuestion> questions, IReadOnlyList<ImportedMedia> media)
    {
        var log = new ExportLog();
        var files = media.GroupBy(m => m.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Bytes, StringComparer.Ordinal);
        var markup = new QtiMarkup(files.Keys.ToHashSet(StringComparer.Ordinal), log);
        var items = new QtiItemWriter(markup, log);
        var used = new SortedSet<string>(StringComparer.Ordinal);
        var resources = new List<XElement>();
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            var cases = questions.Select(q => q.Case).OfType<CaseDraft>().Distinct().Index().ToDictionary(c => c.Item, c => $"S{c.Index + 1:0000}");
            foreach (var (study, identifier) in cases)
            {
                markup.NextItem();
                var (path, stimulus) = ($"stimuli/{identifier}.xml", items.Stimulus(study, identifier));
                SeenFromFolder(stimulus);
                Add(archive, path, Bytes(stimulus));
                resources.Add(new XElement(Packaging + "resource", new XAttribute("identifier", $"R-{identifier}"), new XAttribute("type", "imsqti_stimulus_xmlv3p0"), new XAttribute("href", path), File(path), markup.Used.Order(StringComparer.Ordinal).Select(n => File(QtiMarkup.Folder + n))));
                used.UnionWith(markup.Used);
                taken.Add(identifier);
            }

            for (var i = 0; i < questions.Count; i++)
            {
                log.Next();
                markup.NextItem();
                var identifier = Identifier(questions[i].Identifier, i, taken);
                var stimulusOf = questions[i].Case is { } shared ? cases[shared] : null;
                if (items.Item(questions[i], identifier, stimulusOf) is not { } item) continue;
                var path = $"items/{i + 1:0000}.xml";
                SeenFromFolder(item);
                Add(archive, path, Bytes(item));
                resources.Add(new XElement(Packaging + "resource", new XAttribute("identifier", $"R-{identifier}"), new XAttribute("type", "imsqti_item_xmlv3p0"), new XAttribute("href", path), File(path), markup.Used.Order(StringComparer.Ordinal).Select(n => File(QtiMarkup.Folder + n)),
                    stimulusOf is null ? null : new XElement(Packaging + "dependency", new XAttribute("identifierref", $"R-{stimulusOf}"))));
                used.UnionWith(markup.Used);
            }

            foreach (var name in used) Add(archive, QtiMarkup.Folder + name, files[name]);
            Add(archive, "imsmanifest.xml", Bytes(new XDocument(new XDeclaration("1.0", "UTF-8", null), new XElement(Packaging + "manifest", new XAttribute("identifier", "MANIFEST"),
                new XElement(Packaging + "metadata", new XElement(Packaging + "schema", "QTI Package"), new XElement(Packaging + "schemaversion", "3.0.0")), new XElement(Packaging + "organizations"), new XElement(Packaging + "resources", resources)))));
        }

        return new ExportedFile(stream.ToArray(), log.Issues);
    }

    /// <summary>A file's own addresses are seen from the folder it lies in.</summary>
    private static void SeenFromFolder(XDocument document)
    {
        foreach (var address in document.Descendants().Attributes().Where(a => a.Name.LocalName is "src" or "href" && a.Value.StartsWith(QtiMarkup.Folder, StringComparison.Ordinal))) address.Value = $"../{address.Value}";
    }

    private static XElement File(string path) => new(Packaging + "file", new XAttribute("href", path));

    private static string Identifier(string? wanted, int index, HashSet<string> taken)
    {
        var plain = Unfit().Replace(wanted ?? "", "-");
        if (plain.Length == 0 || !(char.IsLetter(plain[0]) || plain[0] == '_')) plain = plain.Length == 0 ? $"Q{index + 1:0000}" : $"_{plain}";
        if (!taken.Add(plain)) taken.Add(plain = $"{plain}-{index + 1}");
        return plain;
    }

    private static byte[] Bytes(XDocument document)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.Entitize })) document.Save(writer);
        return stream.ToArray();
    }

    /// <summary>Without the hour, so that the same questions make the same file.</summary>
    private static void Add(ZipArchive archive, string path, byte[] bytes)
    {
        var entry = archive.CreateEntry(path);
        entry.LastWriteTime = Stamp;
        using var content = entry.Open();
        content.Write(bytes);
    }

    [GeneratedRegex(@"[^\p{L}\p{Nd}_.-]", RegexOptions.CultureInvariant)]
    private static partial Regex Unfit();
}
