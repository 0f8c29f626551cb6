using Lms.Assessment.Questions;
using Lms.Web.Identity;
using Lms.Web.Theming;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.Authoring.Bank;

/// <summary>Questions of all banks one may read: everything of one's own, what is published of those that others share.</summary>
[Requires(Permission.Author), Route("authoring/questions")]
public sealed class SearchController(QuestionBanks banks, BankSettings settings, QuestionSearch search, IStringLocalizer<AuthoringText> text) : AuthoringController(text)
{
    private const int PageSize = 25;

    [HttpGet("")]
    public async Task<IActionResult> Show([FromQuery] BankFilter filter, int page = 1, CancellationToken ct = default)
    {
        var (own, shared) = (await banks.ListAsync(Scope, ct), await settings.SharedAsync(Scope, ct));
        Guid[] keys = [.. own.Select(b => b.Key)], published = [.. shared.Select(b => b.Key)];
        var (questions, at, total) = await search.FindAsync(filter.Within(Scope.All ? null : keys, published), page, PageSize, ct);
        return View("Search", new QuestionSearchPage([.. own, .. shared], questions, await search.FacetsAsync(Scope.All ? null : keys, published, ct), filter, new Pager(at, PageSize, total)));
    }
}
