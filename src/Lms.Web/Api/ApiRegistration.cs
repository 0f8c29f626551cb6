using System.Text.Encodings.Web;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Lms.Web.Api.Webhooks;

namespace Lms.Web.Api;

/// <summary>What programs of employers talk to: documented at /openapi/v1.json, explained at /verify/api.</summary>
internal static class ApiRegistration
{
    public static IServiceCollection AddApi(this IServiceCollection services, IConfiguration configuration)
    {
        services.ConfigureHttpJsonOptions(o =>
        {
            o.SerializerOptions.Converters.Add(new JsonStringEnumConverter(System.Text.Json.JsonNamingPolicy.CamelCase));
            o.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All); // Vietnamese letters as letters
        });
        services.AddOpenApi("v1", o => o.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new() { Title = "Certificate verification", Version = "v1", Description = "Checks certificates against the register, and tells when a watched one changes." };
            return Task.CompletedTask;
        }));
        services.AddSingleton(s => new ApiCallers(configuration, s.GetRequiredService<TimeProvider>()));
        return services.AddWebhooks(configuration);
    }

    public static void MapApi(this IEndpointRouteBuilder app)
    {
        app.MapOpenApi().AllowAnonymous();
        var api = app.MapGroup("/api/v1").AllowAnonymous().DisableAntiforgery();
        api.MapCertificates();
        api.MapWatches();
    }
}
