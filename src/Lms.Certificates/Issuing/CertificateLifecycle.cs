using Lms.Certificates.Audit;
using Lms.Certificates.Credentials;
using Lms.Certificates.Register;
using Lms.Certificates.Verification;
using Lms.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Certificates.Issuing;

/// <summary>
/// What may happen to a certificate after its issue. No verb changes a printed fact: a mistake, a loss and a renewal each
/// make a new certificate, and the old code goes on answering, with a link to the new one.
/// </summary>
public sealed class CertificateLifecycle
{
    private readonly LmsDb db;
    private readonly TimeProvider clock;
    private readonly CredentialTypes credentialTypes;
    private readonly RegisterBook register;
    private readonly AuditTrail trail;

    internal CertificateLifecycle(LmsDb db, TimeProvider clock, CredentialTypes credentialTypes, RegisterBook register, AuditTrail trail) =>
        (this.db, this.clock, this.credentialTypes, this.register, this.trail) = (db, clock, credentialTypes, register, trail);

    /// <param name="reason">Shown on the public page.</param>
    public async Task<LifecycleOutcome> SuspendAsync(CertificateCode code, string reason, Guid by, CancellationToken ct = default)
    {
        if (PrintedText.Clean(reason) is not { Length: > 0 } why) return LifecycleOutcome.ReasonMissing;
        return await ChangeAsync(code, Standing.Valid, CertificateAction.Suspended, why, by, (c, now) => c.Suspend(why, now), ct);
    }

    public Task<LifecycleOutcome> LiftAsync(CertificateCode code, string? reason, Guid by, CancellationToken ct = default) =>
        ChangeAsync(code, Standing.Suspended, CertificateAction.SuspensionLifted, PrintedText.CleanOrNull(reason), by, (c, _) => c.LiftSuspension(), ct);

    /// <summary>A new certificate with the right facts supersedes this one, and keeps its last valid day.</summary>
    public async Task<LifecycleResult> CorrectAsync(CertificateCode code, Correction correction, string reason, Guid by, CancellationToken ct = default)
    {
        if (PrintedText.Clean(reason) is not { Length: > 0 } why) return new(LifecycleOutcome.ReasonMissing);
        return await SupersedeAsync(code, SupersessionCause.Corrected, CertificateAction.Corrected, why, by, (old, next, _) =>
        {
            next.Correct(correction);
            return old.PrintedTexts().SequenceEqual(next.PrintedTexts()) && (old.BirthDate, old.Hours, old.ResultBasisPoints) == (next.BirthDate, next.Hours, next.ResultBasisPoints)
                ? LifecycleOutcome.NothingChanged : null;
        }, ct);
    }

    /// <summary>For a lost or spoiled certificate (cấp lại): the same facts and last valid day under a new number and code.</summary>
    public async Task<LifecycleResult> ReplaceAsync(CertificateCode code, string reason, Guid by, CancellationToken ct = default)
    {
        if (PrintedText.Clean(reason) is not { Length: > 0 } why) return new(LifecycleOutcome.ReasonMissing);
        return await SupersedeAsync(code, SupersessionCause.Replaced, CertificateAction.Replaced, why, by, (_, _, _) => null, ct);
    }

    /// <summary>Adds the credential's validity to the old last day, or to today where that is over.</summary>
    /// <param name="evidence">What earned it, for the register: the hours counted or the class attended.</param>
    public async Task<LifecycleResult> RenewAsync(CertificateCode code, string evidence, Guid? by, CancellationToken ct = default)
    {
        if (PrintedText.Clean(evidence) is not { Length: > 0 } why) return new(LifecycleOutcome.ReasonMissing);
        return await SupersedeAsync(code, SupersessionCause.Renewed, CertificateAction.Renewed, why, by, (old, next, type) =>
        {
            if (old.ExpiresOn is null || type.ValidityMonths is not { } months) return LifecycleOutcome.NotInThisStanding;
            next.Extend(months, next.IssuedOn);
            return null;
        }, ct);
    }

    private async Task<LifecycleOutcome> ChangeAsync(CertificateCode code, Standing from, CertificateAction action, string? reason, Guid by, Action<Certificate, DateTime> change, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var unit = await db.BeginUnitAsync(ct);
        if (await db.Certificates.SingleOrDefaultAsync(c => c.Code == code, ct) is not { } certificate) return LifecycleOutcome.NotFound;
        if (certificate.StandingOn(CityCalendar.DateAt(now)) != from) return LifecycleOutcome.NotInThisStanding;

        change(certificate, now);
        await trail.AppendAsync(new AuditFact(now, action, by, certificate.Key, Detail: reason), ct);
        if (!await db.TrySaveAsync(ct)) return LifecycleOutcome.ChangedMeanwhile;
        await unit.CommitAsync(ct);
        return LifecycleOutcome.Done;
    }

    /// <param name="differ">Sets what is to differ; returns why the new certificate cannot be, if it cannot.</param>
    private async Task<LifecycleResult> SupersedeAsync(
        CertificateCode code, SupersessionCause cause, CertificateAction action, string reason, Guid? by, Func<Certificate, Certificate, CredentialType, LifecycleOutcome?> differ, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await using var unit = await db.BeginUnitAsync(ct);
        if (await db.Certificates.SingleOrDefaultAsync(c => c.Code == code, ct) is not { } old) return new(LifecycleOutcome.NotFound);
        if (old.StandingOn(CityCalendar.DateAt(now)) is not (Standing.Valid or Standing.Expired)) return new(LifecycleOutcome.NotInThisStanding);
        if (await credentialTypes.ForIssuingAsync(old.CredentialCode, ct) is not { } type) return new(LifecycleOutcome.UnknownCredential);

        var last = await db.Certificates.Where(c => c.HolderKey == old.HolderKey && c.CredentialCode == old.CredentialCode).MaxAsync(c => c.HolderOrdinal, ct);
        var next = old.Successor(type, last + 1, now);
        if ((differ(old, next, type) ?? Refusal(await register.RefusalAsync(next, ct))) is { } refusal) return new(refusal);

        old.SupersedeBy(next, cause, now);
        await register.EnterAsync([next], by, ct);
        await trail.AppendAsync(new AuditFact(now, action, by, old.Key, Detail: $"{reason} → {next.CertificateNumber}"), ct);
        if (!await db.TrySaveAsync(ct)) return new(LifecycleOutcome.ChangedMeanwhile);
        await unit.CommitAsync(ct);
        return new(LifecycleOutcome.Done, next.Code);
    }

    private static LifecycleOutcome? Refusal(IssueOutcome? outcome) => outcome is not { } refusal ? null : refusal switch
    {
        IssueOutcome.Issued or IssueOutcome.Proposed or IssueOutcome.AlreadyIssued or IssueOutcome.AlreadyHeld => null,
        IssueOutcome.UnknownCredential => LifecycleOutcome.UnknownCredential,
        IssueOutcome.MissingBirthDate => LifecycleOutcome.MissingBirthDate,
        IssueOutcome.MissingHolderName => LifecycleOutcome.MissingHolderName,
        IssueOutcome.UnprintableCharacter or IssueOutcome.FieldNotPrintable => LifecycleOutcome.UnprintableCharacter,
    };
}
