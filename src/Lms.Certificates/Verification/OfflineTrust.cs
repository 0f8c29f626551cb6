using Lms.Certificates.Credentials;
using Lms.Certificates.Signing;

namespace Lms.Certificates.Verification;

/// <param name="Lists">Numbers of the status lists.</param>
public sealed record OfflineAbout(IReadOnlyList<int> Lists, IReadOnlyList<(string Code, string Name, string NameEn)> Credentials);

/// <summary>What a device has to know, besides keys and status lists, to check certificates without network.</summary>
public sealed class OfflineTrust(CredentialTypes credentials, StatusLists lists)
{
    public async Task<OfflineAbout> AboutAsync(CancellationToken ct = default) =>
        new(await lists.NumbersAsync(ct), [.. (await credentials.ListAsync(ct)).Select(t => (t.Code, t.Name, t.NameEn))]);
}
