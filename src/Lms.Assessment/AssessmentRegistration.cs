using Lms.Assessment.Attempts;
using Lms.Assessment.Questions;
using Lms.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Assessment;

public static class AssessmentRegistration
{
    public static IServiceCollection AddAssessment(this IServiceCollection services) => services
        .AddModelPart<Exams>().AddScoped<QuestionBanks>().AddScoped<Papers.Papers>().AddScoped<Exams>().AddScoped<ExamResults>();
}
