using Lms.Certificates.Employers;
using Lms.Web.Identity;
using Lms.Web.Theming;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Face = Lms.Certificates.Employers.ApiKeys;

namespace Lms.Web.Features.Register.ApiKeys;

public sealed record ApiKeyForm(string? Name, int? PerMinute, string? WebhookAddress);

/// <param name="Issued">The key just issued, with its owner's name: on this page and never again.</param>
public sealed record ApiKeysPage(IReadOnlyList<ApiKeySummary> Keys, ApiKeyForm Form, IssuedApiKey? Issued);

/// <summary>Keys for the programs of employers (khóa API).</summary>
[Requires(Permission.KeepApiKeys), Route("register/api-keys")]
public sealed class ApiKeysController(Face keys, IStringLocalizer<RegisterText> text) : Controller
{
    private const int UsualPerMinute = 600;

    [HttpGet("")]
    public async Task<IActionResult> List(CancellationToken ct) => await PageAsync(new ApiKeyForm("", UsualPerMinute, ""), null, ct);

    /// <summary>Answers with the page itself and not with a redirect: the key may stand neither in an address nor in a cookie.</summary>
    [HttpPost("")]
    public async Task<IActionResult> Create(ApiKeyForm form, CancellationToken ct)
    {
        var (problem, issued) = await keys.IssueAsync(new ApiKeyDraft(form.Name ?? "", form.PerMinute ?? 0, form.WebhookAddress), User.PersonKey, ct);
        var field = problem switch
        {
            ApiKeyProblem.None => null,
            ApiKeyProblem.NameMissing => nameof(form.Name),
            ApiKeyProblem.PerMinuteOutOfRange => nameof(form.PerMinute),
            ApiKeyProblem.WebhookNotHttps => nameof(form.WebhookAddress),
        };
        ModelState.Clear(); // an empty number has words of ours
        if (field is not null)
        {
            ModelState.AddModelError(field, text[$"ApiKey.{problem}"]);
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        return await PageAsync(field is null ? new ApiKeyForm("", UsualPerMinute, "") : form, issued, ct);
    }

    [HttpPost("{key:guid}/withdrawal")]
    public async Task<IActionResult> Withdraw(Guid key, CancellationToken ct)
    {
        if (!await keys.WithdrawAsync(key, ct)) return NotFound();
        this.Tell(NoticeKind.Success, text["ApiKey.Withdrawn"]);
        return Redirect("/register/api-keys");
    }

    private async Task<ViewResult> PageAsync(ApiKeyForm form, IssuedApiKey? issued, CancellationToken ct)
    {
        Response.Headers.CacheControl = "no-store";
        return View("ApiKeys", new ApiKeysPage(await keys.ListAsync(ct), form, issued));
    }
}
