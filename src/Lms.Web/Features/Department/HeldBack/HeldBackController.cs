using Lms.Certificates.Issuing;
using Lms.Training.Enrolments;
using Lms.Web.Identity;
using Lms.Web.Theming;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.Department.HeldBack;

/// <summary>Certificates that were earned and could not be issued: why, and to try again once the data are mended.</summary>
[Requires(Permission.KeepRegister), Route("register/held-back")]
public sealed class HeldBackController(Enrolments enrolments, IStringLocalizer<DepartmentText> text) : Controller
{
    private const int PageSize = 50;

    [HttpGet("")]
    public async Task<IActionResult> List(int page = 1, CancellationToken ct = default)
    {
        var shown = Paging.Cut(await enrolments.HeldBackAsync(ct), page, PageSize, out var pager);
        return View("HeldBack", new HeldBackPage(shown, pager, await enrolments.InDoubtAsync(ct)));
    }

    [HttpPost("{enrolment:guid}/retries")]
    public async Task<IActionResult> Retry(Guid enrolment, CancellationToken ct)
    {
        if ((await enrolments.HeldBackAsync(ct)).Find(h => h.EnrolmentKey == enrolment) is not { } held) return NotFound();
        // Null: another registrar was quicker, or the programme no longer asks for a certificate here.
        if (await enrolments.RetryHeldBackAsync(enrolment, User.PersonKey, ct) is { } outcome) this.Tell(KindOf(outcome), text["RetryTold", held.FullName, text[$"Issue.{outcome}"].Value]);
        else this.Tell(NoticeKind.Info, text["RetryNothing", held.FullName]);
        return Redirect("/register/held-back");
    }

    private static NoticeKind KindOf(IssueOutcome outcome) => outcome switch
    {
        IssueOutcome.Issued or IssueOutcome.AlreadyIssued or IssueOutcome.Proposed => NoticeKind.Success,
        IssueOutcome.AlreadyHeld => NoticeKind.Info,
        IssueOutcome.UnknownCredential or IssueOutcome.MissingBirthDate or IssueOutcome.MissingHolderName or IssueOutcome.UnprintableCharacter or IssueOutcome.FieldNotPrintable => NoticeKind.Warning,
    };
}

/// <param name="Doubtful">Completed by an exam that, regraded since, no longer passes.</param>
public sealed record HeldBackPage(IReadOnlyList<HeldBackRow> Rows, Pager Pager, IReadOnlyList<DoubtfulRow> Doubtful);
