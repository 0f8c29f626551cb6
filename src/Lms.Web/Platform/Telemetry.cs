using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Lms.Web.Platform;

/// <summary>
/// Traces and metrics over OTLP to <c>OpenTelemetry:Endpoint</c>; without it nothing is measured. The standard variables
/// (OTEL_EXPORTER_OTLP_HEADERS, OTEL_RESOURCE_ATTRIBUTES …) add to it.
/// </summary>
internal sealed class Telemetry(Uri endpoint) : IHostedService, IDisposable
{
    private static readonly string[] Sources = ["Microsoft.AspNetCore", "Npgsql", "Quartz", "Lms"];
    private static readonly string[] Meters = ["Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting", "System.Runtime", "Npgsql", "Lms"];

    private TracerProvider? traces;
    private MeterProvider? metrics;

    public static IServiceCollection AddTelemetry(IServiceCollection services, IConfiguration configuration)
    {
        var text = configuration["OpenTelemetry:Endpoint"];
        if (string.IsNullOrWhiteSpace(text)) return services;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var endpoint) || endpoint.Scheme is not ("http" or "https"))
            throw new StartupProblem($"OpenTelemetry:Endpoint is \"{text}\": give the collector's address, for example http://localhost:4317.");
        return services.AddHostedService(_ => new Telemetry(endpoint));
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var resource = ResourceBuilder.CreateDefault().AddService("lms", serviceVersion: typeof(Telemetry).Assembly.GetName().Version?.ToString(3), serviceInstanceId: Environment.MachineName);
        traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(Sources)
            .AddOtlpExporter(o => Address(o, "v1/traces")).Build();
        metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter(Meters)
            .AddOtlpExporter(o => Address(o, "v1/metrics")).Build();
        return Task.CompletedTask;
    }

    /// <summary>What was measured last still leaves the process.</summary>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        traces?.ForceFlush(2000);
        metrics?.ForceFlush(2000);
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        traces?.Dispose();
        metrics?.Dispose();
    }

    /// <summary>Port 4318 is OTLP's for HTTP, where each signal has its own path; anything else is taken for gRPC.</summary>
    private void Address(OtlpExporterOptions options, string path)
    {
        var http = endpoint.Port == 4318;
        options.Protocol = http ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc;
        options.Endpoint = http ? new Uri(endpoint, path) : endpoint;
    }
}
