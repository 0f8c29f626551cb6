using System.Globalization;
using System.Text.Json;
using Lms.Certificates.Verification;

namespace Lms.Certificates.Signing;

/// <summary>
/// What a signed carrier is worth. <see cref="Altered"/>: it names a key of ours, and its signature is not that key's.
/// <see cref="KeyUnknown"/>: another issuer signed it. <see cref="KeyExpired"/>: dated after its key had retired.
/// </summary>
public enum CarrierState { Valid, Altered, KeyUnknown, KeyWithdrawn, KeyExpired, Unreadable }

/// <param name="Claims">What it says; null exactly where it is unreadable. To be believed only where the state is valid.</param>
public sealed record OfflineReading(CarrierState State, OfflineClaims? Claims);

/// <summary>What an Open Badges credential says of the certificate.</summary>
public sealed record CredentialClaims(CertificateCode Code, string HolderName, string CertificateNumber, string CredentialName, string IssuerName, DateTime IssuedAt, DateTime? ExpiresAt);
public sealed record CredentialReading(CarrierState State, CredentialClaims? Claims);

/// <summary>Reads carriers B and C as anybody could, with the public keys alone; what the register says is asked elsewhere.</summary>
public sealed class CarrierReading
{
    private readonly SigningKeys keys;
    private readonly TimeProvider clock;

    internal CarrierReading(SigningKeys keys, TimeProvider clock) => (this.keys, this.clock) = (keys, clock);

    /// <param name="text">The digits, or the whole address with them.</param>
    public async Task<OfflineReading> ReadOfflineAsync(string text, CancellationToken ct = default)
    {
        if (!OfflinePayload.TryRead(text, out var read)) return new OfflineReading(CarrierState.Unreadable, null);
        var named = (await AllAsync(ct)).Where(k => read.ShortKeyId.Length == 0 || k.ShortId.AsSpan().SequenceEqual(read.ShortKeyId)).ToList();
        return new OfflineReading(StateOf(named, read.ToBeSigned, read.Signature, read.Claims.IssuedAt), read.Claims);
    }

    public async Task<CredentialReading> ReadCredentialAsync(string jwt, CancellationToken ct = default)
    {
        if (!CompactJwt.TryRead(jwt.Trim(), out var read) || ClaimsOf(read.Payload) is not { } claims) return new CredentialReading(CarrierState.Unreadable, null);
        var named = (await AllAsync(ct)).Where(k => read.KeyAddress == k.Id || read.KeyAddress.EndsWith($"/keys/{k.Id}", StringComparison.Ordinal) || read.KeyAddress.EndsWith($"#{k.Id}", StringComparison.Ordinal)).ToList();
        return new CredentialReading(StateOf(named, read.ToBeSigned, read.Signature, claims.IssuedAt), claims);
    }

    private static CarrierState StateOf(List<HeldKey> named, byte[] signed, byte[] signature, DateTime issuedAt)
    {
        if (named.Count == 0) return CarrierState.KeyUnknown;
        if (named.Find(k => k.Public.Verifies(signed, signature)) is not { } key) return CarrierState.Altered;
        return key.WithdrawnAt is not null ? CarrierState.KeyWithdrawn : key.CoversIssueAt(issuedAt) ? CarrierState.Valid : CarrierState.KeyExpired;
    }

    private static CredentialClaims? ClaimsOf(byte[] payload)
    {
        try
        {
            using var document = JsonDocument.Parse(payload);
            var root = document.RootElement;
            var subject = root.GetProperty("credentialSubject");
            if (!CertificateCode.TryParse(Text(root, "id").Split('/')[^1], out var code)) return null;
            return new CredentialClaims(code, Text(subject.GetProperty("identifier")[0], "identityHash"), Text(subject, "licenseNumber"), Text(subject.GetProperty("achievement"), "name"),
                Text(root.GetProperty("issuer"), "name"), Instant(Text(root, "validFrom")), root.TryGetProperty("validUntil", out var until) ? Instant(until.GetString() ?? "") : null);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or IndexOutOfRangeException)
        {
            // The reader's ways to say that this is no credential of ours.
            return null;
        }
    }

    private static string Text(JsonElement from, string name) => from.GetProperty(name).GetString() ?? throw new FormatException(name);
    private static DateTime Instant(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);

    private Task<IReadOnlyList<HeldKey>> AllAsync(CancellationToken ct) => keys.AllAsync(clock.GetUtcNow().UtcDateTime, ct);
}
