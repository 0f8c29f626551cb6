using System.Security.Cryptography;
using System.Text;
using Lms.Certificates.Signing;
using Lms.Certificates.Verification;
using Lms.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Certificates.Employers;

/// <param name="PerMinute">How many requests the employer's program may make.</param>
/// <param name="WebhookAddress">Where changes of watched certificates are told; https only. Null: nowhere.</param>
public sealed record ApiKeyDraft(string Name, int PerMinute, string? WebhookAddress);
public enum ApiKeyProblem { None, NameMissing, PerMinuteOutOfRange, WebhookNotHttps }

/// <summary>Shown once, and never again.</summary>
/// <param name="WebhookSecret">In hexadecimal; null where there is no webhook.</param>
public sealed record IssuedApiKey(string Text, string? WebhookSecret);

/// <param name="Waiting">Notifications that could not be delivered yet.</param>
public sealed record ApiKeySummary(Guid Key, string Name, string Hint, int PerMinute, string? WebhookAddress, DateTime IssuedAt, DateTime? WithdrawnAt, int Watches, int Waiting, string? LastProblem);

/// <summary>Who may ask more often than anybody, and may be told of changes.</summary>
public sealed record KnownApiKey(Guid Key, int PerMinute);

public sealed class ApiKeys
{
    /// <summary>So that a key which got into a public place is recognised, by people and by scanners.</summary>
    public const string Prefix = "lms_";
    private const int RandomLength = 32, SecretLength = 32, HintLength = 8;

    private readonly LmsDb db;
    private readonly TimeProvider clock;
    private readonly KeyVault vault;

    internal ApiKeys(LmsDb db, TimeProvider clock, KeyVault vault) => (this.db, this.clock, this.vault) = (db, clock, vault);

    public async Task<(ApiKeyProblem Problem, IssuedApiKey? Issued)> IssueAsync(ApiKeyDraft draft, Guid by, CancellationToken ct = default)
    {
        var name = PrintedText.Clean(draft.Name);
        var address = string.IsNullOrWhiteSpace(draft.WebhookAddress) ? null : draft.WebhookAddress.Trim();
        if (name.Length is 0 or > ApiKeyRow.LongestName) return (ApiKeyProblem.NameMissing, null);
        if (draft.PerMinute is < 1 or > ApiKeyRow.MostPerMinute) return (ApiKeyProblem.PerMinuteOutOfRange, null);
        if (address is not null && !IsWebhook(address)) return (ApiKeyProblem.WebhookNotHttps, null);

        var now = clock.GetUtcNow().UtcDateTime;
        var key = Key.New(now);
        var text = Prefix + RandomNumberGenerator.GetString(CertificateCode.Alphabet, RandomLength);
        var secret = address is null ? null : RandomNumberGenerator.GetBytes(SecretLength);
        db.ApiKeys.Add(new ApiKeyRow(key, name, HashOf(text), text[..HintLength], draft.PerMinute, address, secret is null ? null : vault.Seal(secret, SealName(key)), by, now));
        await db.SaveChangesAsync(ct);
        return (ApiKeyProblem.None, new IssuedApiKey(text, secret is null ? null : Convert.ToHexStringLower(secret)));
    }

    /// <summary>The newest first; one query.</summary>
    public Task<List<ApiKeySummary>> ListAsync(CancellationToken ct = default)
    {
        var (watches, deliveries) = (db.Watches, db.Deliveries);
        return db.ApiKeys.OrderByDescending(k => k.IssuedAt).Select(k => new ApiKeySummary(k.Key, k.Name, k.Hint, k.PerMinute, k.WebhookAddress, k.IssuedAt, k.WithdrawnAt,
            watches.Count(w => w.ApiKeyKey == k.Key),
            deliveries.Count(d => d.ApiKeyKey == k.Key && d.State == DeliveryState.Waiting),
            deliveries.Where(d => d.ApiKeyKey == k.Key && d.State != DeliveryState.Delivered && d.LastProblem != null).OrderByDescending(d => d.ChangedAt).Select(d => d.LastProblem).FirstOrDefault()))
            .ToListAsync(ct);
    }

    /// <summary>False where there is no such key. Withdrawn twice is withdrawn once.</summary>
    public async Task<bool> WithdrawAsync(Guid key, CancellationToken ct = default)
    {
        if (await db.ApiKeys.SingleOrDefaultAsync(k => k.Key == key, ct) is not { } row) return false;
        row.Withdraw(clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(ct);
        return true;
    }

    /// <summary>Null where the text is no key of ours, or was withdrawn.</summary>
    public async Task<KnownApiKey?> FindAsync(string text, CancellationToken ct = default)
    {
        if (text.Length != Prefix.Length + RandomLength) return null;
        var hash = HashOf(text);
        return await db.ApiKeys.Where(k => k.Hash == hash && k.WithdrawnAt == null).Select(k => new KnownApiKey(k.Key, k.PerMinute)).SingleOrDefaultAsync(ct);
    }

    internal static string SealName(Guid key) => $"webhook:{key:N}";

    private static byte[] HashOf(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    /// <summary>Where its name leads is looked at when something is sent: that may change.</summary>
    private static bool IsWebhook(string address) =>
        address.Length <= ApiKeyRow.LongestAddress && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && uri.UserInfo.Length == 0;
}
