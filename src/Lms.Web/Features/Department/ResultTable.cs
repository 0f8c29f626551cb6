using Lms.Assessment.Attempts;
using Lms.Training.Classes;
using Lms.Training.Organisations;

namespace Lms.Web.Features.Department;

/// <summary>Model of _ResultTable.</summary>
public sealed record ResultTable(IReadOnlyList<AttemptSummary> Attempts, IReadOnlyDictionary<Guid, string> Names)
{
    /// <summary>Two queries; as many rows as the roster has places and the paper attempts.</summary>
    internal static async Task<ResultTable> OfAsync(ClassDetail of, ExamResults results, People people, CancellationToken ct)
    {
        var attempts = of.ExamKey is { } exam ? await results.OfExamAsync(exam, ct) : [];
        return new ResultTable(attempts, await people.NamesAsync([.. attempts.Select(a => a.LearnerKey).Distinct()], ct));
    }
}
