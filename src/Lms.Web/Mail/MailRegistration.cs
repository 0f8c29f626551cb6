namespace Lms.Web.Mail;

internal static class MailRegistration
{
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        var options = configuration.GetSection("Mail:Smtp").Get<SmtpOptions>() ?? new SmtpOptions();
        services.AddSingleton<IMailTransport>(options.Host is { Length: > 0 }
            ? new SmtpTransport(options)
            : new FolderTransport(options, Path.GetFullPath(configuration["Mail:Folder"] ?? "App_Data/mail", environment.ContentRootPath)));
        return services.AddScoped<Outbox>().AddScoped<MailDispatch>();
    }
}
