using Lms.Assessment.Questions.Types;

namespace Lms.Assessment.Exchange.Qti.Rules;

/// <summary>The response that a mapping values most, among those the interaction lets a candidate give.</summary>
internal static class BestMapped
{
    private const int MostTries = 20_000;

    public static (double Score, IReadOnlyList<string> Given) Of(QtiItem item, Declaration response)
    {
        var interaction = item.Interactions.FirstOrDefault(i => i["responseIdentifier"] == response.Identifier);
        var entries = response.Mapping is { } mapping ? Values(mapping, response, interaction) : [.. response.Areas!.Entries.Select(e => ((object)Inside(e.Area), e.Value))];
        var bounds = response.Mapping?.Bounds ?? response.Areas!.Bounds;
        if (response.Cardinality == QtiCardinality.Single)
        {
            var otherwise = response.Mapping?.Default ?? response.Areas!.Default;
            if (entries.Count == 0) return (bounds.Clamp(otherwise), []);
            var best = entries.MaxBy(e => e.Value);
            return (bounds.Clamp(interaction?.Name is "choiceInteraction" or "inlineChoiceInteraction" ? best.Value : Math.Max(best.Value, otherwise)), [QtiText.Of(best.Item)]);
        }

        var positive = entries.Where(e => e.Value > 0).OrderByDescending(e => e.Value).ToList();
        var chosen = Choose(positive, MostOf(interaction), interaction is null ? _ => int.MaxValue : id => MatchMax(interaction, id));
        return (bounds.Clamp(chosen.Aggregate(0d, (sum, c) => Decimals.Add(sum, c.Value))), [.. chosen.Select(c => QtiText.Of(c.Item))]);
    }

    /// <summary>What each choice of the interaction maps to, by its own entry or by the default; the entries where there are no choices.</summary>
    private static List<(object Item, double Value)> Values(Mapping mapping, Declaration response, QtiNode? interaction)
    {
        var choices = interaction is null || response.Base != QtiBase.Identifier ? []
            : interaction.Descendants().Where(e => e.Name is "simpleChoice" or "inlineChoice" or "hottext" or "hotspotChoice").Select(e => (object?)e["identifier"]).OfType<object>().ToList();
        return choices.Count > 0 ? [.. choices.Select(c => (c, mapping.Of(response.Base, c)))] : [.. mapping.Entries.Select(e => (e.Key, e.Value))];
    }

    /// <summary>The most valuable entries within the limits: all of them tried while there are few, the greedy choice otherwise.</summary>
    private static List<(object Item, double Value)> Choose(List<(object Item, double Value)> entries, int most, Func<string, int> limit)
    {
        var (best, tries) = ((Sum: -1d, Chosen: new List<(object, double)>()), 0);
        var used = new Dictionary<string, int>(StringComparer.Ordinal);
        var chosen = new List<(object Item, double Value)>();
        Try(0, 0);
        return best.Chosen;

        void Try(int at, double sum)
        {
            if (sum > best.Sum) best = (sum, [.. chosen]);
            if (at == entries.Count || chosen.Count >= most || ++tries > MostTries || sum + entries.Skip(at).Take(most - chosen.Count).Sum(e => e.Value) <= best.Sum) return;
            var ends = entries[at].Item is QtiPair pair ? new[] { pair.First, pair.Second } : [];
            if (ends.All(e => used.GetValueOrDefault(e) < limit(e)))
            {
                foreach (var end in ends) used[end] = used.GetValueOrDefault(end) + 1;
                chosen.Add(entries[at]);
                Try(at + 1, sum + entries[at].Value);
                chosen.RemoveAt(chosen.Count - 1);
                foreach (var end in ends) used[end]--;
            }

            Try(at + 1, sum);
        }
    }

    /// <summary>0 means without limit; choice, match and associate have the schema's default of 1, the graphic ones are without limit.</summary>
    private static int MostOf(QtiNode? interaction)
    {
        if (interaction is null) return int.MaxValue;
        var stated = interaction["maxChoices"] ?? interaction["maxAssociations"];
        var most = int.TryParse(stated, out var limit) ? limit : interaction.Name is "choiceInteraction" or "matchInteraction" or "associateInteraction" ? 1 : 0;
        return most <= 0 ? int.MaxValue : most;
    }

    private static int MatchMax(QtiNode interaction, string id)
    {
        if (interaction.Descendants().FirstOrDefault(e => e["identifier"] == id) is not { } choice) return int.MaxValue;
        var most = int.TryParse(choice["matchMax"], out var limit) ? limit : 1;
        return most <= 0 ? int.MaxValue : most;
    }

    /// <summary>A point of the area: its centre, or a corner where the shape has none.</summary>
    internal static QtiPoint Inside(HotspotArea area) => (area.Shape, area.Coordinates) switch
    {
        (AreaShape.Rectangle, [var l, var t, var r, var b]) => new QtiPoint((l + r) / 2, (t + b) / 2),
        (AreaShape.Circle or AreaShape.Ellipse or AreaShape.Polygon, [var x, var y, ..]) => new QtiPoint(x, y),
        _ => new QtiPoint(0, 0),
    };
}
