using System.Net;

namespace Lms.Web.Api.Webhooks;

internal static class WebhookRegistration
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static IServiceCollection AddWebhooks(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddHttpClient<WebhookSender>(client => client.Timeout = Patience)
            // No redirect is followed and no proxy asked: either would lead where nobody has looked.
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false, UseProxy = false, UseCookies = false, ConnectTimeout = Patience, MaxResponseHeadersLength = 16, MaxConnectionsPerServer = 2,
                AutomaticDecompression = DecompressionMethods.None, ConnectCallback = PublicAddresses.ConnectAsync,
            });
        services.AddScoped<WebhookDispatch>();
        return services;
    }
}
