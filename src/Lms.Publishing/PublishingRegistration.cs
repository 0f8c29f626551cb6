using Lms.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Publishing;

public static class PublishingRegistration
{
    public static IServiceCollection AddPublishing(this IServiceCollection services) =>
        services.AddModelPart<Publications>().AddScoped<Publications>();
}
