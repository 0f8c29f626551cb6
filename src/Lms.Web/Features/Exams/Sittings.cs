namespace Lms.Web.Features.Exams;

using Lms.Assessment.Attempts;
using Lms.Data;

/// <summary>One person's attempts at one exam, first to last.</summary>
public sealed record Sittings(ExamDetail Exam, IReadOnlyList<AttemptSummary> Attempts)
{
    public AttemptSummary? InProgress => Attempts.FirstOrDefault(a => a.State == AttemptState.InProgress);
    public IEnumerable<AttemptSummary> HandedIn => Attempts.Where(a => a.State != AttemptState.InProgress);
    public AttemptSummary? AwaitingMarking => Attempts.FirstOrDefault(a => a.State == AttemptState.AwaitingMarking);
    public int Left => Math.Max(0, Exam.AttemptsAllowed - Attempts.Count);

    /// <summary>Before that nobody starts again; null where nothing was handed in, or there is nothing to wait for.</summary>
    public DateTime? NextStartAt => Exam.CoolingOffHours > 0 && HandedIn.LastOrDefault() is { } last ? (last.ClosedAt ?? last.DueAt).AddHours(Exam.CoolingOffHours) : null;

    public static Sittings Of(ExamDetail exam, IEnumerable<AttemptSummary> attempts) =>
        new(exam, [.. attempts.Where(a => a.ExamKey == exam.Key).OrderBy(a => a.Number)]);

    /// <summary>Two queries, however many exams were sat; none is listed that was never begun.</summary>
    public static async Task<IReadOnlyDictionary<PublicCode, Sittings>> OfLearnerAsync(Exams exams, ExamResults results, Guid learnerKey, CancellationToken ct)
    {
        var attempts = await results.OfLearnerAsync(learnerKey, ct);
        var details = attempts.Count == 0 ? [] : await exams.DetailsAsync([.. attempts.Select(a => a.ExamKey).Distinct()], ct);
        return details.ToDictionary(d => d.Code, d => Of(d, attempts));
    }
}
