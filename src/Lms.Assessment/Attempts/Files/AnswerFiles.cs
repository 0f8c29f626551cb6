using Lms.Assessment.Papers.Drawing;
using Lms.Assessment.Questions.Types;
using Lms.Assessment.Scoring;
using Lms.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Assessment.Attempts.Files;

/// <summary>
/// TooManyFiles: the question takes no more. AttemptFull: the whole attempt does not, files taken back included.
/// TypeNotTaken: by its name. ContentDoesNotMatchName: the bytes are something else, or a document with macros.
/// NoSuchSlot: none that asks for files.
/// </summary>
public enum FileOutcome { Saved, NotFound, AlreadyHandedIn, TooLate, NoSuchSlot, Empty, TooLarge, TooManyFiles, AttemptFull, TypeNotTaken, ContentDoesNotMatchName, OutsideNetwork, Paused, SectionClosed }

/// <param name="Files">Those that stand now; empty where nothing was saved.</param>
/// <param name="DueAt">Without meaning where the outcome is NotFound.</param>
public sealed record FileReceipt(FileOutcome Outcome, DateTime? SavedAt, DateTime DueAt, IReadOnlyList<AnswerFile> Files)
{
    /// <summary>Of the question, where there is one that asks for files.</summary>
    public FileLimits? Limits { get; init; }
}

/// <summary>A file that stands in an answer, and whose it is: who may have it is the caller's to decide.</summary>
public sealed record HeldFile(Guid Key, int Slot, string Name, string ContentType, long Length, string Sha256, DateTime StoredAt, Guid LearnerKey, Guid ExamKey, Guid ContextKey, AttemptState State);

/// <summary>
/// Files as answers. Bytes, the row that describes them and the step of the answer log that names them commit together, so
/// that a receipt means what it means for other answers; the log's key guards limits and the end of the attempt alike.
/// </summary>
public sealed class AnswerFiles(LmsDb db, FrozenPapers papers, TimeProvider clock)
{
    /// <summary>Bytes, whatever a question allows: a file passes through memory once on its way in and once on its way out.</summary>
    public const long LargestFile = 30_000_000;
    /// <summary>Bytes and number of all files of an attempt, those taken back included: they are kept.</summary>
    public const long LargestAttempt = 150_000_000;
    public const int MostOfAttempt = 60;

    private readonly AttemptReading reading = new(db, papers);

    /// <summary>The same bytes again are the same file, under its first name: sending once more after a lost connection adds nothing.</summary>
    /// <param name="content">Read no further than the question's limit.</param>
    public async Task<FileReceipt> AddAsync(PublicCode attemptCode, Candidate candidate, int slot, string name, Stream content, CancellationToken ct = default)
    {
        var learner = candidate.Key;
        if (await reading.OwnAsync(attemptCode, learner) is not { } sitting) return Refused(FileOutcome.NotFound);
        var asked = DrawnForm.Read(sitting.Form);
        if (slot < 1 || slot > asked.Length || (await papers.GetAsync(db, sitting.PaperVersionKey, ct)).Question(asked[slot - 1]).Definition is not FileUpload upload)
            return Refused(FileOutcome.NoSuchSlot, sitting.DueAt);
        var limits = FileLimits.Of(upload);
        if (await ReadAsync(content, limits.MostBytes, ct) is not { } bytes) return Refused(FileOutcome.TooLarge, sitting.DueAt) with { Limits = limits };
        var (outcome, sent) = SentFile.Of(name, bytes, limits);
        if (sent is null) return Refused(outcome, sitting.DueAt) with { Limits = limits };

        return await ChangeAsync(attemptCode, candidate, slot, async (attempt, standing, now) =>
        {
            var stored = await db.AnswerFiles.AsNoTracking().Where(f => f.AttemptKey == attempt).ToListAsync(ct);
            var known = stored.Find(f => f.Slot == slot && f.Sha256 == sent.Sha256);
            if (known is not null && standing.Any(f => f.Key == known.Key)) return (FileOutcome.Saved, standing);
            if (standing.Count >= limits.MostFiles) return (FileOutcome.TooManyFiles, standing);
            if (known is null)
            {
                if (stored.Count >= MostOfAttempt || stored.Sum(f => f.Length) + bytes.Length > LargestAttempt) return (FileOutcome.AttemptFull, standing);
                known = StoredAnswerFile.Of(attempt, slot, sent, now);
                db.AddRange(known, new StoredAnswerBytes(known.Key, bytes));
            }

            return (FileOutcome.Saved, [.. standing, new AnswerFile(known.Key, known.Name, known.Length, known.Sha256, known.ContentType)]);
        }, ct) with { Limits = limits };
    }

    /// <summary>A file that is not there is as good as removed.</summary>
    public Task<FileReceipt> RemoveAsync(PublicCode attemptCode, Candidate candidate, int slot, Guid file, CancellationToken ct = default) =>
        ChangeAsync(attemptCode, candidate, slot, (_, standing, _) => Task.FromResult<(FileOutcome, IReadOnlyList<AnswerFile>)>(
            (FileOutcome.Saved, [.. standing.Where(f => f.Key != file)])), ct);

