using System.Collections.Concurrent;
using System.Threading.RateLimiting;
using Lms.Certificates.Employers;
using Lms.Web.Platform;

namespace Lms.Web.Api;

/// <summary>
/// Who is calling, and how often he may: the holder of a key by the key's own limit, anybody else by his address and less
/// (<c>RateLimits:Api</c>). Each node counts for itself, as everywhere.
/// </summary>
internal sealed class ApiCallers : IDisposable
{
    /// <summary>How long a withdrawn key may still work on a node that has just seen it.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, (KnownApiKey Key, DateTimeOffset Until)> known = [];
    private readonly PartitionedRateLimiter<(string Name, int PerMinute, int Burst)> limiter = PartitionedRateLimiter.Create<(string Name, int PerMinute, int Burst), string>(caller =>
        RateLimitPartition.GetTokenBucketLimiter(caller.Name, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = caller.Burst, TokensPerPeriod = Math.Max(1, caller.PerMinute / 6), ReplenishmentPeriod = TimeSpan.FromSeconds(10), QueueLimit = 0,
        }));

    private readonly TimeProvider clock;
    private readonly RateLimits.Limit anonymous;
    private readonly bool enabled;

    public ApiCallers(IConfiguration configuration, TimeProvider clock)
    {
        this.clock = clock;
        anonymous = RateLimits.Read(configuration, "RateLimits:Api", new RateLimits.Limit(Burst: 30, PerMinute: 30));
        enabled = RateLimits.AreEnabled(configuration);
    }

    /// <summary>Null: this request may go on. Else the answer that refuses it.</summary>
    public async ValueTask<IResult?> RefusalAsync(HttpContext context)
    {
        var text = TextOf(context.Request);
        var key = text is null ? null : await FindAsync(text, context);
        if (key is not null) context.Items[typeof(KnownApiKey)] = key;
        // A wrong key is counted like no key: who tries keys is as slow as anybody.
        var caller = key is null ? (RateLimits.AddressOf(context), anonymous.PerMinute, anonymous.Burst) : ($"key {key.Key:N}", key.PerMinute, key.PerMinute);
        if (enabled && !limiter.AttemptAcquire(caller).IsAcquired)
        {
            context.Response.Headers.RetryAfter = "10";
            return Problem(StatusCodes.Status429TooManyRequests, "Too many requests. Wait for Retry-After seconds; with an API key more are allowed.");
        }

        if (text is null || key is not null) return null;
        return Unauthorized(context, "This API key is not known, or it was withdrawn.");
    }

    public static KnownApiKey? KeyOf(HttpContext context) => context.Items[typeof(KnownApiKey)] as KnownApiKey;

    public static IResult Unauthorized(HttpContext context, string why)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return Problem(StatusCodes.Status401Unauthorized, why);
    }

    public static IResult Problem(int status, string why) => TypedResults.Problem(why, statusCode: status);

    public void Dispose() => limiter.Dispose();

    /// <summary>Authorization: Bearer …, or X-Api-Key for those who cannot set that one.</summary>
    private static string? TextOf(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)) return header["Bearer ".Length..].Trim();
        return request.Headers["X-Api-Key"].ToString() is { Length: > 0 } own ? own.Trim() : null;
    }

    private async ValueTask<KnownApiKey?> FindAsync(string text, HttpContext context)
    {
        var now = clock.GetUtcNow();
        if (known.TryGetValue(text, out var seen) && now < seen.Until) return seen.Key;
        known.TryRemove(text, out _);
        if (await context.RequestServices.GetRequiredService<ApiKeys>().FindAsync(text, context.RequestAborted) is not { } key) return null;
        known[text] = (key, now + Remembered);
        return key;
    }
}
