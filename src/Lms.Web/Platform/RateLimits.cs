using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace Lms.Web.Platform;

/// <summary>
/// How often one address may sign in, look up certificates, or ask what costs more than one code: a number, a PDF, a list
/// (<c>RateLimits:SignIn</c>, <c>RateLimits:Verify</c>, <c>RateLimits:Search</c>, each with Burst and PerMinute). A burst is large because a whole exam room comes from one address; single accounts are guarded by
/// the lockout after five wrong passwords. Each node counts for itself.
/// </summary>
internal static class RateLimits
{
    public const string SignIn = "sign-in", Verify = "verify", Search = "search";

    internal sealed record Limit(int Burst, int PerMinute);

    public static IServiceCollection AddRateLimits(this IServiceCollection services, IConfiguration configuration)
    {
        var enabled = AreEnabled(configuration);
        return services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests; // the body is an error page's, see ErrorPages
            options.OnRejected = (context, _) =>
            {
                context.HttpContext.Response.Headers.RetryAfter = "60";
                return ValueTask.CompletedTask;
            };
            Add(SignIn, Read(configuration, "RateLimits:SignIn", new Limit(Burst: 150, PerMinute: 30)));
            Add(Verify, Read(configuration, "RateLimits:Verify", new Limit(Burst: 120, PerMinute: 60)));
            Add(Search, Read(configuration, "RateLimits:Search", new Limit(Burst: 20, PerMinute: 10)));

            void Add(string policy, Limit limit) => options.AddPolicy(policy, context => enabled
                ? RateLimitPartition.GetTokenBucketLimiter(AddressOf(context), _ => new TokenBucketRateLimiterOptions
                {
                    TokenLimit = limit.Burst, TokensPerPeriod = limit.PerMinute, ReplenishmentPeriod = TimeSpan.FromMinutes(1), QueueLimit = 0,
                })
                : RateLimitPartition.GetNoLimiter(""));
        });
    }

    internal static bool AreEnabled(IConfiguration configuration) => configuration.GetValue("RateLimits:Enabled", true);

    /// <summary>One IPv6 visitor owns a whole /64 and may change within it at every request.</summary>
    internal static string AddressOf(HttpContext context) => context.Connection.RemoteIpAddress switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } address => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } address => new IPAddress([.. address.GetAddressBytes()[..8], 0, 0, 0, 0, 0, 0, 0, 0]).ToString(),
        var address => address.ToString(),
    };

    internal static Limit Read(IConfiguration configuration, string key, Limit otherwise) =>
        new(Number(configuration, $"{key}:Burst", otherwise.Burst), Number(configuration, $"{key}:PerMinute", otherwise.PerMinute));

    private static int Number(IConfiguration configuration, string key, int otherwise)
    {
        if (configuration[key] is not { Length: > 0 } text) return otherwise;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number : throw new StartupProblem($"{key} is \"{text}\": give a number of at least 1.");
    }
}
