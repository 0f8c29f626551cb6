using Lms.Data;
using Lms.Publishing;
using Microsoft.EntityFrameworkCore;

namespace Lms.Assessment.Questions;

/// <summary>A question as it was at one publication.</summary>
public sealed record QuestionVersion(Guid Key, Guid QuestionKey, int Number, DateTime At, QuestionDraft Draft);

/// <summary>Questions as they were published.</summary>
public sealed class QuestionVersions(LmsDb db, Publications publications)
{
    /// <summary>The version that is public now; null where none is.</summary>
    public async Task<QuestionVersion?> PublishedAsync(Guid questionKey, CancellationToken ct = default) =>
        await publications.Items(QuestionBanks.Kind).Where(i => i.Key == questionKey).Join(db.Set<ItemVersion>(), i => i.PublishedVersionKey, v => (Guid?)v.Key, (_, v) => v).AsNoTracking().SingleOrDefaultAsync(ct) is { } version
            ? Read(version) : null;

    /// <summary>Null where the question has no version of this number.</summary>
    public async Task<QuestionVersion?> FindAsync(Guid questionKey, int number, CancellationToken ct = default) =>
        await publications.Versions.SingleOrDefaultAsync(v => v.ItemKey == questionKey && v.Number == number, ct) is { } version ? Read(version) : null;

    private static QuestionVersion Read(ItemVersion version) => new(version.Key, version.ItemKey, version.Number, version.CreatedAt, QuestionBody.Read(version.Body));
}
