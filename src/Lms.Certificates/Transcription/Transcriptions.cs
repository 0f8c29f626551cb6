using Lms.Certificates.Issuing;
using Lms.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Lms.Certificates.Transcription;

/// <summary>
/// Takes certificates that were earned before this system into the register (chép sổ gốc): marked as transcribed, with the
/// numbers they have on paper, and none of ours. Reading the same list again adds nothing.
/// </summary>
public sealed class Transcriptions
{
    private readonly LmsDb db;
    private readonly TimeProvider clock;
    private readonly LineChecking checking;
    private readonly RegisterBook book;
    private readonly IOptions<CertificateOptions> options;

    internal Transcriptions(LmsDb db, TimeProvider clock, LineChecking checking, RegisterBook book, IOptions<CertificateOptions> options) =>
        (this.db, this.clock, this.checking, this.book, this.options) = (db, clock, checking, book, options);

    /// <summary>What would happen to each line, in the order of the file; changes nothing.</summary>
    /// <param name="leftOut">Rows that are not to be entered.</param>
    public async Task<IReadOnlyList<CheckedLine>> PreviewAsync(OldRegister register, IReadOnlySet<int> leftOut, CancellationToken ct = default) =>
        [.. (await checking.CheckAsync(register, leftOut, ct)).Select(line => line.Shown)];

    /// <summary>
    /// All lines are checked before the first is written. Then each portion is a commit of its own: on SQLite one transaction
    /// for thousands of lines would hold up the answers of an exam that goes on meanwhile, and a run that was killed is gone on with
    /// by importing the file again.
    /// </summary>
    public async Task<TranscriptionResult> ImportAsync(OldRegister register, IReadOnlySet<int> leftOut, Guid by, CancellationToken ct = default)
    {
        var lines = await checking.CheckAsync(register, leftOut, ct);
        IReadOnlyList<CheckedLine> shown = [.. lines.Select(line => line.Shown)];
        var chosen = lines.Where(line => !leftOut.Contains(line.Shown.Row)).ToList();
        if (chosen.Count == 0) return new(TranscriptionOutcome.NothingChosen, 0, 0, shown);
        if (chosen.Exists(line => line.Shown.State is LineState.Wrong)) return new(TranscriptionOutcome.LinesWrong, 0, 0, shown);

        var fresh = chosen.Where(line => line.Shown.State is LineState.New).OrderBy(line => line.Certificate!.IssuedOn).ToList();
        var added = 0;
        foreach (var portion in fresh.Chunk(LineChecking.Portion))
        {
            if (!await EnterAsync(portion, by, ct)) return new(TranscriptionOutcome.ChangedMeanwhile, added, chosen.Count - fresh.Count, shown);
            added += portion.Length;
        }

        return new(TranscriptionOutcome.Done, added, chosen.Count - fresh.Count, shown);
    }

    /// <summary>False where somebody was faster; then nothing of the portion is written.</summary>
    private async Task<bool> EnterAsync(IReadOnlyCollection<LineFound> portion, Guid by, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var unit = await db.BeginUnitAsync(ct);
        await book.AwaitTranscriptionsAsync(ct);
        var keys = portion.Select(line => line.Certificate!.AchievementKey).ToList();
        if (await db.Certificates.AnyAsync(c => keys.Contains(c.AchievementKey), ct)) return false;

        var last = await LastOrdinalsAsync([.. portion.Select(line => line.PersonKey).OfType<Guid>().Distinct()], ct);
        List<Certificate> drafts = [];
        foreach (var (_, old, person) in portion)
        {
            var holder = person ?? old!.HolderKey;
            var ordinal = last[(holder, old!.Type.Code)] = last.GetValueOrDefault((holder, old.Type.Code)) + 1;
            drafts.Add(Certificate.Transcribe(old, holder, ordinal, options.Value.PlaceOfIssue, now));
        }

        await book.TranscribeAsync(drafts, by, now, ct);
        if (!await db.TrySaveAsync(ct)) return false;
        await unit.CommitAsync(ct);
        db.ChangeTracker.Clear();
        return true;
    }

    private async Task<Dictionary<(Guid Holder, string Credential), int>> LastOrdinalsAsync(IReadOnlyCollection<Guid> people, CancellationToken ct) =>
        (await db.Certificates.Where(c => people.Contains(c.HolderKey)).GroupBy(c => new { c.HolderKey, c.CredentialCode })
            .Select(g => new { g.Key.HolderKey, g.Key.CredentialCode, Last = g.Max(c => c.HolderOrdinal) }).ToListAsync(ct)).ToDictionary(g => (g.HolderKey, g.CredentialCode), g => g.Last);
}
