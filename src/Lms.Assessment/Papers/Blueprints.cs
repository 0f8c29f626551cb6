using Lms.Assessment.Questions;
using Lms.Publishing;
using Microsoft.EntityFrameworkCore;

namespace Lms.Assessment.Papers;

/// <param name="Prompt">The beginning of the prompt, at most 300 characters.</param>
public sealed record ChosenQuestion(Guid Key, string Prompt, bool Published);

/// <summary>What a paper asks, seen from its banks.</summary>
public sealed class Blueprints(Publications publications)
{
    /// <summary>The questions that a paper asks of everybody, by key; those that are gone are missing.</summary>
    public Task<Dictionary<Guid, ChosenQuestion>> ChosenAsync(PaperContent content, CancellationToken ct = default)
    {
        var keys = content.Sections.SelectMany(s => s.Questions).Select(q => q.QuestionKey).ToList();
        return publications.Items(QuestionBanks.Kind).Where(i => keys.Contains(i.Key))
            .Select(i => new ChosenQuestion(i.Key, i.Title, i.PublishedVersionKey != null)).ToDictionaryAsync(q => q.Key, ct);
    }
}
