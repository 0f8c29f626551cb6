using Lms.Certificates.Credentials;
using Lms.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Lms.Certificates.Issuing;

/// <summary>
/// Takes certificates that were earned before this system into the register: marked as transcribed, with their historic
/// number, in a series of their own. Reading the same list again adds nothing.
/// </summary>
public sealed class Transcription
{
    private readonly LmsDb db;
    private readonly TimeProvider clock;
    private readonly CredentialTypes credentialTypes;
    private readonly RegisterBook register;
    private readonly IOptions<CertificateOptions> options;

    internal Transcription(LmsDb db, TimeProvider clock, CredentialTypes credentialTypes, RegisterBook register, IOptions<CertificateOptions> options) =>
        (this.db, this.clock, this.credentialTypes, this.register, this.options) = (db, clock, credentialTypes, register, options);

    /// <summary>What would happen; changes nothing.</summary>
    /// <param name="people">The keys of the people whose staff codes occur.</param>
    public async Task<IReadOnlyList<OldRegisterPreview>> PreviewAsync(CredentialIssuer issuer, IReadOnlyList<OldRegisterLine> lines, IReadOnlyDictionary<string, Guid> people, CancellationToken ct = default) =>
        (await ReadAsync(issuer, lines, people, ct)).Preview;

    /// <summary>All lines or, where one has a mistake, none.</summary>
    public async Task<TranscriptionResult> ImportAsync(CredentialIssuer issuer, IReadOnlyList<OldRegisterLine> lines, IReadOnlyDictionary<string, Guid> people, Guid by, CancellationToken ct = default)
    {
        await using var unit = await db.BeginUnitAsync(ct);
        var (preview, found) = await ReadAsync(issuer, lines, people, ct);
        if (preview.Any(p => p.Mistakes.Count > 0) || found.Count == 0) return new TranscriptionResult(preview, 0);

        var now = clock.GetUtcNow().UtcDateTime;
        var holders = found.Select(f => f.HolderKey).Distinct().ToList();
        var last = (await db.Certificates.Where(c => holders.Contains(c.HolderKey)).GroupBy(c => new { c.HolderKey, c.CredentialCode })
            .Select(g => new { g.Key.HolderKey, g.Key.CredentialCode, Last = g.Max(c => c.HolderOrdinal) }).ToListAsync(ct)).ToDictionary(g => (g.HolderKey, g.CredentialCode), g => g.Last);
        List<Certificate> drafts = [];
        foreach (var old in found.OrderBy(f => f.IssuedOn))
        {
            var ordinal = last[(old.HolderKey, old.Type.Code)] = last.GetValueOrDefault((old.HolderKey, old.Type.Code)) + 1;
            drafts.Add(Certificate.Transcribe(old, ordinal, options.Value.PlaceOfIssue, now));
        }

        await register.TranscribeAsync(drafts, by, now, ct);
        await db.SaveChangesAsync(ct);
        await unit.CommitAsync(ct);
        return new TranscriptionResult(preview, drafts.Count);
    }

    /// <summary>The lines as they are shown, and of those without a mistake the ones that are not there yet.</summary>
    private async Task<(List<OldRegisterPreview> Preview, List<OldCertificate> Found)> ReadAsync(CredentialIssuer issuer, IReadOnlyList<OldRegisterLine> lines, IReadOnlyDictionary<string, Guid> people, CancellationToken ct)
    {
        var types = (await credentialTypes.ListAsync(ct)).ToDictionary(t => t.Code);
        var reading = new OldRegisterReading(types, issuer, people, CityCalendar.DateAt(clock.GetUtcNow().UtcDateTime));
        var numbers = lines.Select(l => PrintedText.Clean(l.CertificateNumber)).ToHashSet();
        var there = await db.Certificates.Where(c => c.IssuerKey == issuer.Key && c.IsTranscribed && numbers.Contains(c.CertificateNumber))
            .Select(c => new { c.CertificateNumber, c.HolderName, c.BirthDate }).ToDictionaryAsync(c => c.CertificateNumber, ct);
        HashSet<string> seen = [];
        List<OldCertificate> found = [];
        List<OldRegisterPreview> preview = [];
        foreach (var line in lines)
        {
            var old = reading.Read(line);
            List<OldRegisterMistake> mistakes = [.. reading.Mistakes];
            var number = PrintedText.Clean(line.CertificateNumber);
            var known = there.GetValueOrDefault(number);
            if (number.Length > 0 && !seen.Add(number)) mistakes.Add(new(OldRegisterField.CertificateNumber, OldRegisterProblem.TwiceInThisFile));
            else if (old is not null && known is not null && (known.HolderName, known.BirthDate) != (old.HolderName, old.BirthDate)) mistakes.Add(new(OldRegisterField.CertificateNumber, OldRegisterProblem.DiffersFromRegister));
            else if (old is not null && known is null) found.Add(old);
            preview.Add(new(line.Line, PrintedText.Clean(line.HolderName), number, types.GetValueOrDefault(line.CredentialCode.Trim())?.Name ?? line.CredentialCode, old?.IssuedOn, known is not null, mistakes));
        }

        return (preview, found);
    }
}
