using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Lms.Data;

/// <summary>
/// Instants are UTC everywhere in the code. SQLite has no date type and does not order DateTimeOffset,
/// so there an instant is its ticks: 8 bytes, ordered, exact.
/// </summary>
internal sealed class UtcAsTicks() : ValueConverter<DateTime, long>(
    instant => instant.Ticks, ticks => new DateTime(ticks, DateTimeKind.Utc));

internal sealed class UtcAsDateTime() : ValueConverter<DateTime, DateTime>(
    instant => DateTime.SpecifyKind(instant, DateTimeKind.Utc), stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc));

/// <summary>16 bytes instead of 36 characters; big-endian, because only then does SQLite sort v7 keys by time.</summary>
internal sealed class GuidAsBigEndian() : ValueConverter<Guid, byte[]>(
    key => key.ToByteArray(true), bytes => new Guid(bytes, true));

internal sealed class PublicCodeAsText() : ValueConverter<PublicCode, string>(code => code.Value, text => new PublicCode(text));
