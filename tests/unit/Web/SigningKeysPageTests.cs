using System.Net;
using System.Text.Json.Nodes;
using Lms.UnitTests.Infrastructure.Web;
using Lms.Web.Identity;

namespace Lms.UnitTests.Web;

public sealed class SigningKeysPageTests(WebSite site) : IClassFixture<WebSite>
{
    [Fact]
    public async Task A_key_is_announced_withdrawn_for_a_reason_and_gone_from_the_public_set()
    {
        var admin = await site.AsAsync(Role.Administrator);
        var before = await PublishedAsync();
        await admin.PostAsync("/administration/signing-keys");
        var announced = Assert.Single((await PublishedAsync()).Except(before));
        // Only one key is announced at a time.
        Assert.Null((await admin.PageAsync("/administration/signing-keys")).QuerySelector("main form[action='/administration/signing-keys']"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await admin.PostAsync($"/administration/signing-keys/{announced}/withdrawal", ("reason", " "))).StatusCode);
        Assert.Equal("/administration/signing-keys", (await admin.PostAsync($"/administration/signing-keys/{announced}/withdrawal", ("reason", "Máy chủ bị xâm nhập"))).Leads());
        Assert.Equal(before, await PublishedAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await site.Anonymous().GetAsync($"/keys/{announced}")).StatusCode);
        Assert.Contains("Máy chủ bị xâm nhập", (await admin.PageAsync("/administration/signing-keys")).QuerySelector("main table")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_public_documents_are_for_pages_of_any_origin()
    {
        var id = (await PublishedAsync())[0];
        foreach (var address in new[] { "/.well-known/jwks.json", "/.well-known/did.json", $"/keys/{id}", "/status" })
        {
            var response = await site.Anonymous().GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal("*", response.Headers.GetValues("Access-Control-Allow-Origin").Single());
            Assert.False(response.Headers.Contains("Set-Cookie"));
        }
    }

    private async Task<List<string>> PublishedAsync() =>
        [.. JsonNode.Parse(await (await site.Anonymous().GetAsync("/.well-known/jwks.json")).Content.ReadAsStringAsync())!["keys"]!.AsArray().Select(k => k!["kid"]!.GetValue<string>()).Order(StringComparer.Ordinal)];
}
