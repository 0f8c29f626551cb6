using Lms.Assessment;
using Lms.Certificates;
using Lms.Content;
using Lms.Publishing;
using Lms.Training;
using Lms.Web.Cli;
using Lms.Web.Features.Authoring;
using Lms.Web.Identity;
using Lms.Web.Jobs;
using Lms.Web.Mail;
using Lms.Web.Platform;
using Lms.Web.Theming;

return await CommandLine.RunAsync(args, (arguments, addMore) =>
{
    var builder = WebApplication.CreateBuilder(arguments);
    builder.Services
        .AddDatabase(builder.Configuration, builder.Environment)
        .AddPublishing().AddContent().AddAssessment().AddCertificates().AddTraining()
        .AddLmsIdentity()
        .AddMail(builder.Configuration)
        .AddTheming(builder.Configuration)
        .AddAuthoring()
        .AddJobs(builder.Configuration)
        .AddPlatform(builder.Configuration, builder.Environment);
    addMore(builder.Services);
    var app = builder.Build();
    app.UsePlatform();
    app.UseAuthentication();
    app.UseAuthorization();
    app.MapPlatform();
    app.MapTheme();
    app.MapControllers().WithStaticAssets();
    return app;
});
