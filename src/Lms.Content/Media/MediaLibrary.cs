using Lms.Data;

namespace Lms.Content.Media;

/// <param name="Code">Stands in the address: /media/{Code}/{FileName}.</param>
public sealed record MediaFile(PublicCode Code, string FileName, string ContentType, long Length, string Sha256, Guid? OwnerKey, DateTime StoredAt);
public enum StoreOutcome { Stored, Empty, TooLarge, TypeNotAllowed, ContentDoesNotMatchType }

/// <summary>
/// Files that lessons and questions show. The bytes are rows, because the database is the only thing two nodes share.
/// Type is decided by the bytes, never by the name or the client's word.
/// </summary>
public sealed class MediaLibrary(LmsDb db, TimeProvider clock)
{
    public const long LargestFile = 32 * 1024 * 1024;
    public Task<(StoreOutcome Outcome, MediaFile? File)> StoreAsync(string fileName, Stream content, Guid? ownerKey, Guid? by, CancellationToken ct = default) => throw new NotImplementedException();
    public Task<MediaFile?> FindAsync(PublicCode code, CancellationToken ct = default) => throw new NotImplementedException();
    public Task<byte[]?> BytesAsync(PublicCode code, CancellationToken ct = default) => throw new NotImplementedException();
    public Task<List<MediaFile>> ListAsync(Guid? ownerKey, CancellationToken ct = default) => throw new NotImplementedException();
}
