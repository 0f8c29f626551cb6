namespace Lms.Web.Features.Verification.Offline;

/// <summary>What the page can say of a signed certificate by itself: the names of check.js, with look and icon.</summary>
/// <param name="Name">Also the key of its words: Signed… and SignedSays….</param>
public sealed record SignedVerdict(string Name, string CssClass, string Icon)
{
    public static readonly IReadOnlyList<SignedVerdict> All =
    [
        new("valid", "valid", "check-circle"),
        new("unchecked", "expired", "offline"),
        new("neverChecked", "expired", "offline"),
        new("expired", "expired", "clock"),
        new("suspended", "expired", "clock"),
        new("superseded", "expired", "clock"),
        new("revoked", "revoked", "cross-circle"),
        new("altered", "revoked", "cross-circle"),
        new("withdrawnKey", "revoked", "cross-circle"),
        new("unknownKey", "unknown", "help"),
        new("unreadable", "unknown", "help"),
    ];

    public string WordKey => $"Signed{char.ToUpperInvariant(Name[0])}{Name[1..]}";
    public string SaysKey => WordKey.Replace("Signed", "SignedSays", StringComparison.Ordinal);
}
