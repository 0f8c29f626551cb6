using System.Net;
using Lms.Certificates.Employers;
using Lms.UnitTests.Infrastructure.Web;
using Lms.Web.Identity;

namespace Lms.UnitTests.Web.Api;

public sealed class ApiKeysPageTests(WebSite site) : IClassFixture<WebSite>
{
    [Theory]
    [InlineData(Role.Registrar), InlineData(Role.Administrator)]
    public async Task A_key_is_shown_once_and_works_until_it_is_withdrawn(Role role)
    {
        var keeper = await site.AsAsync(role);
        Assert.NotNull((await keeper.PageAsync("/verify")).QuerySelector(".site-menu a[href='/register/api-keys']"));

        var answer = await keeper.PostAsync("/register/api-keys", ("Name", $"Bệnh viện {role}"), ("PerMinute", "120"), ("WebhookAddress", "https://example.com/hook"));
        var text = (await answer.PageAsync()).QuerySelector(".notice--success code")!.TextContent;
        Assert.True(answer.Headers.CacheControl!.NoStore);
        var known = await site.UseAsync<ApiKeys, KnownApiKey?>(k => k.FindAsync(text));
        Assert.Equal(120, known!.PerMinute);

        var list = await keeper.PageAsync("/register/api-keys");
        Assert.DoesNotContain(text, list.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Contains($"Bệnh viện {role}", list.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);

        Assert.Equal("/register/api-keys", (await keeper.PostAsync($"/register/api-keys/{known.Key}/withdrawal")).Leads());
        Assert.Null(await site.UseAsync<ApiKeys, KnownApiKey?>(k => k.FindAsync(text)));
    }

    [Fact]
    public async Task What_is_missing_is_said_at_its_field_and_what_was_typed_stays()
    {
        var answer = await (await site.AsAsync(Role.Registrar)).PostAsync("/register/api-keys", ("Name", "Trung tâm"), ("PerMinute", ""), ("WebhookAddress", ""));
        var page = await answer.PageAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotEqual("", page.QuerySelector("#PerMinute-error")!.TextContent);
        Assert.Equal("Trung tâm", page.QuerySelector("#Name")!.GetAttribute("value"));
    }
}
