using Lms.Assessment.Questions;
using Lms.Data;
using Lms.Publishing;
using Microsoft.EntityFrameworkCore;

namespace Lms.Assessment.Papers;

/// <param name="Prompt">The beginning of the prompt, at most 300 characters.</param>
public sealed record ChosenQuestion(Guid Key, string Prompt, bool Published);

/// <summary>What the columns of a blueprint are; rows are categories.</summary>
public enum BlueprintSide { Difficulty, Outcome, Level, Tag }

/// <param name="Value">Difficulty 1 to 3, a level's name, a tag or an outcome; empty where the question says none.</param>
/// <param name="Available">Published questions of the paper's banks.</param>
/// <param name="Asked">How many of them an attempt is asked on average; a whole number where draws leave no choice.</param>
public sealed record BlueprintCell(string Value, int Available, decimal Asked);

/// <param name="Available">Of the row as a whole: with tags a question may stand in several columns.</param>
public sealed record BlueprintRow(string Category, int Available, decimal Asked, IReadOnlyList<BlueprintCell> Cells);

public sealed record BlueprintTable(IReadOnlyList<string> Columns, IReadOnlyList<BlueprintRow> Rows);

/// <summary>What a paper asks, seen from its banks.</summary>
public sealed class Blueprints(LmsDb db, Publications publications)
{
    /// <summary>The questions that a paper asks of everybody, by key; those that are gone are missing.</summary>
    public Task<Dictionary<Guid, ChosenQuestion>> ChosenAsync(PaperContent content, CancellationToken ct = default)
    {
        var keys = content.Sections.SelectMany(s => s.Questions).Select(q => q.QuestionKey).ToList();
        return publications.Items(QuestionBanks.Kind).Where(i => keys.Contains(i.Key))
            .Select(i => new ChosenQuestion(i.Key, i.Title, i.PublishedVersionKey != null)).ToDictionaryAsync(q => q.Key, ct);
    }

    /// <summary>Categories by one side of the questions, with what there is and what is asked. Two statements.</summary>
    public async Task<BlueprintTable> TableAsync(PaperContent content, BlueprintSide side, CancellationToken ct = default)
    {
        var resolved = await PaperPool.ResolveAsync(db, content, null, ct);
        var asked = new Dictionary<Guid, decimal>();
        foreach (var ((_, draw), pool) in PaperRules.Draws(content).Zip(resolved.Body.Pool))
            foreach (var question in pool) asked[question] = asked.GetValueOrDefault(question) + Math.Min(1m, (decimal)draw.Count / pool.Count);
        foreach (var question in resolved.Body.Fixed) asked[question] = 1m;
        var columns = resolved.Published.SelectMany(q => ValuesOf(q.Draft, side)).Distinct().Order(StringComparer.CurrentCulture).ToList();
        return new BlueprintTable(columns, [.. resolved.Published.GroupBy(q => q.Draft.Category).OrderBy(c => c.Key, StringComparer.CurrentCulture)
            .Select(c => new BlueprintRow(c.Key, c.Count(), Sum(c), [.. columns.Select(v => (Value: v, In: c.Where(q => ValuesOf(q.Draft, side).Contains(v)).ToList())).Select(x => new BlueprintCell(x.Value, x.In.Count, Sum(x.In)))]))]);

        decimal Sum(IEnumerable<PublishedQuestion> questions) => Math.Round(questions.Sum(q => asked.GetValueOrDefault(q.VersionKey)), 1, MidpointRounding.AwayFromZero);
    }

    private static IReadOnlyList<string> ValuesOf(QuestionDraft draft, BlueprintSide side) => side switch
    {
        BlueprintSide.Difficulty => [draft.Difficulty.ToString(System.Globalization.CultureInfo.InvariantCulture)],
        BlueprintSide.Outcome => [draft.Outcome],
        BlueprintSide.Level => [draft.Level?.ToString() ?? ""],
        BlueprintSide.Tag => draft.Tags.Count == 0 ? [""] : draft.Tags,
    };
}
