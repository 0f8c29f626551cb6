using Lms.Certificates.Approval;
using Lms.Certificates.Issuing;
using Lms.Certificates.Register;
using Lms.Certificates.Verification;
using Lms.Web.Features.Department;
using Lms.Web.Identity;
using Lms.Web.Theming;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.Register.Lifecycle;

/// <summary>What is done to a certificate after its issue: suspend, lift, correct, replace, renew, hand over. Each is a page of its own with what it means.</summary>
[Requires(Permission.KeepRegister), Route("register/certificates/{code}")]
public sealed class LifecycleController(CertificateLifecycle lifecycle, CertificateRegister register, Handovers handovers, Renewals renewals, IStringLocalizer<RegisterText> text) : Controller
{
    [HttpGet("suspension")]
    public Task<IActionResult> Suspension(CertificateCode code, CancellationToken ct) => FormAsync(code, LifecycleStep.Suspension, new LifecycleForm(), ct);

    [HttpPost("suspension")]
    public Task<IActionResult> Suspend(CertificateCode code, LifecycleForm form, CancellationToken ct) =>
        DoAsync(code, LifecycleStep.Suspension, form, async _ => new LifecycleResult(await lifecycle.SuspendAsync(code, form.Reason ?? "", User.PersonKey, ct)), ct);

    [HttpPost("suspension/end")]
    public Task<IActionResult> Lift(CertificateCode code, CancellationToken ct) =>
        DoAsync(code, LifecycleStep.Suspension, new LifecycleForm(), async _ => new LifecycleResult(await lifecycle.LiftAsync(code, null, User.PersonKey, ct)), ct);

    [HttpGet("correction")]
    public async Task<IActionResult> Correction(CertificateCode code, CancellationToken ct) =>
        await register.FindAsync(code, ct) is { } entry ? await FormAsync(code, LifecycleStep.Correction, LifecycleForm.Of(entry), ct) : NotFound();

    [HttpPost("correction")]
    public Task<IActionResult> Correct(CertificateCode code, LifecycleForm form, CancellationToken ct) => DoAsync(code, LifecycleStep.Correction, form, async entry =>
        form.Corrected(entry) is { } corrected ? await lifecycle.CorrectAsync(code, corrected, form.Reason ?? "", User.PersonKey, ct) : new LifecycleResult(LifecycleOutcome.MissingBirthDate), ct);

    [HttpGet("replacement")]
    public Task<IActionResult> Replacement(CertificateCode code, CancellationToken ct) => FormAsync(code, LifecycleStep.Replacement, new LifecycleForm(), ct);

    [HttpPost("replacement")]
    public Task<IActionResult> Replace(CertificateCode code, LifecycleForm form, CancellationToken ct) =>
        DoAsync(code, LifecycleStep.Replacement, form, _ => lifecycle.ReplaceAsync(code, form.Reason ?? "", User.PersonKey, ct), ct);

    [HttpGet("renewal")]
    public Task<IActionResult> Renewal(CertificateCode code, CancellationToken ct) => FormAsync(code, LifecycleStep.Renewal, new LifecycleForm(), ct);

    /// <summary>The records decide, not the form: what they do not prove is not renewed.</summary>
    [HttpPost("renewal")]
    public Task<IActionResult> Renew(CertificateCode code, LifecycleForm form, CancellationToken ct) => DoAsync(code, LifecycleStep.Renewal, form, async entry =>
        (await renewals.OfAsync(entry, ct)).Proof is { } proof ? await lifecycle.RenewAsync(code, text[proof.Key, proof.Values], User.PersonKey, ct) : new LifecycleResult(LifecycleOutcome.RenewalNotEarned), ct);

    [HttpGet("handover")]
    public async Task<IActionResult> Handover(CertificateCode code, [FromServices] TimeProvider clock, CancellationToken ct) => await register.FindAsync(code, ct) is { } entry
        ? await FormAsync(code, LifecycleStep.Handover, new LifecycleForm(To: entry.HolderName, On: FormText.Input(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime.InCity))), ct) : NotFound();

    [HttpPost("handover")]
    public async Task<IActionResult> HandOver(CertificateCode code, LifecycleForm form, CancellationToken ct)
    {
        ModelState.Clear();
        if (FormText.Date(form.On) is not { } on) ModelState.Refuse("On", text["DateMalformed"]);
        else
        {
            switch (await handovers.RecordAsync(code, form.To ?? "", on, User.PersonKey, ct))
            {
                case HandoverOutcome.Done:
                    this.Tell(NoticeKind.Success, text["HandedOverOne", form.To ?? ""]);
                    return Redirect($"/register/certificates/{code}");
                case HandoverOutcome.NotFound:
                    return NotFound();
                case HandoverOutcome.NameMissing:
                    ModelState.Refuse("To", text["Handover.NameMissing"]);
                    break;
                case (HandoverOutcome.AlreadyHandedOver or HandoverOutcome.DateInTheFuture or HandoverOutcome.ChangedMeanwhile) and var outcome:
                    ModelState.Refuse("On", text[$"Handover.{outcome}"]);
                    break;
            }
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await FormAsync(code, LifecycleStep.Handover, form, ct);
    }

    private async Task<IActionResult> FormAsync(CertificateCode code, LifecycleStep step, LifecycleForm form, CancellationToken ct) =>
        await register.FindAsync(code, ct) is { } entry ? View("Lifecycle", new LifecyclePage(entry, step, form, step is LifecycleStep.Renewal ? await renewals.OfAsync(entry, ct) : null)) : NotFound();

    private async Task<IActionResult> DoAsync(CertificateCode code, LifecycleStep step, LifecycleForm form, Func<RegisterEntry, Task<LifecycleResult>> verb, CancellationToken ct)
    {
        ModelState.Clear();
        if (await register.FindAsync(code, ct) is not { } entry) return NotFound();
        if (form.Reason?.Trim().Length > 400) ModelState.Refuse("Reason", text["ReasonTooLong", 400]);
        else
        {
            var result = await verb(entry);
            if (result.Outcome is LifecycleOutcome.Done)
            {
                this.Tell(NoticeKind.Success, text[result.Successor is null ? "LifecycleDone" : "SuccessorIssued", entry.HolderName]);
                return Redirect($"/register/certificates/{result.Successor ?? code}");
            }

            if (result.Outcome is LifecycleOutcome.NotFound) return NotFound();
            ModelState.Refuse(FieldOf(result.Outcome), text[$"Lifecycle.{result.Outcome}"]);
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await FormAsync(code, step, form, ct);
    }

    private static string FieldOf(LifecycleOutcome outcome) => outcome switch
    {
        LifecycleOutcome.ReasonMissing => "Reason",
        LifecycleOutcome.MissingHolderName or LifecycleOutcome.UnprintableCharacter or LifecycleOutcome.NothingChanged => "HolderName",
        LifecycleOutcome.MissingBirthDate => "BirthDate",
        LifecycleOutcome.Done or LifecycleOutcome.NotFound or LifecycleOutcome.NotInThisStanding or LifecycleOutcome.UnknownCredential or LifecycleOutcome.RenewalNotEarned or LifecycleOutcome.ChangedMeanwhile => "",
    };
}
