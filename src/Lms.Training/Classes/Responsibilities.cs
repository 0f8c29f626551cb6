using Lms.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Training.Classes;

/// <summary>Which classes and exams somebody answers for, by key: for modules that know nothing of classes.</summary>
public sealed class Responsibilities(LmsDb db)
{
    /// <summary>The exams of the classes somebody teaches.</summary>
    public Task<List<Guid>> ExamsTaughtByAsync(Guid instructorKey, CancellationToken ct = default) =>
        db.Classes.Where(c => c.ExamKey != null && c.Instructors.Any(i => i.PersonKey == instructorKey)).Select(c => c.ExamKey!.Value).ToListAsync(ct);

    /// <param name="institutions">Null for all.</param>
    public Task<List<Guid>> ClassesOfAsync(IReadOnlyCollection<Guid>? institutions, CancellationToken ct = default) =>
        db.Classes.Where(c => institutions == null || institutions.Contains(c.InstitutionKey)).Select(c => c.Key).ToListAsync(ct);
}
