using Lms.UnitTests.Infrastructure.Web;
using Lms.Web.Identity;

namespace Lms.UnitTests.Web.Theming;

public sealed class FormTokenTests(WebSite site) : IClassFixture<WebSite>
{
    [Theory]
    [InlineData("/sign-in"), InlineData("/authoring/courses/new"), InlineData("/authoring/papers/new"), InlineData("/authoring/banks"), InlineData("/authoring/media"), InlineData("/my"), InlineData("/account")]
    public async Task Every_posting_form_has_one_token_and_an_address_without_a_tilde(string path)
    {
        var reviewer = await site.AsAsync(Role.Reviewer);
        var page = await (path == "/sign-in" ? site.Anonymous() : reviewer).PageAsync(path);
        // Language and colours are no secret: their forms stand on every page, cached ones too, and need none.
        Assert.All(page.QuerySelectorAll("form[method=post]:not([action^='/preferences/'])"), form => Assert.Single(form.QuerySelectorAll("input[name=__RequestVerificationToken]")));
        Assert.Empty(page.QuerySelectorAll("[href^='~'], [action^='~'], [formaction^='~'], [src^='~']"));
    }
}
