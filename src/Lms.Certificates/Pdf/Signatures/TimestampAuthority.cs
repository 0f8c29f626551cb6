using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using Microsoft.Extensions.Logging;

namespace Lms.Certificates.Pdf.Signatures;

/// <summary>Asks a time-stamping authority (RFC 3161) to confirm that a signature exists now. Whatever goes wrong, the answer is that there is none: no download waits for somebody else's server.</summary>
internal sealed partial class TimestampAuthority(TimeProvider clock, ILogger<TimestampAuthority> log) : IDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5), Pause = TimeSpan.FromMinutes(1);

    private readonly HttpClient http = new() { Timeout = Patience, MaxResponseContentBufferSize = 64 * 1024 };
    private long notBefore;

    /// <summary>After a failure it is left alone for a minute: a class of 75 would wait five seconds each.</summary>
    public async Task<byte[]?> TokenAsync(string address, byte[] signature, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (now.UtcTicks < Interlocked.Read(ref notBefore)) return null;
        try
        {
            var request = Rfc3161TimestampRequest.CreateFromData(signature, HashAlgorithmName.SHA256, requestSignerCertificates: true, nonce: RandomNumberGenerator.GetBytes(8));
            using var content = new ByteArrayContent(request.Encode());
            content.Headers.ContentType = new MediaTypeHeaderValue("application/timestamp-query");
            using var answer = await http.PostAsync(new Uri(address), content, ct);
            answer.EnsureSuccessStatusCode();
            // Checked: that it answers this very request, nonce and digest included.
            return request.ProcessResponse(await answer.Content.ReadAsByteArrayAsync(ct), out _).AsSignedCms().Encode();
        }
        catch (Exception e) when (e is HttpRequestException or CryptographicException or IOException || e is OperationCanceledException && !ct.IsCancellationRequested)
        {
            Interlocked.Exchange(ref notBefore, (now + Pause).UtcTicks);
            NoTimestamp(address, e.Message);
            return null;
        }
    }

    public void Dispose() => http.Dispose();

    [LoggerMessage(LogLevel.Warning, "The time-stamping authority {Address} gave no timestamp ({Reason}); documents are signed without one for a minute.")]
    private partial void NoTimestamp(string address, string reason);
}
