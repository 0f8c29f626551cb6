using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Lms.Web.Platform;

/// <summary>
/// Behind a proxy the visitor's address and scheme come in headers that anybody can forge, so they are believed only from
/// the networks in <c>Proxy:Trusted</c>: addresses or ranges, separated by commas, for example "10.0.0.0/8, 192.168.1.5".
/// </summary>
internal static class TrustedProxies
{
    public static IServiceCollection AddTrustedProxies(this IServiceCollection services, IConfiguration configuration)
    {
        var networks = (configuration["Proxy:Trusted"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Parse).ToList();
        return services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = networks.Count == 0 ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            options.KnownIPNetworks.Clear();
            options.KnownProxies.Clear();
            foreach (var network in networks) options.KnownIPNetworks.Add(network);
        });
    }

    private static System.Net.IPNetwork Parse(string text)
    {
        if (System.Net.IPNetwork.TryParse(text, out var network)) return network;
        if (IPAddress.TryParse(text, out var address)) return new System.Net.IPNetwork(address, address.GetAddressBytes().Length * 8);
        throw new StartupProblem($"Proxy:Trusted holds \"{text}\": give addresses or ranges like 10.0.0.0/8, separated by commas.");
    }
}
