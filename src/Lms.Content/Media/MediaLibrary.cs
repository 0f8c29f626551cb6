using System.Security.Cryptography;
using System.Text;
using Lms.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Content.Media;

/// <param name="Code">Stands in the address: /media/{Code}/{FileName}.</param>
public sealed record MediaFile(PublicCode Code, string FileName, string ContentType, long Length, string Sha256, Guid? OwnerKey, DateTime StoredAt);

/// <summary>TypeNotAllowed: neither name nor bytes are of a type the library takes. ContentDoesNotMatchType: the name promises another type than the bytes are.</summary>
public enum StoreOutcome { Stored, Empty, TooLarge, TypeNotAllowed, ContentDoesNotMatchType }

/// <summary>
/// Files that lessons and questions show. The bytes are rows, because the database is the only thing two nodes share.
/// Type is decided by the bytes, never by the name or the client's word.
/// </summary>
public sealed class MediaLibrary(LmsDb db, TimeProvider clock)
{
    /// <summary>In bytes.</summary>
    public const long LargestFile = 32 * 1024 * 1024;
    private const int LongestName = 120;

    /// <summary>The same bytes of the same owner are stored once: the second time hands back the first file, under its first name.</summary>
    public async Task<(StoreOutcome Outcome, MediaFile? File)> StoreAsync(string fileName, Stream content, Guid? ownerKey, Guid? by, CancellationToken ct = default)
    {
        if (await ReadAsync(content, ct) is not { } bytes) return (StoreOutcome.TooLarge, null);
        if (bytes.Length == 0) return (StoreOutcome.Empty, null);

        var extension = Path.GetExtension(fileName).ToLowerInvariant();
        if (extension.Length > 0 && MediaType.OfExtension(extension) is null) return (StoreOutcome.TypeNotAllowed, null);
        var type = MediaType.OfBytes(bytes);
        if (extension.Length > 0 && type?.Extensions.Contains(extension) != true) return (StoreOutcome.ContentDoesNotMatchType, null);
        if (type is null) return (StoreOutcome.TypeNotAllowed, null);

        var blob = new StoredBytes(Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes);
        var file = StoredFile.Of(SafeName(fileName, type), type.ContentType, blob, ownerKey, by, clock.GetUtcNow().UtcDateTime);
        return (StoreOutcome.Stored, await FindAsync(file.Owner, file.Sha256, ct) ?? await AddAsync(file, blob, ct));
    }

    public Task<MediaFile?> FindAsync(PublicCode code, CancellationToken ct = default) =>
        Shown(db.MediaFiles.Where(f => f.Code == code)).SingleOrDefaultAsync(ct);

    /// <summary>One query, however many; codes that name no file are left out.</summary>
    public async Task<IReadOnlyDictionary<PublicCode, MediaFile>> FindManyAsync(IReadOnlyCollection<PublicCode> codes, CancellationToken ct = default) =>
        codes.Count == 0 ? new Dictionary<PublicCode, MediaFile>() : await Shown(db.MediaFiles.Where(f => codes.Contains(f.Code))).ToDictionaryAsync(f => f.Code, ct);

    public Task<byte[]?> BytesAsync(PublicCode code, CancellationToken ct = default) =>
        db.MediaFiles.Where(f => f.Code == code).Join(db.MediaBlobs, f => f.Sha256, b => b.Sha256, (f, b) => b.Bytes).SingleOrDefaultAsync(ct);

    /// <summary>Newest first.</summary>
    /// <param name="ownerKey">Null: the department's own files.</param>
    public Task<List<MediaFile>> ListAsync(Guid? ownerKey, CancellationToken ct = default)
    {
        var owner = ownerKey ?? Guid.Empty;
        return Shown(db.MediaFiles.Where(f => f.Owner == owner).OrderByDescending(f => f.StoredAt).ThenByDescending(f => f.Key)).ToListAsync(ct);
    }

    private async Task<MediaFile> AddAsync(StoredFile file, StoredBytes blob, CancellationToken ct)
    {
        db.Add(file);
        if (!await db.MediaBlobs.AnyAsync(b => b.Sha256 == blob.Sha256, ct)) db.Add(blob);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (e.IsUniqueViolation())
        {
            // Another request stored these bytes between the question and the answer.
            db.ChangeTracker.Clear();
            if (await FindAsync(file.Owner, file.Sha256, ct) is { } first) return first;
            db.Add(file);
            await db.SaveChangesAsync(ct);
        }

        return (await FindAsync(file.Code, ct))!;
    }

    private Task<MediaFile?> FindAsync(Guid owner, string sha256, CancellationToken ct) =>
        Shown(db.MediaFiles.Where(f => f.Owner == owner && f.Sha256 == sha256)).SingleOrDefaultAsync(ct);

    private static IQueryable<MediaFile> Shown(IQueryable<StoredFile> files) =>
        files.Select(f => new MediaFile(f.Code, f.FileName, f.ContentType, f.Length, f.Sha256, f.Owner == Guid.Empty ? null : f.Owner, f.StoredAt));

    /// <summary>Null where there is more than <see cref="LargestFile"/>; stops reading there, whatever length was announced.</summary>
    private static async Task<byte[]?> ReadAsync(Stream content, CancellationToken ct)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = await content.ReadAsync(buffer, ct)) > 0;)
        {
            if (kept.Length + read > LargestFile) return null;
            kept.Write(buffer, 0, read);
        }

        return kept.ToArray();
    }

    /// <summary>The name ends up in an address and in Content-Disposition; a client may send a whole path.</summary>
    private static string SafeName(string fileName, MediaType type)
    {
        var extension = Path.GetExtension(fileName).ToLowerInvariant();
        var last = fileName.Normalize(NormalizationForm.FormC).Split('/', '\\')[^1];
        var stem = new string([.. Path.GetFileNameWithoutExtension(last).Where(c => !char.IsControl(c) && !":*?\"<>|%#".Contains(c))]).Trim(' ', '.');
        return (stem.Length == 0 ? "file" : stem.Length > LongestName ? stem[..LongestName] : stem) + (extension.Length > 0 ? extension : type.Extensions[0]);
    }
}
