using Lms.Assessment.Exchange.Qti.Rules;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;
using Lms.Assessment.Scoring;

namespace Lms.Assessment.Exchange.Qti.Native;

internal static class ChoiceQuestion
{
    public static Found? Of(Part part, ref ImportDetail reason)
    {
        var choices = part.Interaction.Descendants().Where(e => e.Name is "simpleChoice" or "inlineChoice" && e["identifier"] is not null).ToList();
        if (choices.Count == 0 || choices.Select(c => c["identifier"]).Distinct().Count() != choices.Count) return NativeQuestion.Nothing(ref reason, ImportPhrase.ChoicesAlike);
        var most = part.Response.Cardinality == QtiCardinality.Single ? 1 : part.MostChoices(1);
        return most == 1 ? Single(part, choices, ref reason) : Multiple(part, choices, Math.Min(most, choices.Count), ref reason);
    }

    private static Found? Single(Part part, List<QtiNode> choices, ref ImportDetail reason)
    {
        var fractions = choices.ToDictionary(c => c["identifier"]!, c => part.Fraction(c["identifier"]!));
        var samples = fractions.Keys.Select(id => new Sample(new ChoiceResponse([id]), [id])).ToList();
        if (fractions.Values.Any(f => f is < -1m or > 1m)) return NativeQuestion.Nothing(ref reason, ImportPhrase.ChoiceBeyond);
        var plain = fractions.Values.Count(f => f == 1m) == 1 && fractions.Values.All(f => f is 0m or 1m);
        if (part.Hint("type") == QuestionType.TrueFalse && fractions.Count == 2 && fractions.ContainsKey("false") && fractions.TryGetValue("true", out var ofTrue) && plain)
            return new Found(new TrueFalse { Prompt = part.Prompt, Correct = ofTrue == 1m, TrueFeedback = Inline(part, choices, "true"), FalseFeedback = Inline(part, choices, "false") }, samples);
        return part.First([new SingleChoice
        {
            Prompt = part.Prompt,
            Options = [.. choices.Select(c => (Id: c["identifier"]!, Node: c)).Select(c => new ChoiceOption(c.Id, part.Prose.Label(c.Node), fractions[c.Id] == 1m, Inline(part, choices, c.Id), plain ? null : fractions[c.Id]))],
        }], samples);
    }

    private static Found? Multiple(Part part, List<QtiNode> choices, int most, ref ImportDetail reason)
    {
        var samples = Trials.Subsets([.. choices.Select(c => c["identifier"]!)], most, part.Correct).Select(s => new Sample(new ChoiceResponse([.. s.Order(StringComparer.Ordinal)]), s)).ToList();
        var found = part.First(Candidates(part, choices), samples);
        if (found is not { Question: MultipleResponse { Scoring: MultipleScoring.Mapped } mapped } || mapped.Options.Count(o => o.Fraction > 0m) <= most) return found;
        return NativeQuestion.Nothing(ref reason, ImportPhrase.ChoicesLimited.With(most));
    }

    private static IEnumerable<MultipleResponse> Candidates(Part part, List<QtiNode> choices)
    {
        var correct = part.Correct;
        MultipleScoring[] order = [part.Hint("scoring", MultipleScoring.AllOrNothing), MultipleScoring.AllOrNothing, MultipleScoring.Mapped, MultipleScoring.PartialCredit, MultipleScoring.PartialWithoutPenalty, MultipleScoring.PartialNegative];
        foreach (var scoring in order.Distinct())
        {
            if (scoring != MultipleScoring.Mapped)
            {
                if (correct.Count > 0) yield return new MultipleResponse { Prompt = part.Prompt, Scoring = scoring, Options = [.. choices.Select(c => Option(c, null))] };
                continue;
            }

            var mapping = part.Response.Mapping;
            var unit = Part.Number(part.Item.Maximum) * part.Share;
            var options = choices.Select(c => Option(c, Part.Tidy(mapping is null ? part.Earned(c["identifier"]!) : Part.Number(mapping.Of(part.Response.Base, c["identifier"]!)) / unit))).ToList();
            if (options.Any(o => o.Fraction is < -1m or > 1m)) continue;
            yield return Mapped(options, mapping?.Bounds.Lower is { } lower ? Part.Tidy(Part.Number(lower) / unit) : -1m, mapping?.Bounds.Upper is { } upper ? Part.Tidy(Part.Number(upper) / unit) : 1m);
            yield return Mapped(options, 0m, 1m);
        }

        MultipleResponse Mapped(IReadOnlyList<ChoiceOption> options, decimal lower, decimal upper) =>
            new() { Prompt = part.Prompt, Scoring = MultipleScoring.Mapped, Options = options, LowerBound = Math.Clamp(lower, -1m, 0m), UpperBound = Math.Clamp(upper, 0m, 1m) };

        ChoiceOption Option(QtiNode choice, decimal? fraction) => new(choice["identifier"]!, part.Prose.Label(choice), correct.Count == 0 ? fraction > 0m : correct.Contains(choice["identifier"]!), Inline(part, choices, choice["identifier"]!), fraction);
    }

    /// <summary>What is said within a choice, where it appears exactly with that choice.</summary>
    private static string Inline(Part part, List<QtiNode> choices, string id)
    {
        var own = choices.First(c => c["identifier"] == id).Descendants().FirstOrDefault(e => e.Name == "feedbackInline");
        if (own is null || !Shown(own, part, id) || choices.Any(c => c["identifier"] != id && Shown(own, part, c["identifier"]!))) return "";
        return part.Prose.Label(own);
    }

    private static bool Shown(QtiNode feedback, Part part, string id) =>
        FeedbackReading.IsShown(feedback, part.Item.Run(new Dictionary<string, IReadOnlyList<string>> { [part.Response.Identifier] = [id] }));
}
