namespace Lms.Web.Features.Exams;

using Lms.Web.Features.Exams.Entry;

internal static class ExamsRegistration
{
    public static IServiceCollection AddExamPages(this IServiceCollection services) => services.AddSingleton<WrongCodes>().AddSingleton<Sitting.PulsePace>();
}
