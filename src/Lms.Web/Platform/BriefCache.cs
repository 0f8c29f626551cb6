using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Net.Http.Headers;

namespace Lms.Web.Platform;

/// <summary>
/// Keeps a page for a few seconds (<c>Verification:KeptSeconds</c>, 5 where it is not set, 0 for never), as it is sent:
/// compressed. For pages that are the same for everybody who is not signed in; whoever brings a session gets a page of his own.
/// A certificate that goes round, in a post or on an office's screen, then costs the database one question every few seconds.
/// </summary>
internal sealed class BriefCache(TimeSpan kept) : IOutputCachePolicy
{
    public const string Policy = "brief";
    private static readonly string[] Harmless = ["lang", Theming.ThemeChoice.Cookie];

    public static IServiceCollection AddTo(IServiceCollection services, IConfiguration configuration)
    {
        var policy = new BriefCache(TimeSpan.FromSeconds(configuration.GetValue("Verification:KeptSeconds", 5)));
        return services.AddOutputCache(o => o.AddPolicy(Policy, policy));
    }

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        var isForAll = kept > TimeSpan.Zero && HttpMethods.IsGet(request.Method) && !request.QueryString.HasValue && !request.Headers.ContainsKey(HeaderNames.Authorization)
            && request.Cookies.Keys.All(Harmless.Contains);
        (context.EnableOutputCaching, context.AllowCacheLookup, context.AllowCacheStorage, context.AllowLocking) = (isForAll, isForAll, isForAll, true);
        context.ResponseExpirationTimeSpan = kept;
        // The host is part of the key already: pages say which address they stand at.
        context.CacheVaryByRules.VaryByValues["looks"] = $"{Thread.CurrentThread.CurrentUICulture.Name} {request.Cookies[Theming.ThemeChoice.Cookie]}";
        context.CacheVaryByRules.VaryByValues["packed"] = Packing(request.Headers.AcceptEncoding.ToString());
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        if (response.StatusCode != StatusCodes.Status200OK || response.Headers.ContainsKey(HeaderNames.SetCookie)) context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }

    /// <summary>Browsers write this header in many ways that come to the same.</summary>
    private static string Packing(string accepted) => accepted.Contains("br", StringComparison.Ordinal) ? "br" : accepted.Contains("gzip", StringComparison.Ordinal) ? "gzip" : "";
}
