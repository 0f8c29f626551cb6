using Lms.Assessment.Exchange.Qti.Rules;
using Lms.Assessment.Questions.Types;
using Lms.Assessment.Scoring;

namespace Lms.Assessment.Exchange.Qti.Native;

internal static class GapMatchQuestion
{
    public static Found? Of(Part part, IReadOnlyList<QtiNode> stimuli, ref ImportDetail reason)
    {
        if (part.Interaction.Child("gapImg") is not null) return NativeQuestion.Nothing(ref reason, ImportPhrase.ImagesIntoText);
        var words = part.Interaction.Children("gapText").Where(w => w["identifier"] is not null).ToList();
        var gaps = part.Interaction.Descendants().Where(e => e.Name == "gap" && e["identifier"] is not null).Select(g => g["identifier"]!).Distinct().ToList();
        var pairs = (part.Response.Correct?.Items ?? part.Response.Mapping?.Entries.Where(e => e.Value > 0).Select(e => e.Key).ToList() ?? []).OfType<QtiPair>().ToList();
        var right = gaps.ToDictionary(g => g, g => pairs.FirstOrDefault(p => p.Second == g)?.First ?? "");
        if (gaps.Count == 0 || right.Values.Any(r => words.All(w => w["identifier"] != r))) return NativeQuestion.Nothing(ref reason, ImportPhrase.GapWithoutWord);
        var question = new GapSelect
        {
            Prompt = NativeQuestion.Prompt(part.Item, part.Prose, stimuli, e => Instead(e, gaps)),
            Drag = true,
            Gaps = [.. gaps.Select(g => right[g])],
            Choices = [.. words.Select(w => new GapChoice(w["identifier"]!, part.Prose.Label(w), Group(w), Limit(w) != 1))],
        };
        var samples = Trials.Combinations([.. gaps.Select(_ => words.Count)]).Append([.. gaps.Select(g => words.FindIndex(w => w["identifier"] == right[g]) + 1)]).Select(Given).OfType<Sample>().ToList();
        return part.First([question], samples);

        Sample? Given(int[] combination)
        {
            var filled = combination.Select((c, i) => (Gap: i, Word: c == 0 ? null : words[c - 1])).Where(f => f.Word is not null).ToList();
            if (filled.GroupBy(f => f.Word!).Any(g => g.Count() > Limit(g.Key))) return null;
            return new Sample(new GapsResponse(filled.ToDictionary(f => f.Gap + 1, f => (Response)new ChoiceResponse([f.Word!["identifier"]!]))), [.. filled.Select(f => $"{f.Word!["identifier"]} {gaps[f.Gap]}")]);
        }
    }

    private static string? Instead(QtiNode node, List<string> gaps) => node.Name switch
    {
        "gap" => $"[[{gaps.IndexOf(node["identifier"] ?? "") + 1}]]",
        "gapText" => "",
        "gapMatchInteraction" => $"<div>{QtiProse.Html(node.Content, e => Instead(e, gaps))}</div>",
        _ => null,
    };

    private static int Group(QtiNode word) => int.TryParse(word["data-lms-group"], out var group) ? group : 1;

    private static int Limit(QtiNode word) => int.TryParse(word["matchMax"], out var most) ? most <= 0 ? int.MaxValue : most : 1;
}
