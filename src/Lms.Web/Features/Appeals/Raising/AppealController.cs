using Lms.Assessment.Appeals;
using Lms.Data;
using Lms.Web.Identity;
using Lms.Web.Theming;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using AppealFace = Lms.Assessment.Appeals.Appeals;

namespace Lms.Web.Features.Appeals.Raising;

/// <summary>A candidate's appeal against her own result: until when, what she wrote, what was decided.</summary>
[Requires(Permission.Learn), Route("attempts/{code}/appeal")]
public sealed class AppealController(AppealFace appeals, IStringLocalizer<AppealsText> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Show(PublicCode code, CancellationToken ct) =>
        await appeals.StandingAsync(code, User.PersonKey, ct) is { } standing ? View("Appeal", new AppealPage(code, standing, "")) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Raise(PublicCode code, string? words, CancellationToken ct)
    {
        var typed = words?.ReplaceLineEndings("\n").Trim() ?? "";
        return await appeals.RaiseAsync(code, User.PersonKey, typed, ct) switch
        {
            AppealOutcome.Raised => Told(code, NoticeKind.Success, "Raised"),
            AppealOutcome.AlreadyRaised => Told(code, NoticeKind.Info, "AlreadyRaised"),
            AppealOutcome.WindowClosed or AppealOutcome.NotGraded => Told(code, NoticeKind.Warning, "WindowClosed"),
            AppealOutcome.TextMissing => await AgainAsync(code, typed, "TextMissing", ct),
            AppealOutcome.TextTooLong => await AgainAsync(code, typed, "TextTooLong", ct),
            AppealOutcome.NotFound => NotFound(),
        };
    }

    private LocalRedirectResult Told(PublicCode code, NoticeKind kind, string key)
    {
        this.Tell(kind, text[key]);
        return LocalRedirect($"/attempts/{code}/appeal");
    }

    private async Task<IActionResult> AgainAsync(PublicCode code, string typed, string key, CancellationToken ct)
    {
        if (await appeals.StandingAsync(code, User.PersonKey, ct) is not { } standing) return NotFound();
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        ModelState.AddModelError("words", text[key]);
        return View("Appeal", new AppealPage(code, standing, typed));
    }
}

public sealed record AppealPage(PublicCode Attempt, AppealStanding Standing, string Words);
