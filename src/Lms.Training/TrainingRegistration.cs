using Lms.Data;
using Lms.Training.Classes;
using Lms.Training.Enrolments;
using Lms.Training.Organisations;
using Lms.Training.Progress;
using Lms.Training.Reports;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Training;

public static class TrainingRegistration
{
    public static IServiceCollection AddTraining(this IServiceCollection services) => services
        .AddModelPart<ProgrammeReports>()
        .AddScoped<Organisations.Organisations>().AddScoped<People>().AddScoped<Programmes.Programmes>()
        .AddScoped<Classes.Classes>().AddScoped<Enrolments.Enrolments>().AddScoped<Learning>().AddScoped<ProgrammeReports>();
}
