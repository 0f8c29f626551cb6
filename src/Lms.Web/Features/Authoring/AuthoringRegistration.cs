namespace Lms.Web.Features.Authoring;

internal static class AuthoringRegistration
{
    public static IServiceCollection AddAuthoring(this IServiceCollection services) =>
        services.AddScoped<Owners>().AddScoped<Chronicle>();
}
