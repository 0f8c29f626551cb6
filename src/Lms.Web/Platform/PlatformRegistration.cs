using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace Lms.Web.Platform;

/// <summary>What every request passes through before it reaches a feature, in that order.</summary>
internal static class PlatformRegistration
{
    public static IServiceCollection AddPlatform(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddHttpContextAccessor();
        services.AddSingleton<SiteAddress>();
        StartupPhase.AddTo(services);
        services.AddHealth();
        services.AddProtectionKeys();
        services.AddTrustedProxies(configuration);
        services.AddRateLimits(configuration);
        BriefCache.AddTo(services, configuration);
        Telemetry.AddTelemetry(services, configuration);
        services.AddHsts(o => o.MaxAge = TimeSpan.FromDays(365));
        services.AddCompression();
        return services;
    }

    public static void UsePlatform(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        if (!app.Environment.IsDevelopment()) app.UseHsts();
        app.UseHeadRequests();
        app.UseErrorPages();
        app.UseRequestLocalization();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseOutputCache(); // keeps what compression has made of a page
        app.UseResponseCompression();
    }

    public static void MapPlatform(this WebApplication app) => app.MapHealth();

    /// <summary>
    /// Pages over HTTPS too. The attack on compressed secrets (BREACH) needs a victim's browser to fetch a page many times
    /// with text of the attacker's: our cookie is SameSite, so another site's fetches are anonymous, and form tokens differ
    /// in every answer. The theme's files are compressed once, by the build.
    /// </summary>
    private static void AddCompression(this IServiceCollection services)
    {
        services.AddResponseCompression(o =>
        {
            o.EnableForHttps = true;
            o.MimeTypes = ["text/html", "text/plain", "text/csv", "application/json", "application/problem+json", "image/svg+xml"];
        });
        services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
    }
}
