using Lms.Data;
using Lms.Publishing;
using Microsoft.EntityFrameworkCore;

namespace Lms.Assessment.Questions;

/// <param name="Prompt">The beginning of the prompt, at most 300 characters.</param>
public sealed record QuestionSummary(Guid Key, Guid BankKey, string Prompt, string Type, string Category, int Difficulty, Stage Stage, int LatestNumber, Guid? PublishedVersionKey)
{
    public CognitiveLevel? Level { get; init; }
    /// <summary>The case study it belongs to.</summary>
    public Guid? CaseKey { get; init; }
    /// <summary>As <see cref="QuestionEntry"/> keeps them.</summary>
    internal string TagLines { get; init; } = "";
    public IReadOnlyList<string> Tags => TagLines.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>What a list of questions is narrowed by; null means all.</summary>
public sealed record QuestionFilter
{
    /// <summary>Every word must occur in prompt, options, feedback, tags, source, category or outcome, without regard to case and diacritics.</summary>
    public string? Search { get; init; }
    public string? Category { get; init; }
    public string? Type { get; init; }
    public string? Tag { get; init; }
    public string? Outcome { get; init; }
    public int? Difficulty { get; init; }
    public CognitiveLevel? Level { get; init; }
    public Stage? Stage { get; init; }
    /// <summary>Banks in which everything is seen; null for all banks there are.</summary>
    public IReadOnlyCollection<Guid>? Banks { get; init; }
    /// <summary>Banks in which only what is published is seen: those others share.</summary>
    public IReadOnlyCollection<Guid> PublishedOfBanks { get; init; } = [];
    /// <summary>Questions that are not wanted.</summary>
    public IReadOnlyCollection<Guid> Without { get; init; } = [];
}

/// <summary>The words that a filter offers, each as it occurs in the bank.</summary>
public sealed record QuestionFacets(IReadOnlyList<string> Categories, IReadOnlyList<string> Tags, IReadOnlyList<string> Outcomes);

/// <summary>Finds questions in one bank or in many.</summary>
public sealed class QuestionSearch(LmsDb db, Publications publications)
{
    /// <summary>By bank and in order of entry, a page of them: two statements.</summary>
    /// <param name="page">From 1; a page beyond the end is the last one.</param>
    public async Task<(List<QuestionSummary> Questions, int Page, int Total)> FindAsync(QuestionFilter filter, int page, int pageSize, CancellationToken ct = default)
    {
        var found = Summaries(Entries(filter), publications, filter.Stage, filter.PublishedOfBanks);
        var total = await found.CountAsync(ct);
        page = Math.Clamp(page, 1, Math.Max(1, (total + pageSize - 1) / pageSize));
        return (total == 0 ? [] : await found.Skip((page - 1) * pageSize).Take(pageSize).ToListAsync(ct), page, total);
    }

    /// <summary>All of a bank, in order of entry: one statement.</summary>
    public Task<List<QuestionSummary>> AllAsync(Guid bankKey, CancellationToken ct = default) =>
        Summaries(db.Questions.Where(q => q.BankKey == bankKey), publications).ToListAsync(ct);

    /// <summary>Categories, tags and outcomes in use in these banks, in the order of their letters: three statements.</summary>
    /// <param name="banks">See <see cref="QuestionFilter.Banks"/>; <paramref name="publishedOfBanks"/> likewise.</param>
    public async Task<QuestionFacets> FacetsAsync(IReadOnlyCollection<Guid>? banks, IReadOnlyCollection<Guid> publishedOfBanks, CancellationToken ct = default)
    {
        var items = publications.Items(QuestionBanks.Kind);
        var entries = db.Questions.Where(q => banks == null || banks.Contains(q.BankKey)
            || (publishedOfBanks.Contains(q.BankKey) && items.Any(i => i.Key == q.ItemKey && i.PublishedVersionKey != null)));
        var categories = await entries.Select(q => q.Category).Distinct().ToListAsync(ct);
        var tags = (await entries.Where(q => q.Tags != "").Select(q => q.Tags).Distinct().ToListAsync(ct)).SelectMany(t => t.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        var outcomes = await entries.Where(q => q.Outcome != "").Select(q => q.Outcome).Distinct().ToListAsync(ct);
        return new QuestionFacets(InOrder(categories), InOrder(tags.Distinct(StringComparer.OrdinalIgnoreCase)), InOrder(outcomes));
    }

    /// <summary>After an upgrade: describes anew what an older version described, a batch at a time.</summary>
    /// <returns>How many questions that were.</returns>
    public async Task<int> RefreshAsync(CancellationToken ct = default)
    {
        const int batch = 500;
        for (var done = 0; ;)
        {
            var old = await db.Questions.Where(q => q.Described < QuestionEntry.PresentDescription).OrderBy(q => q.ItemKey).Take(batch)
                .Join(publications.Items(QuestionBanks.Kind), q => q.ItemKey, i => i.Key, (q, i) => new { Entry = q, i.DraftBody }).ToListAsync(ct);
            if (old.Count == 0) return done;
            foreach (var question in old) question.Entry.Describe(QuestionBody.Read(question.DraftBody));
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
            done += old.Count;
        }
    }

    internal static IQueryable<QuestionSummary> Summaries(IQueryable<QuestionEntry> entries, Publications publications, Stage? stage = null, IReadOnlyCollection<Guid>? publishedOf = null)
    {
        var items = publications.Items(QuestionBanks.Kind).Where(i => stage == null || i.Stage == stage);
        var joined = entries.Join(items, q => q.ItemKey, i => i.Key, (q, i) => new { q, i });
        if (publishedOf is { Count: > 0 }) joined = joined.Where(x => x.i.PublishedVersionKey != null || !publishedOf.Contains(x.q.BankKey));
        return joined.OrderBy(x => x.q.BankKey).ThenBy(x => x.q.Position).ThenBy(x => x.q.ItemKey)
            .Select(x => new QuestionSummary(x.i.Key, x.q.BankKey, x.i.Title, x.q.Type, x.q.Category, x.q.Difficulty, x.i.Stage, x.i.LatestNumber, x.i.PublishedVersionKey)
                { Level = x.q.Level, CaseKey = x.q.CaseKey, TagLines = x.q.Tags });
    }

    private IQueryable<QuestionEntry> Entries(QuestionFilter filter)
    {
        var entries = db.Questions.AsQueryable();
        if (filter.Banks is { } banks) entries = entries.Where(q => banks.Contains(q.BankKey) || filter.PublishedOfBanks.Contains(q.BankKey));
        if (filter.Without is { Count: > 0 } without) entries = entries.Where(q => !without.Contains(q.ItemKey));
        foreach (var word in FoldedText.Words(filter.Search)) entries = entries.Where(q => q.SearchText.Contains(word));
        if (filter.Tag is { Length: > 0 } tag) entries = entries.Where(q => q.Tags.Contains($"\n{tag}\n"));
        return entries.Where(q => (filter.Category == null || q.Category == filter.Category) && (filter.Type == null || q.Type == filter.Type) && (filter.Outcome == null || q.Outcome == filter.Outcome)
            && (filter.Difficulty == null || q.Difficulty == filter.Difficulty) && (filter.Level == null || q.Level == filter.Level));
    }

    private static string[] InOrder(IEnumerable<string> words) => [.. words.Order(StringComparer.CurrentCulture)];
}
