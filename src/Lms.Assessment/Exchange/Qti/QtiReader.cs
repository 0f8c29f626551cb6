using Lms.Assessment.Exchange.Qti.Native;
using Lms.Assessment.Exchange.Qti.Rules;
using Lms.Assessment.Exchange.Texts;
using Lms.Assessment.Questions.Types;

namespace Lms.Assessment.Exchange.Qti;

/// <summary>
/// Items of QTI 2.0 to 2.2 and 3.0, one as an XML file or many in a package. Every item that can be scored by its own rules
/// says how (<see cref="ImportedQuestion.Scoring"/>); those that our types express alike are questions as well.
/// </summary>
public static class QtiReader
{
    private const int MostItems = 2000;

    /// <summary>Never throws: what is wrong with the file is among the issues.</summary>
    public static ImportedFile Read(byte[] bytes, string fileName)
    {
        var issues = new List<ImportIssue>();
        var shelf = new MediaShelf();
        if (bytes.Length > QtiPackage.MostBytes)
        {
            issues.Add(new ImportIssue(0, ImportIssueKind.TooLarge, $"{QtiPackage.MostBytes / 1_000_000} MB"));
            return File([], shelf, issues);
        }

        if (bytes is not [(byte)'P', (byte)'K', ..]) return File([Question(0, bytes, fileName, new QtiPackage(), shelf)], shelf, issues);
        if (QtiPackage.Open(bytes, issues) is not { } package) return File([], shelf, issues);
        var paths = QtiContents.Items(package, issues);
        if (paths.Count == 0) issues.Add(new ImportIssue(0, ImportIssueKind.Incomplete, ImportPhrase.NoItems));
        if (paths.Count > MostItems) issues.Add(new ImportIssue(0, ImportIssueKind.TooLarge, ImportPhrase.ItemLimit.With(MostItems)));
        var shared = QtiStimuli.Shared(package, [.. paths.Take(MostItems)]);
        return File([.. paths.Take(MostItems).Select((path, index) => Question(index, package.Files[path], path, package, shelf, shared))], shelf, issues);
    }

    /// <summary>Whether a file is ours to read: an item, or a package that has one.</summary>
    public static bool Recognises(byte[] bytes)
    {
        if (bytes is not [(byte)'P', (byte)'K', ..]) return QtiContents.RootOf(bytes) is "assessmentItem" or "qti-assessment-item";
        var issues = new List<ImportIssue>();
        return bytes.Length <= QtiPackage.MostBytes && QtiPackage.Open(bytes, issues) is { } package && QtiContents.Items(package, issues).Count > 0;
    }

    private static ImportedFile File(IReadOnlyList<ImportedQuestion> questions, MediaShelf shelf, IReadOnlyList<ImportIssue> issues) => new(QuestionFormat.Qti, questions, shelf.All, issues);

    private static ImportedQuestion Question(int index, byte[] bytes, string path, QtiPackage package, MediaShelf shelf, IReadOnlySet<string>? shared = null)
    {
        var bare = new ImportedQuestion(index, 1, null, "", "", [], 1m, null, []) { Verbatim = SourceText.Decode(bytes).Text };
        if (QtiXml.Read(bytes, out var problem, out var line) is not { } document)
            return bare with { Line = line, Issues = [new ImportIssue(line, ImportIssueKind.Unreadable, problem)] };
        var root = document.Root;
        if (root.Name != "assessmentItem")
            return bare with { Line = root.Line, Issues = [new ImportIssue(root.Line, ImportIssueKind.TypeNotSupported, root.Name.Length > 100 ? root.Name[..100] : root.Name)] };

        var issues = new List<ImportIssue>();
        var prose = new QtiProse(address => QtiPackage.Resolve(path, address) is { } file && package.Files.GetValueOrDefault(file) is { } content ? shelf.Add(file, content) : null, issues);
        var item = new QtiItem(document, address => QtiPackage.Resolve(path, address) is { } file && package.Files.GetValueOrDefault(file) is { } rules ? QtiXml.Read(rules, out _, out _)?.Root : null);
        var stimuli = root.Children("assessmentStimulusRef").Select(r => package.Find(QtiPackage.Resolve(path, r["href"] ?? "") ?? "")).OfType<byte[]>()
            .Select(b => QtiXml.Read(b, out _, out _)?.Root.Child("stimulusBody")).OfType<QtiNode>().ToList();
        var study = QtiStimuli.Case(root, path, package, shared, shelf, issues);
        if (study is not null) stimuli = [];
        var named = bare with { Case = study, Line = root.Line, Identifier = root["identifier"], Title = RichText.Clean(root["title"] ?? "") };
        try
        {
            return Taken(named, item, prose, stimuli, issues);
        }
        // Items may compute anything. Should one find a sum that breaks, the others of its package are not to suffer.
        catch (Exception e) when (e is ArithmeticException or ArgumentException or InvalidOperationException or FormatException)
        {
            return named with { Issues = [.. issues, new ImportIssue(root.Line, ImportIssueKind.RulesNotSupported, ImportPhrase.UnusualBreak.With(e.GetType().Name))] };
        }
    }

    private static ImportedQuestion Taken(ImportedQuestion bare, QtiItem item, QtiProse prose, IReadOnlyList<QtiNode> stimuli, List<ImportIssue> issues)
    {
        var runs = item.HasRules && item.Problems.Count == 0;
        foreach (var (line, reason) in item.Problems) issues.Add(new ImportIssue(line, ImportIssueKind.RulesNotSupported, reason));
        var native = NativeQuestion.Of(item, prose, stimuli, issues);
        if (native is null && item.Interactions.Count == 0) issues.Add(new ImportIssue(item.Root.Line, ImportIssueKind.Incomplete, ImportPhrase.AsksNothing));
        var points = runs ? item.Maximum : item.Declarations.GetValueOrDefault("MAXSCORE")?.Default?.Number ?? item.Declarations.GetValueOrDefault("SCORE")?.NormalMaximum ?? 1;
        var taken = Finished.Check(bare with
        {
            Category = Finished.Category(item.Body["data-lms-category"] ?? ""),
            Tags = [.. (item.Body["data-lms-tags"] ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
            Difficulty = int.TryParse(item.Body["data-lms-difficulty"], out var difficulty) && difficulty is >= 1 and <= 3 ? difficulty : null,
            Outcome = RichText.Clean(item.Body["data-lms-outcome"] ?? ""),
            Level = CognitiveLevels.Of(item.Body["data-lms-level"]),
            Source = RichText.Clean(item.Body["data-lms-source"] ?? ""),
            Points = points is > 0 and <= 10_000 ? Math.Round((decimal)points, 4) : 1m,
            Definition = native,
            Scoring = runs && native is not (Essay or FileUpload) ? item.Score : null,
            Issues = issues,
        });
        return taken.Definition is null ? taken with { Verbatim = bare.Verbatim } : taken;
    }
}
