using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Lms.Certificates.Employers;
using Lms.Certificates.Verification;
using Lms.UnitTests.Infrastructure.Web;

namespace Lms.UnitTests.Web.Api;

public sealed class CertificatesApiTests(WebSite site) : IClassFixture<WebSite>
{
    [Fact]
    public async Task A_program_learns_what_the_page_shows_and_nothing_beside_it()
    {
        var code = await IssuedAsync();
        var answer = await site.Anonymous().GetAsync($"/api/v1/certificates/{code.ToLowerInvariant()}");
        var json = await JsonAsync(answer);

        Assert.Equal((HttpStatusCode.OK, "valid"), (answer.StatusCode, json.GetProperty("standing").GetString()));
        var certificate = json.GetProperty("certificate");
        Assert.Equal((code, "Nguyễn Thị Thùy Dương", 1987), (certificate.GetProperty("code").GetString(), certificate.GetProperty("holderName").GetString(), certificate.GetProperty("birthYear").GetInt32()));
        Assert.Equal(
            ["birthYear", "classCode", "code", "course", "credential", "expiresOn", "holderName", "hours", "isTranscribed", "issuedOn", "issuer", "number", "professionalTitleCode",
             "revocationReason", "revokedOn", "successor", "supersededBecause", "supersededOn", "suspendedOn", "suspensionReason"],
            certificate.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal));
        Assert.Equal("*", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Equal(1, await site.Statements.OfAsync(() => site.Anonymous().GetAsync($"/api/v1/certificates/{code}")));
    }

    [Fact]
    public async Task Page_and_program_tell_neither_day_of_birth_nor_person_nor_organisation()
    {
        var open = await ClassOnSite.OpenAsync(site, exam: false);
        var trainee = await open.TraineeAsync("Nguyễn Thị Thùy Dương", new DateOnly(1987, 11, 23));
        var code = await open.EarnCertificateAsync(trainee);
        var entry = (await site.UseAsync<Lms.Certificates.Register.CertificateRegister, Lms.Certificates.Register.RegisterEntry?>(r => r.FindAsync(CertificateCode.TryParse(code, out var parsed) ? parsed : default)))!;
        string[] secrets = [trainee.Key.ToString(), trainee.Key.ToString("N"), "@example.vn", await site.StaffCodeOf(trainee.Key), "23/11", "11-23", "1123", entry.BirthPlace ?? "?birth place?", entry.OrganisationName ?? "?organisation?"];
        foreach (var address in new[] { $"/C/{code}", $"/api/v1/certificates/{code}" })
        {
            var text = await (await site.Anonymous().GetAsync(address)).Content.ReadAsStringAsync();
            foreach (var secret in secrets) Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task Unknown_and_malformed_codes_get_one_answer_at_one_price()
    {
        foreach (var code in new[] { CertificateCode.New().Value, "ABCDEFGHABCDEFGH", "x", new string('0', 300), "%2520" })
        {
            var answer = await site.Anonymous().GetAsync($"/api/v1/certificates/{code}");
            var json = await JsonAsync(answer);
            Assert.Equal((HttpStatusCode.NotFound, "unknown"), (answer.StatusCode, json.GetProperty("standing").GetString()));
            Assert.Equal(["certificate", "checkedAt", "standing"], json.EnumerateObject().Select(p => p.Name).Order());
            Assert.Equal(1, await site.Statements.OfAsync(() => site.Anonymous().GetAsync($"/api/v1/certificates/{code}")));
        }
    }

    [Fact]
    public async Task Many_codes_and_watches_are_for_those_who_have_a_key()
    {
        var code = await IssuedAsync();
        foreach (var key in new[] { null, "lms_00000000000000000000000000000000" })
            foreach (var (method, path) in new[] { (HttpMethod.Post, "/api/v1/certificates/checks"), (HttpMethod.Get, "/api/v1/watches"), (HttpMethod.Put, $"/api/v1/watches/{code}"), (HttpMethod.Delete, $"/api/v1/watches/{code}") })
                Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(method, path, key, "[]")).StatusCode);

        var own = await KeyAsync();
        var many = await JsonAsync(await SendAsync(HttpMethod.Post, "/api/v1/certificates/checks", own, JsonSerializer.Serialize(new[] { code, "x" })));
        Assert.Equal(["valid", "unknown"], many.EnumerateArray().Select(a => a.GetProperty("standing").GetString()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SendAsync(HttpMethod.Post, "/api/v1/certificates/checks", own, JsonSerializer.Serialize(Enumerable.Repeat("x", 1001)))).StatusCode);

        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(HttpMethod.Put, "/api/v1/watches/x", own)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await SendAsync(HttpMethod.Put, $"/api/v1/watches/{code}", own)).StatusCode);
        Assert.Equal(code, Assert.Single((await JsonAsync(await SendAsync(HttpMethod.Get, "/api/v1/watches", own))).EnumerateArray()).GetProperty("code").GetString());
        Assert.Equal(HttpStatusCode.NoContent, (await SendAsync(HttpMethod.Delete, $"/api/v1/watches/{code}", own)).StatusCode);
        Assert.Empty((await JsonAsync(await SendAsync(HttpMethod.Get, "/api/v1/watches", own))).EnumerateArray());
    }

    [Fact]
    public async Task Who_brings_a_wrong_key_is_told_so_even_where_none_is_needed() =>
        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(HttpMethod.Get, $"/api/v1/certificates/{await IssuedAsync()}", "wrong")).StatusCode);

    [Fact]
    public async Task The_document_for_programs_describes_every_route()
    {
        var document = await JsonAsync(await site.Anonymous().GetAsync("/openapi/v1.json"));
        Assert.StartsWith("3.", document.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        Assert.Equal(["/api/v1/certificates/{code}", "/api/v1/certificates/checks", "/api/v1/watches", "/api/v1/watches/{code}"], document.GetProperty("paths").EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal).OrderBy(p => p.Replace('{', '!')));
        Assert.True(document.GetProperty("components").GetProperty("schemas").TryGetProperty("CertificateAnswer", out _));
    }

    private async Task<string> IssuedAsync()
    {
        var open = await ClassOnSite.OpenAsync(site, exam: false);
        return await open.EarnCertificateAsync(await open.TraineeAsync("Nguyễn Thị Thùy Dương", new DateOnly(1987, 11, 23)));
    }

    private async Task<string> KeyAsync() =>
        (await site.UseAsync<ApiKeys, (ApiKeyProblem Problem, IssuedApiKey? Issued)>(k => k.IssueAsync(new ApiKeyDraft("Bệnh viện", 600, "https://example.com/hook"), Guid.CreateVersion7()))).Issued!.Text;

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? key, string? json = null)
    {
        var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json") };
        if (key is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return site.Anonymous().SendAsync(request);
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer) => JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
}
