using System.Net;
using Lms.UnitTests.Infrastructure.Web;
using Lms.Web.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.UnitTests.Web;

public sealed class RouteAccessTests(WebSite site) : IClassFixture<WebSite>
{
    [Fact]
    public void Every_endpoint_says_who_may_use_it()
    {
        var silent = Endpoints().Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is null && e.Metadata.GetMetadata<RequiresAttribute>() is null)
            .Select(e => e.DisplayName ?? e.RoutePattern.RawText);
        Assert.Empty(silent);
    }

    [Fact]
    public void Somebody_has_decided_on_every_route() =>
        Assert.DoesNotContain(Routes().Select(r => r.Pattern), pattern => !RouteTable.TryFind(pattern, out _)); // else: add a row to RouteTable.cs

    [Fact]
    public async Task Without_signing_in_only_public_routes_answer()
    {
        var wrong = new List<string>();
        foreach (var route in Routes())
        {
            if (!RouteTable.TryFind(route.Pattern, out var roles)) continue;
            var response = await SendAsync(site.Anonymous(), route);
            if (AsksToSignIn(response) == roles is null) wrong.Add($"{route}: {(int)response.StatusCode} {response.Leads()}");
        }

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData(Role.Trainee), InlineData(Role.Instructor), InlineData(Role.Author), InlineData(Role.Reviewer)]
    [InlineData(Role.Coordinator), InlineData(Role.Supervisor), InlineData(Role.Registrar), InlineData(Role.Administrator)]
    public async Task A_role_reaches_its_own_routes_and_no_other(Role role)
    {
        var key = await site.OpenAccountAsync(role);
        var wrong = new List<string>();
        foreach (var route in Routes())
        {
            if (!RouteTable.TryFind(route.Pattern, out var roles)) continue;
            // Some routes end sessions, so each request comes with a new one.
            var visitor = site.Visitor(key);
            await visitor.SignInAsync();
            var response = await SendAsync(visitor, route);
            var isWrong = roles is null || roles.Contains(role)
                ? response.StatusCode is HttpStatusCode.Forbidden or >= HttpStatusCode.InternalServerError || AsksToSignIn(response)
                : response.StatusCode is not HttpStatusCode.Forbidden;
            if (isWrong) wrong.Add($"{route}: {(int)response.StatusCode} {response.Leads()}");
        }

        Assert.Empty(wrong);
    }

    private sealed record Route(HttpMethod Method, string Pattern, string Path)
    {
        public override string ToString() => $"{Method} {Path}";
    }

    private List<Route> Routes() =>
    [
        .. from endpoint in Endpoints()
           where endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null
           from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]
           select new Route(new HttpMethod(method), endpoint.RoutePattern.RawText!, "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(Filled))),
    ];

    /// <summary>Without ASP.NET's own catch-all for files, which exists in Development only and answers nothing but 404.</summary>
    private List<RouteEndpoint> Endpoints() =>
        [.. site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(e => e.RoutePattern.RawText != "{**path:file}")];

    private static string Filled(RoutePatternPathSegment segment) => string.Concat(segment.Parts.Select(part => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        RoutePatternParameterPart parameter when Is(parameter, "guid") => "01890000-0000-7000-8000-000000000000",
        RoutePatternParameterPart parameter when Is(parameter, "int") => "1",
        _ => "abcdefghjkmn", // the shape of a public code
    }));

    private static bool Is(RoutePatternParameterPart parameter, string constraint) => parameter.ParameterPolicies.Any(p => p.Content == constraint);

    private static Task<HttpResponseMessage> SendAsync(WebVisitor visitor, Route route) => route.Method.Method switch
    {
        "GET" or "HEAD" => visitor.SendAsync(route.Method, route.Path),
        "POST" => visitor.PostAsync(route.Path),
        _ => visitor.SendJsonAsync(route.Method, route.Path, "{}"),
    };

    /// <summary>A program that is asked for its key is not asked to sign in.</summary>
    private static bool AsksToSignIn(HttpResponseMessage response) =>
        (response.StatusCode is HttpStatusCode.Unauthorized && response.Headers.WwwAuthenticate.All(w => w.Scheme != "Bearer")) || response.Leads()?.StartsWith("/sign-in?", StringComparison.Ordinal) == true;
}
