using System.Globalization;
using Lms.Assessment.Exchange.Qti.Rules;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;
using Lms.Assessment.Scoring;

namespace Lms.Assessment.Exchange.Qti.Native;

/// <summary>A text with fields in it. One field alone is a question of its own kind; several have to count each for itself.</summary>
internal static class GapQuestion
{
    private const int SamplesOfAGap = 12;

    public static Found? Of(QtiItem item, QtiProse prose, IReadOnlyList<QtiNode> stimuli, ref ImportDetail reason)
    {
        var parts = new List<Part>();
        foreach (var interaction in item.Interactions)
        {
            if (item.Declarations.GetValueOrDefault(interaction["responseIdentifier"]!) is not { Kind: DeclarationKind.Response } response || parts.Any(p => p.Response == response))
                return NativeQuestion.Nothing(ref reason, ImportPhrase.GapWithoutResponse);
            decimal Earned(IReadOnlyList<string> texts) => NativeQuestion.Earned(item, [(response.Identifier, texts)]);
            parts.Add(new Part(item, interaction, response, Keys(item, interaction, response).Select(k => Earned(k)).DefaultIfEmpty(0m).Max(), "", prose, Earned));
        }

        if (parts is [{ Interaction.Name: "textEntryInteraction" } single])
            return InGap(single with { Share = 1m, Prompt = NativeQuestion.Prompt(item, prose, stimuli, e => e == single.Interaction ? Blank(item, e) : null) }, ref reason);
        if (parts.Any(p => p.Share <= 0m)) return NativeQuestion.Nothing(ref reason, ImportPhrase.GapEarnsNothing);
        if (Math.Abs(parts.Sum(p => p.Share) - 1m) > Part.Alike * parts.Count) return NativeQuestion.Nothing(ref reason, ImportPhrase.GapsTogether);
        var found = new List<Found>();
        foreach (var part in parts)
        {
            if (InGap(part, ref reason) is not { } gap) return null;
            found.Add(gap);
        }

        var prompt = NativeQuestion.Prompt(item, prose, stimuli, e => Instead(e, parts));
        var samples = Samples(parts, found);
        var whole = new Part(item, item.Interactions[0], parts[0].Response, 1m, prompt, prose, _ => 0m);
        return new QuestionDefinition?[] { Picked(whole, parts, found), Cloze(item, prompt, parts, found) }.OfType<QuestionDefinition>()
            .FirstOrDefault(q => samples.All(s => Math.Abs(Scorer.Score(q, s.Given).Fraction - NativeQuestion.Earned(item, s.All!.Select(a => (a.Key, a.Value)))) <= Part.Alike)) is { } question
            ? new Found(question, samples) : NativeQuestion.Nothing(ref reason, ImportPhrase.GapsTogether);
    }

    private static Found? InGap(Part part, ref ImportDetail reason) => part.Interaction.Name != "textEntryInteraction" ? ChoiceQuestion.Of(part, ref reason)
        : part.Response.Base is QtiBase.Float or QtiBase.Integer && part.Response.Cardinality == QtiCardinality.Single ? NumberQuestion.Of(part)
        : part.Response is { Base: QtiBase.String, Cardinality: QtiCardinality.Single } ? TextQuestion.Of(part) : null;

    private static IEnumerable<IReadOnlyList<string>> Keys(QtiItem item, QtiNode interaction, Declaration response)
    {
        var correct = response.Correct is { } right ? right.Items.Select(QtiText.Of).ToList() : [];
        var listed = interaction.Name != "textEntryInteraction" ? interaction.Descendants().Select(e => e["identifier"]).OfType<string>()
            : response.Base == QtiBase.String ? TextQuestion.Keys(item, response).Concat(HintedAnswers.Of<TextAnswer>(interaction["data-lms-answers"]).Select(a => a.Text)) : NumberQuestion.Keys(item, response);
        var mapped = response.Mapping is not null && response.Cardinality == QtiCardinality.Multiple ? BestMapped.Of(item, response).Given : [];
        return listed.Select(l => (IReadOnlyList<string>)[l]).Append(correct).Append(mapped).Where(k => k.Count > 0);
    }

