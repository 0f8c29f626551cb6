using System.Globalization;
using Lms.Assessment.Exchange.Qti.Rules;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;

namespace Lms.Assessment.Exchange.Qti.Native;

/// <summary>What a person marks: a long text without a key, or files.</summary>
internal static class WrittenQuestion
{
    private static readonly Dictionary<string, string[]> Extensions = new(StringComparer.OrdinalIgnoreCase)
    {
        ["application/pdf"] = [".pdf"], ["image/png"] = [".png"], ["image/jpeg"] = [".jpg", ".jpeg"], ["text/plain"] = [".txt"], ["application/zip"] = [".zip"], ["application/msword"] = [".doc"],
        ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"] = [".docx"], ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"] = [".xlsx"],
    };

    public static QuestionDefinition? Of(QtiItem item, QtiProse prose, IReadOnlyList<QtiNode> stimuli, List<ImportIssue> issues)
    {
        if (item.Interactions is not [var interaction] || interaction.Name is not ("extendedTextInteraction" or "uploadInteraction")) return null;
        var response = item.Declarations.GetValueOrDefault(interaction["responseIdentifier"]!);
        if (interaction.Name == "extendedTextInteraction" && (response?.Correct is not null || response?.Mapping is not null || response?.Base is QtiBase.Integer or QtiBase.Float)) return null;
        var prompt = NativeQuestion.Prompt(item, prose, stimuli, e => e == interaction ? $"<div>{QtiProse.Html(interaction.Child("prompt")?.Content ?? [], _ => null)}</div>" : null);
        var notes = string.Join("\n\n", item.Body.Descendants().Where(e => e.Name == "rubricBlock" && !(e["view"] ?? "candidate").Contains("candidate", StringComparison.Ordinal)).Select(r => prose.Markdown(r)));
        if (interaction.Name == "uploadInteraction")
        {
            var types = (interaction["type"] ?? "").Split((char[]?)[' ', ','], StringSplitOptions.RemoveEmptyEntries);
            foreach (var unknown in types.Where(t => !Extensions.ContainsKey(t) && interaction["data-lms-extensions"] is null)) issues.Add(new ImportIssue(interaction.Line, ImportIssueKind.Dropped, ImportPhrase.FileType.With(unknown), ImportPhrase.FileTypeUnknown));
            return new FileUpload
            {
                Prompt = prompt, MarkingNotes = notes, MostFiles = (int)(Number(interaction, "files") ?? 1), MostBytes = Number(interaction, "bytes") ?? 10_000_000,
                Extensions = interaction["data-lms-extensions"] is { } own ? own.Split(' ', StringSplitOptions.RemoveEmptyEntries) : [.. types.SelectMany(t => Extensions.GetValueOrDefault(t, []))],
            };
        }

        return new Essay { Prompt = prompt, MarkingNotes = notes, FewestWords = (int?)Number(interaction, "fewest-words"), MostWords = (int?)Number(interaction, "most-words"), Template = interaction["data-lms-template"] ?? response?.Default?.Word ?? "" };
    }

    private static long? Number(QtiNode interaction, string name) =>
        long.TryParse(interaction[$"data-lms-{name}"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < int.MaxValue ? number : null;
}