    /// <summary>Null where the attempt has no such file, or it was taken back.</summary>
    public async Task<HeldFile?> FindAsync(PublicCode attemptCode, Guid file, CancellationToken ct = default)
    {
        var found = await db.AnswerFiles.AsNoTracking().Where(f => f.Key == file)
            .Join(db.Attempts.Where(a => a.PublicCode == attemptCode), f => f.AttemptKey, a => a.Key, (f, a) => new { File = f, Attempt = a })
            .Join(db.Exams, x => x.Attempt.ExamKey, e => e.Key, (x, e) => new
            {
                x.File.AttemptKey,
                Held = new HeldFile(x.File.Key, x.File.Slot, x.File.Name, x.File.ContentType, x.File.Length, x.File.Sha256, x.File.StoredAt, x.Attempt.LearnerKey, x.Attempt.ExamKey, e.ContextKey, x.Attempt.State),
            }).SingleOrDefaultAsync(ct);
        if (found is null) return null;
        var last = await db.Answers.AsNoTracking().Where(a => a.AttemptKey == found.AttemptKey && a.Slot == found.Held.Slot).OrderByDescending(a => a.Sequence).Select(a => a.Response).FirstOrDefaultAsync(ct);
        return last is not null && Files(ResponseJson.Read(last)).Any(f => f.Key == file) ? found.Held : null;
    }

    public Task<byte[]?> BytesAsync(Guid file, CancellationToken ct = default) =>
        db.AnswerFileBytes.Where(b => b.FileKey == file).Select(b => b.Bytes).SingleOrDefaultAsync(ct);

    /// <summary>One transaction: what <paramref name="change"/> adds and the step that says which files stand from now on.</summary>
    private async Task<FileReceipt> ChangeAsync(PublicCode attemptCode, Candidate candidate, int slot,
        Func<Guid, IReadOnlyList<AnswerFile>, DateTime, Task<(FileOutcome, IReadOnlyList<AnswerFile>)>> change, CancellationToken ct)
    {
        // When the bytes had arrived, not when they began to: as for every other answer.
        var now = clock.GetUtcNow().UtcDateTime;
        var own = db.Database.CurrentTransaction is null;
        var learner = candidate.Key;
        for (var tries = 1; ; tries++)
        {
            await using var unit = await db.BeginUnitAsync(ct);
            if (await reading.OwnAsync(attemptCode, learner) is not { } sitting) return Refused(FileOutcome.NotFound);
            if (sitting.State != AttemptState.InProgress) return Refused(FileOutcome.AlreadyHandedIn, sitting.DueAt);
            if (sitting.IsOver(now)) return Refused(FileOutcome.TooLate, sitting.DueAt);
            if (sitting.IsPaused(now)) return Refused(FileOutcome.Paused, sitting.DueAt);
            if (!Networks.Admit(sitting.Networks, candidate.Address)) return Refused(FileOutcome.OutsideNetwork, sitting.DueAt);
            if (sitting.IsSectionOver(now)) return Refused(FileOutcome.SectionClosed, sitting.DueAt);
            var log = await AnswerLog.ReadAsync(db, sitting.Key, ct);
            if (log.IsClosed) return Refused(FileOutcome.AlreadyHandedIn, sitting.DueAt);
            var asked = DrawnForm.Read(sitting.Form);
            var paper = await papers.GetAsync(db, sitting.PaperVersionKey, ct);
            if (slot < 1 || slot > asked.Length || paper.Question(asked[slot - 1]).Definition is not FileUpload)
                return Refused(FileOutcome.NoSuchSlot, sitting.DueAt);
            if (!sitting.IsIn(paper.SectionOf(asked[slot - 1]))) return Refused(FileOutcome.SectionClosed, sitting.DueAt);

            var (outcome, files) = await change(sitting.Key, Files(log.Response(slot)), now);
            if (outcome != FileOutcome.Saved) return Refused(outcome, sitting.DueAt);
            var step = files.Count == 0 && log.Last(slot) is null ? null : log.Give(slot, new FilesResponse(files), now);
            db.AddRange(log.Added);
            try
            {
                await db.SaveChangesAsync(ct);
                await unit.CommitAsync(ct);
                return new FileReceipt(FileOutcome.Saved, step?.GivenAt, sitting.DueAt, files);
            }
            catch (DbUpdateException e) when (own && tries < AnswerSaving.MostTries && e.IsUniqueViolation())
            {
                // Another answer, or the hand-in, took the next place in the log: read again and decide again.
            }
            finally
            {
                // Thirty megabytes must not stay in memory for as long as the request lives.
                db.Forget([.. db.ChangeTracker.Entries().Select(e => e.Entity).Where(e => e is Answer or StoredAnswerFile or StoredAnswerBytes)]);
            }
        }
    }

    private static IReadOnlyList<AnswerFile> Files(Response? response) => response is FilesResponse files ? files.Files : [];

    private static FileReceipt Refused(FileOutcome outcome, DateTime dueAt = default) => new(outcome, null, dueAt, []);

    /// <summary>Null where there is more than <paramref name="most"/>; stops reading there, whatever length was announced.</summary>
    private static async Task<byte[]?> ReadAsync(Stream content, long most, CancellationToken ct)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = await content.ReadAsync(buffer, ct)) > 0;)
        {
            if (kept.Length + read > most) return null;
            kept.Write(buffer, 0, read);
        }

        return kept.ToArray();
    }
}
