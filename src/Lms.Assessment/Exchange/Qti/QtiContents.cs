namespace Lms.Assessment.Exchange.Qti;

/// <summary>Which files of a package are items, in the order the package gives them: manifest, then tests, then what nobody names.</summary>
internal static class QtiContents
{
    public static List<string> Items(QtiPackage package, List<ImportIssue> issues)
    {
        var items = new List<string>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var tests = new List<string>();
        var manifest = package.Files.Keys.Where(f => f.Split('/')[^1].Equals("imsmanifest.xml", StringComparison.OrdinalIgnoreCase)).OrderBy(f => f.Count(c => c == '/')).FirstOrDefault();
        if (manifest is not null)
        {
            if (QtiXml.Read(package.Files[manifest], out var problem, out var line) is { } document) Manifest(document.Root, manifest);
            else issues.Add(new ImportIssue(line, ImportIssueKind.Unreadable, $"{manifest}: {problem}"));
        }

        var xml = package.Files.Keys.Where(f => f.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && f != manifest && !seen.Contains(f)).Order(StringComparer.Ordinal).ToList();
        tests.AddRange(xml.Where(f => RootOf(package.Files[f]) is "assessmentTest" or "qti-assessment-test"));
        foreach (var test in tests.Distinct(StringComparer.OrdinalIgnoreCase))
            if (package.Files.GetValueOrDefault(test) is { } bytes && QtiXml.Read(bytes, out _, out _) is { } document) Take(document.Root.Descendants().Where(e => e.Name == "assessmentItemRef").Select(e => (test, e["href"], e.Line)));
        items.AddRange(xml.Where(f => !seen.Contains(f) && RootOf(package.Files[f]) is "assessmentItem" or "qti-assessment-item"));
        return items;

        void Manifest(QtiNode root, string path)
        {
            var resources = root.Descendants().Where(e => e.Name == "resource").ToList();
            Take(resources.Where(r => (r["type"] ?? "").StartsWith("imsqti_item", StringComparison.OrdinalIgnoreCase)).Select(r => (path, r["href"] ?? r.Child("file")?["href"], r.Line)));
            tests.AddRange(resources.Where(r => (r["type"] ?? "").StartsWith("imsqti_test", StringComparison.OrdinalIgnoreCase)).Select(r => QtiPackage.Resolve(path, r["href"] ?? "")).OfType<string>());
        }

        void Take(IEnumerable<(string From, string? Href, int Line)> references)
        {
            foreach (var (from, href, line) in references)
            {
                if (QtiPackage.Resolve(from, href ?? "") is { } path && package.Files.ContainsKey(path))
                {
                    if (seen.Add(path)) items.Add(path);
                }
                else issues.Add(new ImportIssue(line, ImportIssueKind.Incomplete, ImportPhrase.ItemNotInPackage.With(from, href)));
            }
        }
    }

    /// <summary>Of the first tag, without reading the rest.</summary>
    public static string RootOf(byte[] bytes)
    {
        try
        {
            using var reader = System.Xml.XmlReader.Create(new MemoryStream(bytes, writable: false), new System.Xml.XmlReaderSettings { DtdProcessing = System.Xml.DtdProcessing.Prohibit, XmlResolver = null });
            return reader.MoveToContent() == System.Xml.XmlNodeType.Element ? reader.LocalName : "";
        }
        catch (Exception e) when (e is System.Xml.XmlException or ArgumentException or NotSupportedException or InvalidOperationException)
        {
            return "";
        }
    }
}
