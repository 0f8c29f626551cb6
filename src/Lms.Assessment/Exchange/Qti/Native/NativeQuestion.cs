using Lms.Assessment.Exchange.Qti.Rules;
using Lms.Assessment.Questions;

namespace Lms.Assessment.Exchange.Qti.Native;

/// <summary>
/// An item as a question of ours. What the question is like comes from the interactions; how it is scored is not guessed
/// from the rules' wording but found by running them: a question is taken only where it scores every response tried (all of
/// them where they are few) as the item does.
/// </summary>
internal static class NativeQuestion
{
    private static readonly HashSet<string> Gaps = new(StringComparer.Ordinal) { "textEntryInteraction", "inlineChoiceInteraction", "choiceInteraction" };

    /// <summary>Null with the reason among the issues.</summary>
    public static QuestionDefinition? Of(QtiItem item, QtiProse prose, IReadOnlyList<QtiNode> stimuli, List<ImportIssue> issues)
    {
        if (item.Interactions.Count == 0) return null;
        if (WrittenQuestion.Of(item, prose, stimuli, issues) is { } written) return FeedbackReading.Into(item, written, [], prose, issues);
        if (item.Problems.Count > 0) return null;
        if (item.HasTemplates) return CalculatedReading.Of(item, prose, stimuli, issues) ?? Refused(item, issues, ImportPhrase.ValuesDrawn);
        if (!item.HasRules) return Unruled(item, prose, stimuli, issues);
        if (item.Maximum is not (> 1e-6 and < 1e6)) return Refused(item, issues, item.Maximum > 1 ? ImportPhrase.EarnsTooMuch : ImportPhrase.EarnsNothing);
        if (Earned(item, []) != 0) return Refused(item, issues, ImportPhrase.EmptyEarns);
        ImportDetail reason = ImportPhrase.OtherPoints;
        var found = item.Interactions.Count == 1 ? Alone(item, prose, stimuli, ref reason)
            : item.Interactions.All(i => Gaps.Contains(i.Name)) ? GapQuestion.Of(item, prose, stimuli, ref reason)
            : Nothing(ref reason, ImportPhrase.SeveralInteractions);
        return found is null ? Refused(item, issues, reason) : FeedbackReading.Into(item, found.Question, found.Samples, prose, issues);
    }

    /// <summary>The text of an item. What a rubric tells the candidate belongs to it.</summary>
    public static string Prompt(QtiItem item, QtiProse prose, IReadOnlyList<QtiNode> stimuli, Func<QtiNode, string?> instead) => prose.Markdown(
        stimuli.SelectMany(s => s.Content).Concat(item.Body.Content), item.Body.Line,
        e => e.Name == "rubricBlock" && (e["view"] ?? "candidate").Contains("candidate", StringComparison.Ordinal) ? QtiProse.Html(e.Content, _ => null) : instead(e)).Trim();

    /// <summary>Of the item's maximum.</summary>
    public static decimal Earned(QtiItem item, IEnumerable<(string Response, IReadOnlyList<string> Texts)> given)
    {
        var fraction = QtiItem.ScoreOf(item.Run(given.ToDictionary(g => g.Response, g => g.Texts))) / item.Maximum;
        return double.IsFinite(fraction) && Math.Abs(fraction) < 1e6 ? (decimal)fraction : 1e6m;
    }

    public static Found? Nothing(ref ImportDetail reason, ImportDetail why)
    {
        reason = why;
        return null;
    }

    private static Found? Alone(QtiItem item, QtiProse prose, IReadOnlyList<QtiNode> stimuli, ref ImportDetail reason)
    {
        var interaction = item.Interactions[0];
        if (interaction.Name is "inlineChoiceInteraction" or "textEntryInteraction") return GapQuestion.Of(item, prose, stimuli, ref reason);
        if (item.Declarations.GetValueOrDefault(interaction["responseIdentifier"]!) is not { Kind: DeclarationKind.Response } response) return Nothing(ref reason, ImportPhrase.ResponseNotDeclared);
        var prompt = interaction.Name == "gapMatchInteraction" ? "" : Prompt(item, prose, stimuli, e => e == interaction ? $"<div>{QtiProse.Html(interaction.Child("prompt")?.Content ?? [], _ => null)}</div>" : null);
        var part = new Part(item, interaction, response, 1m, prompt, prose, texts => Earned(item, [(response.Identifier, texts)]));
        return interaction.Name switch
        {
            "choiceInteraction" => ChoiceQuestion.Of(part, ref reason),
            "orderInteraction" => OrderQuestion.Of(part, ref reason),
            "matchInteraction" or "associateInteraction" => MatchQuestion.Of(part, ref reason),
            "gapMatchInteraction" => GapMatchQuestion.Of(part, stimuli, ref reason),
            "hotspotInteraction" or "selectPointInteraction" => HotspotQuestion.Of(part, ref reason),
            "sliderInteraction" => NumberQuestion.Of(part),
            _ => Nothing(ref reason, ImportPhrase.NoCounterpart.With(interaction.Name)),
        };
    }

    /// <summary>Items without rules are common; their key says what is meant.</summary>
    private static QuestionDefinition? Unruled(QtiItem item, QtiProse prose, IReadOnlyList<QtiNode> stimuli, List<ImportIssue> issues)
    {
        if (item.Declarations.GetValueOrDefault("RESPONSE") is not { } response || (response.Correct is null && response.Mapping is null)) return Refused(item, issues, ImportPhrase.NothingOfScoring);
        issues.Add(new ImportIssue(item.Root.Line, ImportIssueKind.Incomplete, ImportPhrase.KeyTaken));
        return Of(item.RuledBy(response.Mapping is null ? StandardTemplate.MatchCorrect : StandardTemplate.MapResponse), prose, stimuli, issues);
    }

    private static QuestionDefinition? Refused(QtiItem item, List<ImportIssue> issues, ImportDetail why)
    {
        issues.Add(new ImportIssue(item.Interactions[0].Line, ImportIssueKind.RulesNotSupported, ImportPhrase.AsQuestion.With(why)));
        return null;
    }
}
