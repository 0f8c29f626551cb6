using Lms.Certificates.Approval;
using Lms.Certificates.Audit;
using Lms.Certificates.Credentials;
using Lms.Certificates.Pdf;
using Lms.Certificates.Register;
using Lms.Certificates.Verification;
using Lms.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Lms.Certificates.Issuing;

public enum RevokeOutcome { Revoked, NotFound, AlreadyRevoked, ReasonMissing }

public sealed record HeldCertificate(CertificateCode Code, string CertificateNumber, string CredentialName, string CredentialNameEn, string IssuerName, DateOnly IssuedOn, DateOnly? ExpiresOn, Standing Standing);
public sealed record CertificateDocument(string FileName, byte[] Pdf);

/// <summary>The certificate is the row (ADR 0005): issue it, verify it, revoke it, print it.</summary>
public sealed class Certificates
{
    private readonly LmsDb db;
    private readonly TimeProvider clock;
    private readonly CredentialTypes credentialTypes;
    private readonly RegisterBook register;
    private readonly AuditTrail trail;
    private readonly CertificateDocuments documents;
    private readonly IOptions<CertificateOptions> options;

    internal Certificates(LmsDb db, TimeProvider clock, CredentialTypes credentialTypes, RegisterBook register, AuditTrail trail, CertificateDocuments documents, IOptions<CertificateOptions> options) =>
        (this.db, this.clock, this.credentialTypes, this.register, this.trail, this.documents, this.options) = (db, clock, credentialTypes, register, trail, documents, options);

    /// <summary>Certificates of this scope that the caller may not have saved yet, by holder.</summary>
    private readonly Dictionary<Guid, List<Certificate>> added = [];

    /// <summary>
    /// Joins the caller's unit of work, which must hold an open transaction (<see cref="LmsDb.BeginUnitAsync"/>),
    /// because register numbers are gapless, and which saves. Idempotent for an achievement. A refusal changes nothing.
    /// Where another node issued the same at the same moment, the caller's save throws
    /// <see cref="DbUpdateException"/>; tried again, it is <see cref="IssueOutcome.AlreadyIssued"/> or
    /// <see cref="IssueOutcome.AlreadyHeld"/>.
    /// </summary>
    /// <exception cref="InvalidOperationException">No transaction is open.</exception>
    /// <param name="by">Who proposes, where the credential is issued by decision and a person asks; null: a rule does.</param>
    public async Task<IssueOutcome> IssueAsync(Achievement achievement, Guid? by = null, CancellationToken ct = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (await credentialTypes.ForIssuingAsync(achievement.CredentialCode, ct) is not { } type) return IssueOutcome.UnknownCredential;
        if (type.Issuer is { } issuer) achievement = achievement with { IssuerKey = issuer.Key, IssuerName = issuer.Name, IssuerNameEn = issuer.NameEn };

        var held = await HeldAsync(achievement, type.Code, ct);
        if (held.Any(h => h.AchievementKey == achievement.AchievementKey)) return IssueOutcome.AlreadyIssued;
        if (held.Any(h => h.StandingOn(CityCalendar.DateAt(now)) is Standing.Valid or Standing.Suspended)) return IssueOutcome.AlreadyHeld;

        if (type.IssuesBy is IssuesBy.Decision) return await ProposeAsync(achievement, by, now, ct);
        var certificate = Certificate.Draft(achievement, type, options.Value.PlaceOfIssue, held.Count + 1, now);
        if (await register.RefusalAsync(certificate, ct) is { } refusal) return refusal;

        await register.EnterAsync([certificate], null, ct);
        (added.TryGetValue(certificate.HolderKey, out var list) ? list : added[certificate.HolderKey] = []).Add(certificate);
        return IssueOutcome.Issued;
    }

    /// <summary>Which fields of the certificate could not be printed, and why; empty where all can.</summary>
    public async Task<IReadOnlyList<FieldProblem>> PrintProblemsAsync(Achievement achievement, CancellationToken ct = default) =>
        await credentialTypes.ForIssuingAsync(achievement.CredentialCode, ct) is not { } type ? []
            : await register.FieldProblemsAsync(Certificate.Draft(achievement, type, options.Value.PlaceOfIssue, 1, clock.GetUtcNow().UtcDateTime), ct);

    /// <summary>Never throws for strange input; anything that is no certificate of ours is <see cref="Standing.Unknown"/>.</summary>
    public async Task<VerificationResult> VerifyAsync(string code, CancellationToken ct = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        // A malformed code is asked for as well, so that it answers neither sooner nor otherwise than one that nobody holds.
        var asked = CertificateCode.TryParse(code, out var parsed) ? parsed : CertificateCode.None;
        return VerificationResult.Of(await db.FactsAsync(asked), now);
    }

