using System.Linq.Expressions;
using Lms.Assessment.Analysis;
using Lms.Assessment.Attempts;
using Lms.Assessment.Papers.Drawing;
using Lms.Assessment.Scoring;
using Lms.Data;
using Lms.Publishing;
using Microsoft.EntityFrameworkCore;

namespace Lms.Assessment.Questions;

/// <param name="Number">Of the paper's version.</param>
public sealed record PaperUse(Guid PaperKey, Guid VersionKey, string Title, int Number, DateTime At);
/// <summary>How a question did over first attempts. Percent are of 100; null: too few, or all alike.</summary>
public sealed record QuestionPerformance(int Attempts, double? FacilityPercent, double? DiscriminationPercent);
public sealed record ExamUse(Guid ExamKey, string Title, DateTime OpensAt, DateTime ClosesAt, QuestionPerformance Performance);
/// <param name="ReplacementNumber">The version whose key counts; null gave all points to everybody.</param>
public sealed record RegradeOfQuestion(int VersionNumber, int? ReplacementNumber, string Reason, Guid By, DateTime At);
/// <param name="Upheld">Null while it is not decided.</param>
public sealed record AppealAgainst(Guid AppealKey, string ExamTitle, DateTime RaisedAt, bool? Upheld);
/// <param name="Seen">How many of the newest attempts were looked at; <paramref name="More"/> where there are older ones.</param>
public sealed record UseOfQuestion(IReadOnlyList<PaperUse> Papers, IReadOnlyList<ExamUse> Exams, QuestionPerformance Overall, int Seen, bool More, IReadOnlyList<RegradeOfQuestion> Regrades, IReadOnlyList<AppealAgainst> Appeals);

/// <summary>Where a question is used and how it does there.</summary>
public sealed class QuestionUsage(LmsDb db, FrozenPapers papers)
{
    private const int MostPapers = 100, MostExams = 200, MostAttempts = 5000, MostAppeals = 200;

    /// <summary>
    /// Ten statements at most, whether it was asked once or ten thousand times: figures are taken from the newest attempts, papers and
    /// exams up to a bound each. Appeals are those against attempts that had the question.
    /// </summary>
    public async Task<UseOfQuestion> OfAsync(Guid questionKey, CancellationToken ct = default)
    {
        var versions = await db.Set<ItemVersion>().Where(v => v.ItemKey == questionKey).Select(v => new { v.Key, v.Number }).ToDictionaryAsync(v => v.Key, v => v.Number, ct);
        if (versions.Count == 0) return new([], [], new(0, null, null), 0, false, [], []);
        var used = await PapersAsync([.. versions.Keys], ct);
        var paperKeys = used.ConvertAll(p => p.VersionKey);
        var exams = await db.Exams.Where(e => paperKeys.Contains(e.PaperVersionKey)).OrderByDescending(e => e.OpensAt).Take(MostExams)
            .Select(e => new { e.Key, e.Title, e.OpensAt, e.ClosesAt, e.PaperVersionKey }).ToListAsync(ct);
        var paperOf = exams.ToDictionary(e => e.Key, e => e.PaperVersionKey);
        var frozen = await papers.FindAllAsync(db, paperOf.Values, ct);
        var (samples, seen, more) = await SampleAsync(paperOf, frozen, versions, ct);
        var all = samples.Values.SelectMany(s => s).ToList();
        return new(used, [.. exams.Select(e => new ExamUse(e.Key, e.Title, e.OpensAt, e.ClosesAt, Performance(samples.GetValueOrDefault(e.Key, []))))], Performance(all), seen, more,
            await RegradesAsync(versions, ct), await AppealsAsync(paperOf, frozen, versions, exams.ToDictionary(e => e.Key, e => e.Title), ct));
    }

    /// <summary>A pool is kept in the body of the paper, so the keys are looked for there: rare, and by hand.</summary>
    private Task<List<PaperUse>> PapersAsync(IReadOnlyList<Guid> versions, CancellationToken ct)
    {
        var version = Expression.Parameter(typeof(ItemVersion), "v");
        var contains = typeof(string).GetMethod(nameof(string.Contains), [typeof(string)])!;
        var any = versions.Select(v => (Expression)Expression.Call(Expression.Property(version, nameof(ItemVersion.Body)), contains, Expression.Constant(v.ToString()))).Aggregate(Expression.OrElse);
        return db.Set<ItemVersion>().Where(Expression.Lambda<Func<ItemVersion, bool>>(any, version))
            .Join(db.Set<PublishableItem>().Where(i => i.Kind == Papers.Papers.Kind), v => v.ItemKey, i => i.Key, (v, i) => new { v, i.Key })
            .OrderByDescending(x => x.v.CreatedAt).Take(MostPapers)
            .Select(x => new PaperUse(x.Key, x.v.Key, x.v.Title, x.v.Number, x.v.CreatedAt)).ToListAsync(ct);
    }

