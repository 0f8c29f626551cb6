using Lms.Web.Seeds.Demo;
using Lms.Web.Seeds.People;
using Lms.Web.Seeds.Replay;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Lms.Web.Seeds;

internal static class ScenarioRegistration
{
    /// <summary>
    /// For the commands that play a scenario: the seeds, and a clock that the scenario moves in place of the system's.
    /// A site that serves visitors never has it.
    /// </summary>
    public static IServiceCollection AddScenarios(this IServiceCollection services)
    {
        services.AddSingleton<ScenarioClock>();
        services.Replace(ServiceDescriptor.Singleton<TimeProvider>(s => s.GetRequiredService<ScenarioClock>()));
        return services
            .AddScoped<DemoSeed>().AddScoped<DemoCatalogue>().AddScoped<DemoCourses>().AddScoped<DemoPractice>().AddScoped<DemoReview>().AddScoped<DemoClasses>().AddScoped<DemoDecision>().AddScoped<TraineeRun>().AddScoped<Load.LoadPaper>().AddScoped<Load.LoadSeed>().AddScoped<Load.BatchSeed>()
            .AddSingleton<HcmcReplay>().AddSingleton<ReplayReport>();
    }
}
