using System.Net;
using System.Security.Claims;
using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Lms.Web.Identity;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Lms.UnitTests.Infrastructure.Web;

/// <summary>A browser in a person's hands: keeps cookies, follows no redirect, and brings the antiforgery token along.</summary>
public sealed class WebVisitor(HttpClient client, CookieContainer cookies, IServiceProvider services, Guid? personKey)
{
    public Guid Key => personKey ?? throw new InvalidOperationException("This visitor is nobody.");

    /// <summary>A new session, without the form; the form has tests of its own.</summary>
    public async Task SignInAsync()
    {
        await using var scope = services.CreateAsyncScope();
        var account = await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().FindByIdAsync(Key.ToString());
        var principal = await scope.ServiceProvider.GetRequiredService<SignInManager<Account>>().CreateUserPrincipalAsync(account!);
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var ticket = new AuthenticationTicket(principal, new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now + Session.ExpireTimeSpan }, IdentityConstants.ApplicationScheme);
        cookies.Add(WebSite.Address, new Cookie(Session.Cookie.Name!, Session.TicketDataFormat.Protect(ticket)));
    }

    public bool IsSignedIn => Person.Identity?.IsAuthenticated == true;

    public Task<HttpResponseMessage> GetAsync(string path) => client.GetAsync(new Uri(path, UriKind.Relative));

    /// <summary>The page behind an address; fails where the answer is not 200.</summary>
    public async Task<IHtmlDocument> PageAsync(string path)
    {
        var response = await GetAsync(path);
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"GET {path} answered {(int)response.StatusCode}.");
        return await response.PageAsync();
    }

    public Task<HttpResponseMessage> PostAsync(string path, params (string Name, string? Value)[] fields) =>
        SendAsync(HttpMethod.Post, path, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));

    public Task<HttpResponseMessage> SendJsonAsync(HttpMethod method, string path, string json) =>
        SendAsync(method, path, new StringContent(json, Encoding.UTF8, "application/json"));

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content = null) =>
        SendAsync(new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = content });

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        request.Headers.Add("RequestVerificationToken", FormToken());
        return client.SendAsync(request);
    }

    private string FormToken()
    {
        var tokens = services.GetRequiredService<IAntiforgery>().GetTokens(new DefaultHttpContext { RequestServices = services, User = Person });
        var name = services.GetRequiredService<IOptions<AntiforgeryOptions>>().Value.Cookie.Name!;
        cookies.Add(WebSite.Address, new Cookie(name, tokens.CookieToken));
        return tokens.RequestToken!;
    }

    /// <summary>Whom the site would see: read from the session cookie, as the site does.</summary>
    private ClaimsPrincipal Person
    {
        get
        {
            var request = new DefaultHttpContext();
            request.Request.Headers.Cookie = cookies.GetCookieHeader(WebSite.Address);
            var cookie = Session.CookieManager.GetRequestCookie(request, Session.Cookie.Name!);
            return Session.TicketDataFormat.Unprotect(cookie)?.Principal ?? new ClaimsPrincipal(new ClaimsIdentity());
        }
    }

    private CookieAuthenticationOptions Session =>
        services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
}

public static class WebAnswers
{
    public static async Task<IHtmlDocument> PageAsync(this HttpResponseMessage response) =>
        await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());

    /// <summary>Where a redirect leads, as path and query; null where the answer is none.</summary>
    public static string? Leads(this HttpResponseMessage response) =>
        response.Headers.Location is not { } to ? null : to.IsAbsoluteUri ? to.PathAndQuery : to.OriginalString;
}
