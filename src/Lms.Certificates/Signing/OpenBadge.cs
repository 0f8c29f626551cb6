using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lms.Certificates.Credentials;
using Lms.Certificates.Issuing;

namespace Lms.Certificates.Signing;

internal static class CredentialJson
{
    /// <summary>Vietnamese letters as they are: escaped, a name would be three times as long.</summary>
    public static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>RFC 3339 in whole seconds, as the data model's dateTimeStamp has it.</summary>
    public static string Instant(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static byte[] Bytes(JsonObject json) => JsonSerializer.SerializeToUtf8Bytes(json, Options);
}

/// <summary>
/// Carrier C: an Open Badges 3.0 AchievementCredential on W3C VC Data Model 2.0, as the claims of a JWT (Open Badges 3.0,
/// 8.2). It names the holder as printed, and no e-mail or account, because the badge belongs to a person and not to a login.
/// </summary>
internal static class OpenBadge
{
    public static byte[] Write(Certificate c, CertificateSeal seal, PublicSite site)
    {
        var id = site.CertificateAddress(c.Code);
        var json = new JsonObject
        {
            ["@context"] = Contexts(),
            ["id"] = id,
            ["type"] = new JsonArray("VerifiableCredential", "OpenBadgeCredential"),
            ["issuer"] = new JsonObject { ["id"] = site.Did, ["type"] = new JsonArray("Profile"), ["name"] = c.IssuerName },
            ["validFrom"] = CredentialJson.Instant(c.IssuedAt),
            ["name"] = c.CredentialName,
            ["credentialSubject"] = Subject(c, site),
            ["credentialStatus"] = Status(seal, site),
            ["iss"] = site.Did,
            ["jti"] = id,
            ["nbf"] = UnixSeconds.Of(c.IssuedAt),
        };
        if (c.ExpiresAt is { } expiry)
        {
            json["validUntil"] = CredentialJson.Instant(expiry);
            json["exp"] = UnixSeconds.Of(expiry);
        }

        return CredentialJson.Bytes(json);
    }

    /// <summary>What the address of an achievement answers: which certificate this is, whoever holds it.</summary>
    public static byte[] Achievement(CredentialType type, PublicSite site) => CredentialJson.Bytes(new JsonObject
    {
        ["@context"] = Contexts(),
        ["id"] = site.CredentialAddress(type.Code),
        ["type"] = new JsonArray("Achievement"),
        ["achievementType"] = "Certificate",
        ["name"] = type.Name,
        ["description"] = type.NameEn,
        ["inLanguage"] = "vi",
        ["criteria"] = new JsonObject { ["narrative"] = type.DecisionWording },
    });

    private static JsonArray Contexts() => new("https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json");

    private static JsonObject Subject(Certificate c, PublicSite site)
    {
        var achievement = new JsonObject
        {
            ["id"] = site.CredentialAddress(c.CredentialCode),
            ["type"] = new JsonArray("Achievement"),
            ["achievementType"] = "Certificate",
            ["name"] = c.CredentialName,
            ["description"] = c.CredentialNameEn,
            ["inLanguage"] = "vi",
            ["criteria"] = new JsonObject { ["narrative"] = Narrative(c) },
        };
        if (c.ProfessionalTitleCode.Length > 0) achievement["humanCode"] = c.ProfessionalTitleCode;
        var subject = new JsonObject
        {
            ["type"] = new JsonArray("AchievementSubject"),
            ["identifier"] = new JsonArray(new JsonObject { ["type"] = "IdentityObject", ["hashed"] = false, ["identityHash"] = c.HolderName, ["identityType"] = "name" }),
            ["licenseNumber"] = c.CertificateNumber,
            ["achievement"] = achievement,
        };
        if (!c.KnowsPeriod) return subject;
        subject["activityStartDate"] = CredentialJson.Instant(c.StudiedFrom.ToDateTime(TimeOnly.MinValue));
        subject["activityEndDate"] = CredentialJson.Instant(c.StudiedTo.ToDateTime(TimeOnly.MinValue));
        return subject;
    }

    /// <summary>Of what an old register may not know, class and hours and an English title, nothing is said.</summary>
    private static string Narrative(Certificate c)
    {
        var vietnamese = c.CourseTitle + (c.ClassCode.Length > 0 ? $" ({c.ClassCode})" : "") + (c.Hours > 0 ? $", {c.Hours} giờ." : ".");
        return c.CourseTitleEn.Length == 0 ? vietnamese : $"{vietnamese} / {c.CourseTitleEn}" + (c.Hours > 0 ? $", {c.Hours} hours." : ".");
    }

    /// <summary>One entry, though VC Data Model 2.0 would take two: the schema of Open Badges 3.0 has room for one. Who is suspended is in a list of its own, under the same index.</summary>
    private static JsonObject Status(CertificateSeal seal, PublicSite site)
    {
        var list = site.StatusAddress(StatusPurpose.Revocation, seal.StatusList);
        var index = seal.StatusIndex.ToString(CultureInfo.InvariantCulture);
        return new JsonObject
        {
            ["id"] = $"{list}#{index}",
            ["type"] = "BitstringStatusListEntry",
            ["statusPurpose"] = StatusPurpose.Revocation.Name(),
            ["statusListIndex"] = index,
            ["statusListCredential"] = list,
        };
    }
}
