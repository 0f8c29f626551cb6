using Lms.Assessment.Attempts;
using Lms.Content.Courses;
using Lms.Data;
using Lms.Training.Completion;
using Lms.Training.Organisations;
using Lms.Training.Progress;
using Lms.Training.Reports;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Training;

public static class TrainingRegistration
{
    public static IServiceCollection AddTraining(this IServiceCollection services) => services
        .AddModelPart<ProgrammeReports>()
        .AddScoped<ProgrammeAward>().AddScoped<CompletionRule>().AddScoped<IAttemptListener, GradingListener>()
        .AddScoped<Organisations.Organisations>().AddScoped<People>().AddScoped<Programmes.Programmes>()
        .AddScoped<Classes.Classes>().AddScoped<Classes.Responsibilities>().AddScoped<OrganisationProgress>().AddScoped<ProgrammeReports>()
        .AddScoped(s => new Enrolments.Enrolments(
            s.GetRequiredService<LmsDb>(), s.GetRequiredService<Courses>(), s.GetRequiredService<ProgrammeAward>(), s.GetRequiredService<TimeProvider>()))
        .AddScoped(s => new Certification(s.GetRequiredService<LmsDb>(), s.GetRequiredService<Courses>(), s.GetRequiredService<ProgrammeAward>(), s.GetRequiredService<TimeProvider>()))
        .AddScoped(s => new Learning(
            s.GetRequiredService<LmsDb>(), s.GetRequiredService<Courses>(), s.GetRequiredService<CompletionRule>(), s.GetRequiredService<TimeProvider>()));
}
