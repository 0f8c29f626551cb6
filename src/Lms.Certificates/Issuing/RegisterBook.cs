using Lms.Certificates.Audit;
using Lms.Certificates.Credentials;
using Lms.Certificates.Pdf;
using Lms.Certificates.Register;
using Lms.Certificates.Signing;
using Lms.Certificates.Templates;
using Lms.Data;

namespace Lms.Certificates.Issuing;

/// <summary>
/// The one way into the register: numbers, rows, signed carriers and what is written about them, for one certificate or for some hundred, in
/// the caller's transaction. The last step of issuing, because here the counter moves: nothing after it may refuse.
/// </summary>
internal sealed class RegisterBook(LmsDb db, CredentialTypes credentialTypes, TemplateChoice templates, CertificateDocuments documents, Seals seals, AuditTrail trail)
{
    private const string Transcribed = "transcribed";

    /// <param name="by">Null: a rule did it, not a person.</param>
    public async Task EnterAsync(IReadOnlyCollection<Certificate> drafts, Guid? by, CancellationToken ct)
    {
        // In one order everywhere, and the log last: of two transactions that take numbers of two issuers, one simply waits.
        foreach (var series in drafts.GroupBy(c => (c.IssuerKey, c.RegisterYear)).OrderBy(s => s.Key))
        {
            var number = await Sequence.TakeAsync(db, $"register:{series.Key.IssuerKey:N}:{series.Key.RegisterYear}", series.Count(), ct);
            foreach (var certificate in series) certificate.EnterInRegister(number++, await FormatAsync(certificate.CredentialCode, ct));
        }

        foreach (var certificate in drafts) certificate.PrintIn(await VersionAsync(certificate.CredentialCode, ct));
        db.Certificates.AddRange(drafts);
        await seals.SealAsync(drafts, ct);
        await trail.AppendAsync([.. drafts.Select(c => new AuditFact(c.IssuedAt, CertificateAction.Issued, by, c.Key, c.DecisionKey, c.CertificateNumber))], ct);
    }

    /// <summary>Whoever transcribes waits here for another who does, until that one's transaction ends; no number is taken.</summary>
    public Task AwaitTranscriptionsAsync(CancellationToken ct) => Sequence.TakeAsync(db, Transcribed, 0, ct);

    /// <summary>
    /// Copied from an older register: each keeps the numbers it has on paper, and takes none of ours. What it gets instead is a
    /// number of one series for all transcriptions, which nobody prints.
    /// </summary>
    public async Task TranscribeAsync(IReadOnlyCollection<Certificate> drafts, Guid by, DateTime now, CancellationToken ct)
    {
        var number = await Sequence.TakeAsync(db, Transcribed, drafts.Count, ct);
        foreach (var certificate in drafts)
        {
            certificate.EnterAsTranscribed(number++);
            certificate.PrintIn(await VersionAsync(certificate.CredentialCode, ct));
        }

        db.Certificates.AddRange(drafts);
        await seals.SealAsync(drafts, ct);
        await trail.AppendAsync([.. drafts.Select(c => new AuditFact(now, CertificateAction.Transcribed, by, c.Key, Detail: c.CertificateNumber))], ct);
    }

    /// <summary>
    /// Why this certificate may not be issued: asked before it is entered. What an old register did not say cannot be found out
    /// when its certificate is replaced or corrected: such fields stay empty on paper.
    /// </summary>
    public async Task<IssueOutcome?> RefusalAsync(Certificate draft, CancellationToken ct) =>
        draft.Refusal() ?? ((await FieldProblemsAsync(draft, ct)).Any(p => !(draft.StemsFromOldRegister && p.Fault is FieldFault.EmptyFact)) ? IssueOutcome.FieldNotPrintable : null);

    public async Task<IReadOnlyList<FieldProblem>> FieldProblemsAsync(Certificate draft, CancellationToken ct) =>
        await documents.ProblemsAsync(draft, await VersionAsync(draft.CredentialCode, ct), ct);

    /// <summary>The version of the credential's template that its certificates are printed in from now on.</summary>
    private async Task<Guid> VersionAsync(string credentialCode, CancellationToken ct) =>
        await templates.VersionAsync((await credentialTypes.ForIssuingAsync(credentialCode, ct))?.TemplateKey, ct);

    private async Task<NumberFormat> FormatAsync(string credentialCode, CancellationToken ct) =>
        NumberFormat.Parse((await credentialTypes.ForIssuingAsync(credentialCode, ct))?.NumberFormat)
        ?? throw new InvalidOperationException($"Credential {credentialCode} has no valid number format.");
}
