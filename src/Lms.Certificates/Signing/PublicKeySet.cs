using System.Text.Json.Nodes;
using Lms.Certificates.Credentials;
using Microsoft.Extensions.Options;

namespace Lms.Certificates.Signing;

/// <summary>The public halves of the keys, in the shapes that verifiers ask for. Withdrawn keys are in none of them.</summary>
public sealed class PublicKeySet
{
    private readonly SigningKeys keys;
    private readonly TimeProvider clock;
    private readonly CredentialTypes credentialTypes;
    private readonly PublicSite site;

    internal PublicKeySet(SigningKeys keys, TimeProvider clock, CredentialTypes credentialTypes, IOptions<CertificateOptions> options) =>
        (this.keys, this.clock, this.credentialTypes, site) = (keys, clock, credentialTypes, new PublicSite(options.Value.PublicAddress));

    /// <summary>RFC 7517: a JWK Set. "nbf" and "exp" are when a key begins and ends to sign; what it signed stays valid.</summary>
    public async Task<byte[]> JwksAsync(CancellationToken ct = default) =>
        CredentialJson.Bytes(new JsonObject { ["keys"] = new JsonArray([.. (await TrustedAsync(ct)).Select(Jwk)]) });

    /// <summary>One JWK; null where there is no such key or it was withdrawn.</summary>
    public async Task<byte[]?> FindAsync(string id, CancellationToken ct = default) =>
        (await TrustedAsync(ct)).FirstOrDefault(k => k.Id == id) is { } key ? CredentialJson.Bytes(Jwk(key)) : null;

    /// <summary>did:web, 3.2: the document that resolves the issuer's DID.</summary>
    public async Task<byte[]> DidDocumentAsync(CancellationToken ct = default)
    {
        var trusted = await TrustedAsync(ct);
        return CredentialJson.Bytes(new JsonObject
        {
            ["@context"] = new JsonArray("https://www.w3.org/ns/did/v1", "https://w3id.org/security/jwk/v1"),
            ["id"] = site.Did,
            ["verificationMethod"] = new JsonArray([.. trusted.Select(k => new JsonObject { ["id"] = Method(k), ["type"] = "JsonWebKey", ["controller"] = site.Did, ["publicKeyJwk"] = Jwk(k) })]),
            ["assertionMethod"] = new JsonArray([.. trusted.Select(k => JsonValue.Create(Method(k)))]),
        });
    }

    /// <summary>The Open Badges achievement of a credential type; null where there is none of that code.</summary>
    public async Task<byte[]?> AchievementAsync(string credentialCode, CancellationToken ct = default) =>
        await credentialTypes.FindAsync(credentialCode, ct) is { } type ? OpenBadge.Achievement(type, site) : null;

    private string Method(HeldKey key) => $"{site.Did}#{key.Id}";

    private async Task<List<HeldKey>> TrustedAsync(CancellationToken ct) =>
        [.. (await keys.AllAsync(clock.GetUtcNow().UtcDateTime, ct)).Where(k => k.WithdrawnAt is null)];

    private static JsonObject Jwk(HeldKey key)
    {
        var jwk = new JsonObject
        {
            ["kty"] = "EC", ["crv"] = "P-256", ["x"] = key.Public.XText, ["y"] = key.Public.YText, ["kid"] = key.Id, ["alg"] = "ES256", ["use"] = "sig", ["nbf"] = UnixSeconds.Of(key.ActivatesAt),
        };
        if (key.RetiresAt is { } retires) jwk["exp"] = UnixSeconds.Of(retires);
        return jwk;
    }
}
