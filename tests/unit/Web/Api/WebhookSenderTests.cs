using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Lms.Certificates.Employers;
using Lms.Certificates.Verification;
using Lms.Web.Api.Webhooks;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.UnitTests.Web.Api;

public sealed class WebhookSenderTests
{
    private static readonly byte[] Secret = RandomNumberGenerator.GetBytes(32);

    [Fact]
    public async Task A_notification_is_signed_over_its_time_and_its_text()
    {
        var receiver = new Receiver(HttpStatusCode.NoContent);
        var due = Due("https://example.com/hook");

        Assert.Null(await new WebhookSender(new HttpClient(receiver), TimeProvider.System).SendAsync(due, default));

        var (header, body) = Assert.Single(receiver.Received);
        var parts = header.Split(',').Select(p => p.Split('=')).ToDictionary(p => p[0], p => p[1]);
        Assert.Equal(Convert.ToHexStringLower(HMACSHA256.HashData(Secret, Encoding.UTF8.GetBytes($"{parts["t"]}.{body}"))), parts["v1"]);
        var json = JsonDocument.Parse(body).RootElement;
        Assert.Equal((due.Key.ToString(), due.Code.Value, "valid", "revoked"),
            (json.GetProperty("id").GetString(), json.GetProperty("code").GetString(), json.GetProperty("previous").GetString(), json.GetProperty("standing").GetString()));
        // The receiver learns the code it asked about and its standing: no name, no date of birth.
        Assert.Equal(["changedAt", "code", "id", "previous", "standing", "type"], json.EnumerateObject().Select(p => p.Name).Order());
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError), InlineData(HttpStatusCode.Redirect), InlineData(HttpStatusCode.NotFound)]
    public async Task Any_other_answer_is_a_failure_a_redirect_too(HttpStatusCode answer) =>
        Assert.Equal($"Answered {(int)answer}.", await new WebhookSender(new HttpClient(new Receiver(answer)), TimeProvider.System).SendAsync(Due("https://example.com"), default));

    /// <summary>Over the very client that the site uses: the name is looked up, and what it leads to is refused before anything is sent.</summary>
    [Theory]
    [InlineData("https://127.0.0.1:9/"), InlineData("https://localhost:9/"), InlineData("https://10.0.0.1/"), InlineData("https://169.254.169.254/latest/meta-data"), InlineData("https://[::1]:9/"), InlineData("https://[::ffff:10.0.0.1]/"), InlineData("https://0x7f000001/")]
    public async Task A_private_address_is_never_connected_to(string address)
    {
        await using var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddWebhooks(new ConfigurationBuilder().Build()).BuildServiceProvider();
        Assert.Contains("not public", await services.GetRequiredService<WebhookSender>().SendAsync(Due(address), default), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_encryption_nothing_is_sent() => Assert.Equal("Not an https address.", await new WebhookSender(new HttpClient(new Receiver(HttpStatusCode.OK)), TimeProvider.System).SendAsync(Due("http://example.com"), default));

    [Theory]
    [InlineData("8.8.8.8", true), InlineData("2606:4700:4700::1111", true), InlineData("172.32.0.1", true), InlineData("64:ff9b::808:808", true)]
    [InlineData("10.1.2.3", false), InlineData("172.16.0.1", false), InlineData("172.31.255.255", false), InlineData("192.168.1.1", false), InlineData("127.9.9.9", false), InlineData("0.0.0.0", false)]
    [InlineData("100.64.0.1", false), InlineData("169.254.169.254", false), InlineData("224.0.0.1", false), InlineData("255.255.255.255", false), InlineData("::", false), InlineData("::1", false)]
    [InlineData("fe80::1", false), InlineData("fd00::1", false), InlineData("::ffff:192.168.0.1", false), InlineData("64:ff9b::a00:1", false), InlineData("2002:a00:1::", false)]
    public void Addresses_of_the_inside_are_not_public(string address, bool isPublic) => Assert.Equal(isPublic, PublicAddresses.IsPublic(IPAddress.Parse(address)));

    private static DueDelivery Due(string address) => new(Guid.CreateVersion7(), address, Secret, CertificateCode.New(), Standing.Valid, Standing.Revoked, new DateTime(2026, 3, 2, 0, 0, 0, DateTimeKind.Utc), 1);

    private sealed class Receiver(HttpStatusCode answer) : HttpMessageHandler
    {
        public List<(string Header, string Body)> Received { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Received.Add((request.Headers.GetValues(WebhookSender.SignatureHeader).Single(), await request.Content!.ReadAsStringAsync(cancellationToken)));
            return new HttpResponseMessage(answer);
        }
    }
}
