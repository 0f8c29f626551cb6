using Lms.Assessment.Questions.Types;
using Lms.Assessment.Scoring;

namespace Lms.Assessment.Exchange.Qti.Native;

internal static class OrderQuestion
{
    public static Found? Of(Part part, ref ImportDetail reason)
    {
        var choices = part.Interaction.Children("simpleChoice").Where(c => c["identifier"] is not null).GroupBy(c => c["identifier"]!).ToDictionary(g => g.Key, g => part.Prose.Label(g.First()));
        var correct = part.Correct;
        if (correct.Count == 0 || correct.Count != choices.Count || correct.Distinct().Count() != correct.Count || correct.Any(id => !choices.ContainsKey(id)))
            return NativeQuestion.Nothing(ref reason, ImportPhrase.KeyWithoutOrder);
        List<Item> items = [.. correct.Select(id => new Item(id, choices[id]))];
        return part.First(Enum.GetValues<OrderingScoring>().Prepend(part.Hint("scoring", OrderingScoring.AllOrNothing)).Distinct().Select(scoring => new Ordering { Prompt = part.Prompt, Items = items, Scoring = scoring }),
            [.. Trials.Orders(correct).Select(o => new Sample(new OrderResponse(o), o))]);
    }
}
