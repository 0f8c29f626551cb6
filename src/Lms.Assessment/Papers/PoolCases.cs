using Lms.Assessment.Papers.Drawing;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Cases;
using Lms.Data;
using Lms.Publishing;
using Microsoft.EntityFrameworkCore;

namespace Lms.Assessment.Papers;

internal sealed record PublishedQuestion(Guid VersionKey, Guid ItemKey, Guid BankKey, QuestionDraft Draft, FrozenCase? Case);

/// <summary>
/// Case studies among the questions a paper may take. A case is drawn whole: one of which a filter takes only a part is out of
/// that draw, and a question whose case is not published waits for it.
/// </summary>
internal static class PoolCases
{
    /// <summary>Gives each question its published case and leaves out those that wait for theirs. One statement, or none where no question has a case.</summary>
    public static async Task<List<PublishedQuestion>> AddAsync(LmsDb db, List<PublishedQuestion> questions, CancellationToken ct)
    {
        var keys = questions.Select(q => q.Draft.CaseKey).OfType<Guid>().Distinct().ToList();
        if (keys.Count == 0) return questions;
        var cases = await db.Set<PublishableItem>().Where(i => i.Kind == CaseStudies.Kind && keys.Contains(i.Key))
            .Join(db.Set<ItemVersion>(), i => i.PublishedVersionKey, v => (Guid?)v.Key, (i, v) => new { i.Key, Version = v.Key, v.Body })
            .ToDictionaryAsync(c => c.Key, c => new FrozenCase(c.Version, CaseBody.Read(c.Body)), ct);
        return [.. questions.Where(q => q.Draft.CaseKey is not { } key || cases.ContainsKey(key)).Select(q => q.Draft.CaseKey is { } key ? q with { Case = cases[key] } : q)];
    }

    /// <param name="wanted">Those a draw's filter takes.</param>
    public static List<PublishedQuestion> Whole(List<PublishedQuestion> wanted, List<PublishedQuestion> published)
    {
        var (sizes, taken) = (Sizes(published), Sizes(wanted));
        return wanted.FindAll(q => q.Case is not { } study || taken[study.VersionKey] == sizes[study.VersionKey]);
    }

    /// <summary>Fixed questions of a case that is not asked whole in their section.</summary>
    public static IEnumerable<PaperProblem> Torn(PaperContent content, List<PublishedQuestion> published)
    {
        foreach (var (s, section) in content.Sections.Index())
        {
            var fixedOnes = section.Questions.Select(q => q.QuestionKey).ToHashSet();
            foreach (var (q, question) in section.Questions.Index())
                if (published.Find(p => p.ItemKey == question.QuestionKey)?.Case is { } study && published.Exists(p => p.Case?.VersionKey == study.VersionKey && !fixedOnes.Contains(p.ItemKey)))
                    yield return new PaperProblem($"Sections[{s}].Questions[{q}]", PaperProblemKind.CaseTorn);
        }
    }

    public static bool CanDraw(List<PublishedQuestion> questions, int count) =>
        !questions.Exists(q => q.Case is not null) || CaseDrawing.CanSum([.. questions.Where(q => q.Case is null).Select(_ => 1), .. Sizes(questions).Values], count);

    /// <summary>For the paper's body; null where no question has a case.</summary>
    public static Dictionary<Guid, Guid>? Of(List<PublishedQuestion> questions) =>
        questions.Exists(q => q.Case is not null) ? questions.Where(q => q.Case is not null).ToDictionary(q => q.VersionKey, q => q.Case!.VersionKey) : null;

    private static Dictionary<Guid, int> Sizes(List<PublishedQuestion> questions) =>
        questions.Where(q => q.Case is not null).GroupBy(q => q.Case!.VersionKey).ToDictionary(g => g.Key, g => g.Count());
}
