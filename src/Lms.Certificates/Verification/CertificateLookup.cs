using Lms.Certificates.Issuing;
using Lms.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Certificates.Verification;

/// <summary>What the public may ask the register beside one code: many codes at once, or a number with a year of birth.</summary>
public sealed class CertificateLookup(LmsDb db, TimeProvider clock)
{
    /// <summary>One answer for each text, in their order; what is no code of ours is unknown. One query, however many.</summary>
    public async Task<IReadOnlyList<VerificationResult>> ManyAsync(IReadOnlyList<string> texts, CancellationToken ct = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var codes = texts.Select(t => CertificateCode.TryParse(t, out var code) ? code : CertificateCode.None).ToList();
        var asked = codes.Distinct().ToList();
        var found = await db.Certificates.Where(c => asked.Contains(c.Code)).Facts(db).ToDictionaryAsync(f => f.Code, ct);
        return [.. codes.Select(code => VerificationResult.Of(found.GetValueOrDefault(code), now))];
    }

    /// <summary>
    /// Exactly this certificate number, of somebody born in that year. Numbers are counted, so this is no secret: the year
    /// keeps a curious person from reading the register from its first line to its last. More than one where two issuers write the same numbers.
    /// </summary>
    public async Task<IReadOnlyList<VerificationResult>> ByNumberAsync(string number, int birthYear, CancellationToken ct = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var clean = PrintedText.Clean(number);
        var (from, to) = birthYear is >= 1 and <= 9999 ? (new DateOnly(birthYear, 1, 1), new DateOnly(birthYear, 12, 31)) : (DateOnly.MaxValue, DateOnly.MinValue);
        var found = await db.Certificates.Where(c => c.CertificateNumber == clean && c.BirthDate >= from && c.BirthDate <= to)
            .OrderByDescending(c => c.IssuedAt).Take(10).Facts(db).ToListAsync(ct);
        return [.. found.Select(facts => VerificationResult.Of(facts, now))];
    }
}
