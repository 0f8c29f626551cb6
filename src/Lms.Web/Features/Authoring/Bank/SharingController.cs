using Lms.Assessment.Questions;
using Lms.Training.Organisations;
using Lms.Web.Identity;
using Lms.Web.Theming;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.Authoring.Bank;

/// <summary>With whom the owner shares a bank.</summary>
[Requires(Permission.Author), Route("authoring/banks/{bank:guid}/sharing")]
public sealed class SharingController(QuestionBanks banks, BankSettings settings, Organisations organisations, IStringLocalizer<AuthoringText> text) : AuthoringController(text)
{
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid bank, CancellationToken ct) =>
        await banks.FindAsync(Scope, bank, ct) is { } found ? View("Sharing", new SharingPage(found, await settings.SharesAsync(bank, ct), await InstitutionsAsync(found, ct))) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Save(Guid bank, bool all, List<Guid> chosen, CancellationToken ct)
    {
        if (await banks.FindAsync(Scope, bank, ct) is not { } found) return NotFound();
        var known = (await InstitutionsAsync(found, ct)).Select(o => o.Key).ToHashSet();
        if (!chosen.TrueForAll(key => known.Contains(key))) return NotFound();
        await settings.ShareAsync(bank, new BankShares(all, chosen), ct);
        this.Tell(NoticeKind.Success, Text["Saved"]);
        return RedirectToAction(nameof(Show), new { bank });
    }

    private async Task<List<Owner>> InstitutionsAsync(BankSummary bank, CancellationToken ct) =>
        [.. (await organisations.ListAsync(kind: OrganisationKind.Institution, ct: ct)).Where(o => o.Key != bank.OwnerKey).Select(o => new Owner(o.Key, o.Name))];
}
