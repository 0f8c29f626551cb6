using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Lms.Certificates.Employers;
using Lms.Certificates.Verification;

namespace Lms.Web.Api.Webhooks;

/// <summary>What a webhook receives, as JSON.</summary>
/// <param name="Id">The same at every try: a receiver who keeps it takes nothing in twice.</param>
public sealed record StandingChanged(Guid Id, string Type, string Code, Standing Previous, Standing Standing, DateTime ChangedAt);

/// <summary>
/// Sends one notification. The header <c>Lms-Signature: t=1772413200,v1=5257a8…</c> holds HMAC-SHA256, with the webhook's
/// secret, over the time, a dot and the body: who checks both takes neither forgeries nor old messages sent again.
/// </summary>
internal sealed class WebhookSender(HttpClient http, TimeProvider clock)
{
    public const string SignatureHeader = "Lms-Signature";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    /// <returns>What went wrong; null where the receiver answered with 2xx.</returns>
    public async Task<string?> SendAsync(DueDelivery due, CancellationToken ct)
    {
        if (!Uri.TryCreate(due.Address, UriKind.Absolute, out var address) || address.Scheme != Uri.UriSchemeHttps) return "Not an https address.";
        var body = JsonSerializer.SerializeToUtf8Bytes(new StandingChanged(due.Key, "certificate.standing", due.Code.Value, due.Previous, due.Standing, due.ChangedAt), Json);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add(SignatureHeader, Sign(body, due.Secret, clock.GetUtcNow().ToUnixTimeSeconds()));
        try
        {
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
            return answer.IsSuccessStatusCode ? null : $"Answered {(int)answer.StatusCode}.";
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException && !ct.IsCancellationRequested)
        {
            return (e.InnerException ?? e).Message;
        }
    }

    public static string Sign(byte[] body, byte[] secret, long seconds)
    {
        byte[] signed = [.. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seconds}.")), .. body];
        return string.Create(CultureInfo.InvariantCulture, $"t={seconds},v1={Convert.ToHexStringLower(HMACSHA256.HashData(secret, signed))}");
    }
}