    private async Task<(Dictionary<Guid, List<Seen>> ByExam, int Seen, bool More)> SampleAsync(Dictionary<Guid, Guid> paperOf, Dictionary<Guid, FrozenPaper> frozen, Dictionary<Guid, int> versions, CancellationToken ct)
    {
        var (exams, gradings) = (paperOf.Keys.ToList(), db.Gradings);
        if (exams.Count == 0) return ([], 0, false);
        var attempts = await db.Attempts.Where(a => exams.Contains(a.ExamKey) && a.Number == 1 && a.State == AttemptState.Graded).OrderByDescending(a => a.StartedAt).Take(MostAttempts + 1)
            .Join(gradings.Where(g => !gradings.Any(later => later.AttemptKey == g.AttemptKey && later.Number > g.Number)), a => a.Key, g => g.AttemptKey, (a, g) => new { a.ExamKey, a.Form, g.Score, g.Maximum, g.Details })
            .ToListAsync(ct);
        var samples = new Dictionary<Guid, List<Seen>>();
        foreach (var attempt in attempts.Take(MostAttempts))
        {
            if (Slot(frozen[paperOf[attempt.ExamKey]], attempt.Form, versions) is not var (slot, question)) continue;
            if (!samples.TryGetValue(attempt.ExamKey, out var own)) samples[attempt.ExamKey] = own = [];
            own.Add(new Seen(question, Grading.ReadDetails(attempt.Details)[slot], attempt.Score, attempt.Maximum));
        }

        return (samples, Math.Min(attempts.Count, MostAttempts), attempts.Count > MostAttempts);
    }

    private async Task<List<RegradeOfQuestion>> RegradesAsync(Dictionary<Guid, int> versions, CancellationToken ct)
    {
        var keys = versions.Keys.ToList();
        var rows = await db.KeyCorrections.Where(c => keys.Contains(c.QuestionVersionKey)).OrderByDescending(c => c.At).Select(c => new { c.QuestionVersionKey, c.ReplacementVersionKey, c.Reason, c.By, c.At }).ToListAsync(ct);
        return rows.ConvertAll(c => new RegradeOfQuestion(versions[c.QuestionVersionKey], c.ReplacementVersionKey is { } other ? versions.GetValueOrDefault(other) : null, c.Reason, c.By, c.At));
    }

    private async Task<List<AppealAgainst>> AppealsAsync(Dictionary<Guid, Guid> paperOf, Dictionary<Guid, FrozenPaper> frozen, Dictionary<Guid, int> versions, Dictionary<Guid, string> titles, CancellationToken ct)
    {
        var (exams, decisions) = (paperOf.Keys.ToList(), db.AppealDecisions);
        if (exams.Count == 0) return [];
        var rows = await db.Appeals.Join(db.Attempts.Where(t => exams.Contains(t.ExamKey)), a => a.AttemptKey, t => t.Key, (a, t) => new { a.Key, a.RaisedAt, t.ExamKey, t.Form })
            .OrderByDescending(a => a.RaisedAt).Take(MostAppeals)
            .Select(a => new { a.Key, a.RaisedAt, a.ExamKey, a.Form, Upheld = decisions.Where(d => d.AppealKey == a.Key).Select(d => (bool?)d.Upheld).FirstOrDefault() }).ToListAsync(ct);
        return [.. rows.Where(a => Slot(frozen[paperOf[a.ExamKey]], a.Form, versions) is not null).Select(a => new AppealAgainst(a.Key, titles[a.ExamKey], a.RaisedAt, a.Upheld))];
    }

    /// <summary>Where an attempt was asked the question; null where it was not.</summary>
    private static (int Slot, PooledQuestion Question)? Slot(FrozenPaper paper, string form, Dictionary<Guid, int> versions)
    {
        foreach (var (slot, drawn) in DrawnForm.Read(form).Index())
            if (paper.Question(drawn) is var question && versions.ContainsKey(question.VersionKey)) return (slot, question);
        return null;
    }

    private static QuestionPerformance Performance(List<Seen> seen)
    {
        if (seen.Count == 0) return new(0, null, null);
        // Points may differ from paper to paper: what counts is the part of them, and that each sample works out by its own maximum.
        var sample = new QuestionSample(seen[0].Question);
        foreach (var one in seen) sample.Add(one.Score, one.Question.Maximum, one.AttemptScore, one.AttemptMaximum, null);
        var figures = sample.Figures();
        return new(figures.Attempts, figures.FacilityPercent, figures.DiscriminationPercent);
    }

    private sealed record Seen(PooledQuestion Question, SlotScore Score, Points AttemptScore, Points AttemptMaximum);
}
