namespace Lms.Web.Platform;

internal static class PlatformRegistration
{
    public static IServiceCollection AddPlatform(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddHttpContextAccessor();
        services.AddSingleton<SiteAddress>();
        services.AddStartupPhase();
        services.AddHealth();
        return services;
    }

    public static void UsePlatform(this WebApplication app)
    {
        app.UseRequestLocalization();
        app.UseRouting();
    }

    public static void MapPlatform(this WebApplication app)
    {
        app.MapHealth();
    }
}