    private static Cloze Cloze(QtiItem item, string prompt, List<Part> parts, List<Found> found) => new()
    {
        Prompt = prompt,
        Gaps = [.. parts.Select((p, i) => new Gap(Weight(p) ?? Part.Tidy(p.Share * Part.Number(item.Maximum)), found[i].Question, p.Interaction.Name != "choiceInteraction" ? GapDisplay.Inline : p.Interaction["orientation"] == "horizontal" ? GapDisplay.Row : GapDisplay.List))],
    };

    /// <summary>As our writer noted it: only the relation of the weights counts, and that is tried.</summary>
    private static decimal? Weight(Part part) => decimal.TryParse(part.Hint("weight"), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight) && weight is > 0m and <= 1000m ? weight : null;

    /// <summary>Words picked from lists, where each gap has one right word and counts alike; null where that is not so.</summary>
    private static GapSelect? Picked(Part whole, List<Part> parts, List<Found> found)
    {
        if (whole.Hint("type") == QuestionType.Cloze || parts.Any(p => p.Interaction.Name != "inlineChoiceInteraction")) return null;
        if (found.Any(f => f.Question is not SingleChoice { Options: var options } || options.Count(o => o.Correct) != 1 || options.Any(o => o.Fraction is not null || o.Feedback.Length > 0))) return null;
        var lists = found.Select(f => ((SingleChoice)f.Question).Options.Select(o => (o.Id, o.Text)).ToList()).ToList();
        // Gaps with one list between them are a group; an id that stands in two lists would be two words.
        var groups = lists.Select(l => string.Join('\n', l)).Distinct().ToList();
        var choices = groups.SelectMany((g, n) => lists.First(l => string.Join('\n', l) == g).Select(c => new GapChoice(c.Id, c.Text, n + 1, groups.Count < lists.Count || lists.Count == 1))).ToList();
        return choices.Select(c => c.Id).Distinct().Count() != choices.Count ? null
            : new GapSelect { Prompt = whole.Prompt, Choices = choices, Gaps = [.. found.Select(f => ((SingleChoice)f.Question).Options.First(o => o.Correct).Id)] };
    }

    private static List<Sample> Samples(List<Part> parts, List<Found> found)
    {
        var some = found.Select(f => f.Samples.Take(SamplesOfAGap).ToList()).ToList();
        return [.. Trials.Combinations([.. some.Select(s => s.Count)]).Select(combination =>
        {
            var filled = combination.Select((c, i) => (Gap: i, Sample: c == 0 ? null : some[i][c - 1])).Where(f => f.Sample is not null).ToList();
            return new Sample(new GapsResponse(filled.ToDictionary(f => f.Gap + 1, f => f.Sample!.Given)), [], filled.ToDictionary(f => parts[f.Gap].Response.Identifier, f => f.Sample!.Texts));
        })];
    }

    private static string? Instead(QtiNode node, List<Part> parts)
    {
        var at = parts.FindIndex(p => p.Interaction == node);
        if (at < 0) return null;
        return node.Name == "choiceInteraction" ? $"<div>{QtiProse.Html(node.Child("prompt")?.Content ?? [], _ => null)} [[{at + 1}]]</div>" : $"[[{at + 1}]]";
    }

    /// <summary>A field within a sentence leaves a mark there; one that stands for itself leaves none.</summary>
    private static string Blank(QtiItem item, QtiNode field)
    {
        var parent = item.Body.Descendants().Prepend(item.Body).First(e => e.Elements.Contains(field));
        return parent != item.Body && !string.IsNullOrWhiteSpace(parent.Text) ? "…" : "";
    }
}
