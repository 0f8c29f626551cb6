using Lms.Assessment.Exchange.Texts;
using Lms.Assessment.Questions.Cases;

namespace Lms.Assessment.Exchange.Qti;

/// <summary>Texts that several items of a package refer to: our case studies. One that a single item has belongs to its prompt.</summary>
internal static class QtiStimuli
{
    public static IReadOnlySet<string> Shared(QtiPackage package, IReadOnlyList<string> items) => items
        .SelectMany(path => QtiXml.Read(package.Files[path], out _, out _) is { } document ? References(document.Root, path) : [])
        .GroupBy(path => path, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Null where the item has no stimulus, several, or one of its own.</summary>
    public static CaseDraft? Case(QtiNode item, string path, QtiPackage package, IReadOnlySet<string>? shared, MediaShelf shelf, List<ImportIssue> issues)
    {
        if (shared is null || References(item, path).ToList() is not [var only] || !shared.Contains(only)) return null;
        if (package.Find(only) is not { } bytes || QtiXml.Read(bytes, out _, out _)?.Root is not { } root || root.Child("stimulusBody") is not { } body) return null;
        var prose = new QtiProse(address => QtiPackage.Resolve(only, address) is { } file && package.Files.GetValueOrDefault(file) is { } content ? shelf.Add(file, content) : null, issues);
        var text = prose.Markdown(body.Content, body.Line, _ => null).Trim();
        var title = RichText.Clean(root["title"] ?? "").Trim();
        if (title.Length is 0 or > CaseBody.LongestTitle) title = PlainText.Line(title.Length == 0 ? text : title, CaseBody.LongestTitle);
        return new CaseDraft(title, text) { ShuffleWithin = body["data-lms-shuffle"] == "true" };
    }

    private static IEnumerable<string> References(QtiNode item, string path) =>
        item.Children("assessmentStimulusRef").Select(r => QtiPackage.Resolve(path, r["href"] ?? "")).OfType<string>();
}
