using Lms.Publishing;
using Lms.Training.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Lms.Web.Features.Authoring;

public sealed record VersionRow(Guid Key, int Number, string Title, DateTime At, string? By);
public sealed record StepRow(PublishAction Action, DateTime At, string? By, string? Note, int? Number);
/// <param name="Versions">Newest first, as are the steps.</param>
public sealed record ItemHistory(IReadOnlyList<VersionRow> Versions, IReadOnlyList<StepRow> Steps);

/// <summary>The past of a course, a question or a paper with the names of those who acted: three queries, however long it is.</summary>
public sealed class Chronicle(Publications publications, People people)
{
    public async Task<ItemHistory> OfAsync(Guid itemKey, CancellationToken ct)
    {
        var log = await publications.HistoryAsync(itemKey, ct);
        var versions = await publications.Versions.Where(v => v.ItemKey == itemKey).OrderByDescending(v => v.Number)
            .Select(v => new { v.Key, v.Number, v.Title, v.CreatedAt, v.CreatedBy }).ToListAsync(ct);
        var names = await people.NamesAsync([.. log.Select(e => e.By).Concat(versions.Select(v => v.CreatedBy)).OfType<Guid>().Distinct()], ct);
        string? NameOf(Guid? key) => key is { } k ? names.GetValueOrDefault(k) : null;
        return new ItemHistory(
            [.. versions.Select(v => new VersionRow(v.Key, v.Number, v.Title, v.CreatedAt, NameOf(v.CreatedBy)))],
            [.. log.Select(e => new StepRow(e.Action, e.At, NameOf(e.By), e.Note, versions.Find(v => v.Key == e.VersionKey)?.Number))]);
    }
}
