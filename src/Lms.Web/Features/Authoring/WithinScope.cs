using Lms.Assessment.Papers;
using Lms.Assessment.Questions;
using Lms.Content.Courses;
using Lms.Content.Media;
using Lms.Data;
using Lms.Web.Identity;

namespace Lms.Web.Features.Authoring;

/// <param name="MayEdit">False for a bank of others: what is published in it may be read and drawn.</param>
public sealed record ReadableBank(BankSummary Bank, bool MayEdit);

/// <summary>Reads that see only what the visitor's grants reach; everything else is as if it were not there.</summary>
internal static class WithinScope
{
    extension(Courses courses)
    {
        public Task<List<CourseSummary>> ListAsync(Scope scope, CancellationToken ct) => EachOwnerAsync(scope, o => courses.ListAsync(o, ct));

        public async Task<CourseDraft?> DraftAsync(Scope scope, Guid key, CancellationToken ct) =>
            await courses.DraftAsync(key, ct) is { } draft && scope.Covers(draft.OwnerKey) ? draft : null;
    }

    extension(QuestionBanks banks)
    {
        public Task<List<BankSummary>> ListAsync(Scope scope, CancellationToken ct) => EachOwnerAsync(scope, o => banks.ListAsync(o, ct));

        /// <summary>A bank the visitor may edit.</summary>
        public async Task<BankSummary?> FindAsync(Scope scope, Guid key, CancellationToken ct) =>
            await banks.FindAsync(key, ct) is { } bank && scope.Covers(bank.OwnerKey) ? bank : null;

        /// <summary>A bank the visitor may edit, or one of others that is shared with the visitor's institution.</summary>
        public async Task<ReadableBank?> ReadableAsync(Scope scope, BankSettings settings, Guid key, CancellationToken ct) =>
            await banks.FindAsync(scope, key, ct) is { } own ? new ReadableBank(own, true)
            : (await settings.SharedAsync(scope, ct)).Find(b => b.Key == key) is { } shared ? new ReadableBank(shared, false) : null;

        /// <summary>Banks a paper may draw from: those the visitor may edit, then those others share.</summary>
        public async Task<List<BankSummary>> DrawableAsync(Scope scope, BankSettings settings, CancellationToken ct) =>
            [.. await banks.ListAsync(scope, ct), .. await settings.SharedAsync(scope, ct)];
    }

    extension(BankSettings settings)
    {
        /// <summary>Banks of others; who may edit all has none.</summary>
        public async Task<List<BankSummary>> SharedAsync(Scope scope, CancellationToken ct) =>
            scope.All || scope.Organisations.Count == 0 ? [] : await settings.SharedWithAsync(scope.Organisations, ct);
    }

    extension(Papers papers)
    {
        public Task<List<PaperSummary>> ListAsync(Scope scope, CancellationToken ct) => EachOwnerAsync(scope, o => papers.ListAsync(o, ct));

        public async Task<PaperDraft?> DraftAsync(Scope scope, Guid key, CancellationToken ct) =>
            await papers.DraftAsync(key, ct) is { } draft && scope.Covers(draft.OwnerKey) ? draft : null;
    }

    extension(MediaLibrary media)
    {
        /// <summary>What a lesson of this owner may show: the owner's own files and the department's.</summary>
        public async Task<List<MediaFile>> ForAsync(Guid? ownerKey, CancellationToken ct)
        {
            var files = await media.ListAsync(ownerKey, ct);
            if (ownerKey is not null) files.AddRange(await media.ListAsync(null, ct));
            return files;
        }
    }

    private static async Task<List<T>> EachOwnerAsync<T>(Scope scope, Func<Guid?, Task<List<T>>> listOf)
    {
        if (scope.All) return await listOf(null);
        var all = new List<T>();
        foreach (var owner in scope.Organisations) all.AddRange(await listOf(owner));
        return all;
    }
}