    /// <summary>The public page's match check: was the holder of this certificate born on that day? False too where the code is no certificate of ours. One query.</summary>
    public async Task<bool> BornOnAsync(string code, DateOnly date, CancellationToken ct = default) =>
        CertificateCode.TryParse(code, out var parsed) && await db.Certificates.AnyAsync(c => c.Code == parsed && c.BirthDate == date, ct);

    /// <param name="reason">Shown on the public page.</param>
    public async Task<RevokeOutcome> RevokeAsync(CertificateCode code, string reason, Guid by, CancellationToken ct = default)
    {
        if (PrintedText.Clean(reason) is not { Length: > 0 } why) return RevokeOutcome.ReasonMissing;
        await using var unit = await db.BeginUnitAsync(ct);
        if (await db.Certificates.SingleOrDefaultAsync(c => c.Code == code, ct) is not { } certificate) return RevokeOutcome.NotFound;
        if (certificate.IsRevoked) return RevokeOutcome.AlreadyRevoked;

        var now = clock.GetUtcNow().UtcDateTime;
        certificate.Revoke(why, now);
        await trail.AppendAsync(new AuditFact(now, CertificateAction.Revoked, by, certificate.Key, Detail: why), ct);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return RevokeOutcome.AlreadyRevoked;
        }

        await unit.CommitAsync(ct);
        return RevokeOutcome.Revoked;
    }

    /// <summary>The newest first.</summary>
    public Task<List<HeldCertificate>> HeldByAsync(Guid holderKey, CancellationToken ct = default)
    {
        var today = CityCalendar.DateAt(clock.GetUtcNow().UtcDateTime);
        return db.Certificates.Where(c => c.HolderKey == holderKey).OrderByDescending(c => c.IssuedAt).ThenByDescending(c => c.HolderOrdinal)
            .Select(c => new HeldCertificate(c.Code, c.CertificateNumber, c.CredentialName, c.CredentialNameEn, c.IssuerName,
                c.IssuedOn, c.ExpiresOn, Standings.Of(c.RevokedOn, c.SupersededOn, c.SuspendedOn, c.ExpiresOn, today)))
            .ToListAsync(ct);
    }

    /// <summary>A pure rendering of the row; null where the code is unknown, or <paramref name="holderKey"/> is given and is not its holder.</summary>
    public Task<CertificateDocument?> DocumentAsync(CertificateCode code, Guid? holderKey = null, CancellationToken ct = default) => documents.FindAsync(code, holderKey, ct);

    /// <summary>One that was put aside waits again: somebody asks for it anew.</summary>
    private async Task<IssueOutcome> ProposeAsync(Achievement achievement, Guid? by, DateTime now, CancellationToken ct)
    {
        var proposal = db.Proposals.Local.FirstOrDefault(p => p.AchievementKey == achievement.AchievementKey) ?? await db.Proposals.SingleOrDefaultAsync(p => p.AchievementKey == achievement.AchievementKey, ct);
        if (proposal is { State: not ProposalState.PutAside }) return IssueOutcome.Proposed;
        if (proposal is null) db.Proposals.Add(proposal = new Proposal(achievement, by, now));
        else proposal.WaitAgain();
        await trail.AppendAsync(new AuditFact(now, CertificateAction.Proposed, by, Detail: $"{proposal.HolderName}, {proposal.ClassCode}, {proposal.CredentialCode}"), ct);
        return IssueOutcome.Proposed;
    }

    private async Task<List<Held>> HeldAsync(Achievement achievement, string credentialCode, CancellationToken ct)
    {
        var saved = await db.Certificates
            .Where(c => c.AchievementKey == achievement.AchievementKey || (c.HolderKey == achievement.HolderKey && c.CredentialCode == credentialCode))
            .Select(c => new Held(c.AchievementKey, c.RevokedOn, c.SupersededOn, c.SuspendedOn, c.ExpiresOn)).ToListAsync(ct);
        var unsaved = added.GetValueOrDefault(achievement.HolderKey, [])
            .Where(c => c.CredentialCode == credentialCode && db.Entry(c).State == EntityState.Added)
            .Select(c => new Held(c.AchievementKey, c.RevokedOn, c.SupersededOn, c.SuspendedOn, c.ExpiresOn));
        return [.. saved, .. unsaved];
    }

    private sealed record Held(Guid AchievementKey, DateOnly? RevokedOn, DateOnly? SupersededOn, DateOnly? SuspendedOn, DateOnly? ExpiresOn)
    {
        public Standing StandingOn(DateOnly today) => Standings.Of(RevokedOn, SupersededOn, SuspendedOn, ExpiresOn, today);
    }
}
