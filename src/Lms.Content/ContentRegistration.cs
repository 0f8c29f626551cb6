using Lms.Content.Courses;
using Lms.Content.Media;
using Lms.Data;
using Lms.Publishing;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Content;

public static class ContentRegistration
{
    public static IServiceCollection AddContent(this IServiceCollection services) => services
        .AddModelPart<MediaLibrary>()
        .AddSingleton<CourseVersionCache>()
        .AddScoped(s => new Courses.Courses(
            s.GetRequiredService<LmsDb>(), s.GetRequiredService<Publications>(), s.GetRequiredService<CourseVersionCache>(), s.GetRequiredService<TimeProvider>()))
        .AddScoped<MediaLibrary>();
}
