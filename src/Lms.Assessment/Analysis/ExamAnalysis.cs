using System.Linq.Expressions;
using Lms.Assessment.Attempts;
using Lms.Assessment.Papers.Drawing;
using Lms.Assessment.Scoring;
using Lms.Data;
using Lms.Publishing;

namespace Lms.Assessment.Analysis;

/// <summary>
/// How papers and questions do in use. Only first attempts count: who has seen a paper before is another measure. Reads in
/// batches, so that years of classes need no more memory than their scores.
/// </summary>
public sealed class ExamAnalysis(LmsDb db, FrozenPapers papers)
{
    private const int Steps = 10;

    /// <summary>All exams held with any version of a paper; a question is judged over all of them, whatever form it came in.</summary>
    public Task<AnalysedPaper> OfPaperAsync(Guid paperKey, CancellationToken ct = default)
    {
        var (versions, exams) = (db.Set<ItemVersion>(), db.Exams);
        return AnalyseAsync(a => a.Number == 1 && exams.Any(e => e.Key == a.ExamKey && versions.Any(v => v.Key == e.PaperVersionKey && v.ItemKey == paperKey)), ct);
    }

    public Task<AnalysedPaper> OfExamAsync(Guid examKey, CancellationToken ct = default) => AnalyseAsync(a => a.Number == 1 && a.ExamKey == examKey, ct);

    private async Task<AnalysedPaper> AnalyseAsync(Expression<Func<Attempt, bool>> which, CancellationToken ct)
    {
        var questions = new Dictionary<Guid, QuestionSample>();
        var rows = new List<Dictionary<Guid, double>>();
        var totals = new List<double>();
        var passed = 0;
        await foreach (var attempt in new GradedAttempts(db, papers).ReadAsync(which, GradedAttempts.BatchSize, ct))
        {
            if (attempt.Grading is not { } grading) continue;
            var row = new Dictionary<Guid, double>();
            var maximum = attempt.Paper.Maximum;
            for (var slot = 0; slot < attempt.Form.Length; slot++)
            {
                var question = attempt.Paper.Question(attempt.Form[slot]);
                if (!questions.TryGetValue(question.VersionKey, out var sample)) questions[question.VersionKey] = sample = new QuestionSample(question);
                sample.Add(grading.Slots[slot], grading.Score, maximum, attempt.Log.Response(slot + 1));
                row[question.VersionKey] = Percent(grading.Slots[slot].Awarded, maximum);
            }

            rows.Add(row);
            totals.Add(Percent(grading.Score, maximum));
            if (grading.Passed) passed++;
        }

        return new AnalysedPaper(PaperAnalysis.Of(Table(rows, totals)), 100 * Moments.Ratio(passed, rows.Count), Histogram(totals),
            [.. questions.Values.Select(q => q.Figures()).OrderByDescending(q => q.Flags.Count(f => f != QuestionFlag.FewAttempts)).ThenBy(q => q.DiscriminationPercent ?? double.MaxValue)]);
    }

    /// <summary>A column for each question where all candidates had the same ones; else one column with their scores.</summary>
    private static ScoreTable Table(List<Dictionary<Guid, double>> rows, List<double> totals)
    {
        Guid[] asked = rows.Count == 0 ? [] : [.. rows[0].Keys];
        var same = asked.Length > 0 && rows.TrueForAll(r => r.Count == asked.Length && asked.All(r.ContainsKey));
        return same
            ? new ScoreTable([.. asked.Select(q => q.ToString())], [.. asked.Select(_ => 100d / asked.Length)], [.. rows.Select(r => (IReadOnlyList<double>)[.. asked.Select(q => r[q])])])
            : new ScoreTable([""], [100], [.. totals.Select(t => (IReadOnlyList<double>)[t])]);
    }

    /// <summary>How many scored under 10 %, under 20 % … up to and including 100 %.</summary>
    private static int[] Histogram(List<double> totals)
    {
        var counts = new int[Steps];
        foreach (var total in totals) counts[Math.Clamp((int)(total / (100 / Steps)), 0, Steps - 1)]++;
        return counts;
    }

    private static double Percent(Points points, Points maximum) => maximum.Hundredths == 0 ? 0 : 100d * points.Hundredths / maximum.Hundredths;
}
