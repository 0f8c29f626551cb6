using Lms.Web.Features.Register.Proposals;
using Lms.Web.Issuing;

namespace Lms.Web.Features.Register;

internal static class RegisterRegistration
{
    public static IServiceCollection AddRegisterPages(this IServiceCollection services) => services
        .AddScoped<ProposalPages>().AddScoped<Lifecycle.Renewals>().AddScoped<CertificateLetters>().AddScoped<DecisionRun>().AddScoped<ReminderRun>().AddHostedService<VerificationFlush>();
}
