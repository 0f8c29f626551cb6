using Lms.Assessment;
using Lms.Certificates;
using Lms.Content;
using Lms.Publishing;
using Lms.Training;
using Lms.Web.Api;
using Lms.Web.Cli;
using Lms.Web.Features.Authoring;
using Lms.Web.Features.Department;
using Lms.Web.Features.Invigilation;
using Lms.Web.Features.Exams;
using Lms.Web.Identity;
using Lms.Web.Jobs;
using Lms.Web.Mail;
using Lms.Web.Platform;
using Lms.Web.Theming;

return await CommandLine.RunAsync(args, (arguments, addMore) =>
{
    var builder = WebApplication.CreateBuilder(arguments);
    var database = DatabaseChoice.Read(builder.Configuration, builder.Environment);
    builder.Services
        .AddDatabase(database)
        .AddPublishing().AddContent().AddAssessment().AddCertificates().AddTraining()
        .AddLmsIdentity()
        .AddMail(builder.Configuration, builder.Environment)
        .AddTheming(builder.Configuration)
        .AddAuthoring().AddDepartment().AddInvigilation().AddExamPages()
        .AddPrintedAddress(builder.Configuration)
        .AddApi(builder.Configuration)
        .AddMasterKey(builder.Configuration, builder.Environment, database)
        .AddDocumentKey(builder.Configuration, builder.Environment, database)
        .AddJobs(database, builder.Configuration)
        .AddPlatform(builder.Configuration);
    addMore(builder.Services);
    var app = builder.Build();
    app.UsePlatform();
    app.UseAuthentication();
    app.UseAuthorization();
    app.MapPlatform();
    app.MapTheme();
    app.MapApi();
    app.MapControllers().WithStaticAssets();
    return app;
});
