using Lms.Assessment.Attempts;
using Lms.Assessment.Scoring;
using Lms.Training.Classes;
using Lms.Training.Organisations;

namespace Lms.Web.Features.Department;

/// <summary>Model of _ResultTable.</summary>
public sealed record ResultTable(IReadOnlyList<AttemptSummary> Attempts, IReadOnlyDictionary<Guid, string> Names, IReadOnlyDictionary<Guid, ExamResult> Results)
{
    /// <summary>Where attempts can be seen step by step: the reader's own place, by what he may.</summary>
    public string ReplayPath { get; init; } = "/classes/replays";

    /// <summary>Somebody sat twice: what all attempts come to is worth a column.</summary>
    public bool SeveralAttempts => Attempts.Any(a => a.Number > 1);

    /// <summary>At the last attempt of each person.</summary>
    public ExamResult? ResultAt(AttemptSummary attempt) =>
        Attempts.Any(a => a.LearnerKey == attempt.LearnerKey && a.Number > attempt.Number) ? null : Results.TryGetValue(attempt.LearnerKey, out var result) ? result : null;

    /// <summary>Five queries at most; as many rows as the roster has places and the paper attempts.</summary>
    internal static async Task<ResultTable> OfAsync(ClassDetail of, ExamResults results, People people, CancellationToken ct)
    {
        var attempts = of.ExamKey is { } exam ? await results.OfExamAsync(exam, ct) : [];
        return new ResultTable(attempts, await people.NamesAsync([.. attempts.Select(a => a.LearnerKey).Distinct()], ct),
            of.ExamKey is { } sat && attempts.Exists(a => a.Number > 1) ? await results.ResultsAsync(sat, ct: ct) : new Dictionary<Guid, ExamResult>());
    }
}
