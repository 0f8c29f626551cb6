using Lms.Assessment.Analysis;
using Lms.Assessment.Attempts;
using Lms.Assessment.Attempts.Files;
using Lms.Assessment.Invigilation;
using Lms.Assessment.Papers.Drawing;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Cases;
using Lms.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Assessment;

public static class AssessmentRegistration
{
    public static IServiceCollection AddAssessment(this IServiceCollection services) => services
        .AddModelPart<Exams>().AddSingleton<FrozenPapers>()
        .AddScoped<QuestionBanks>().AddScoped<BankSettings>().AddScoped<BankContents>().AddScoped<QuestionSearch>().AddScoped<QuestionVersions>().AddScoped<QuestionUsage>().AddScoped<BulkEditing>().AddScoped<CaseStudies>()
        .AddScoped<Papers.Papers>().AddScoped<Papers.Blueprints>().AddScoped<Papers.Printing.PrintedPapers>().AddScoped<Practice>().AddScoped<TimedSections>().AddScoped<ExamDoors>().AddScoped<Standards.StandardSettings>()
        .AddScoped<Exams>().AddScoped<AnswerFiles>().AddScoped<ExamResults>().AddScoped<ExamAnalysis>().AddScoped<Marking.Marking>().AddScoped<Appeals.Appeals>().AddScoped<Regrading.Regrading>()
        .AddScoped<Seats>().AddScoped<Interventions>().AddScoped<ExamRooms>().AddScoped<Replays>();
}
