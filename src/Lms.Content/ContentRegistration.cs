using Lms.Content.Media;
using Lms.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Content;

public static class ContentRegistration
{
    public static IServiceCollection AddContent(this IServiceCollection services) => services
        .AddModelPart<MediaLibrary>().AddScoped<Courses.Courses>().AddScoped<MediaLibrary>();
}
