using System.Net;
using System.Net.Mail;
using System.Text;

namespace Lms.Web.Mail;

/// <summary>The way out of the house for one letter; throws where it does not get there.</summary>
public interface IMailTransport
{
    Task SendAsync(Letter letter, CancellationToken ct);
}

/// <summary>Configuration section <c>Mail:Smtp</c>. Without a host, letters are written to a folder instead.</summary>
public sealed class SmtpOptions
{
    public string? Host { get; set; }
    public int Port { get; set; } = 587;
    public string? User { get; set; }
    public string? Password { get; set; }
    public string From { get; set; } = "lms@localhost";
    /// <summary>STARTTLS. Off only for a relay on the same machine.</summary>
    public bool Tls { get; set; } = true;
}

internal sealed class SmtpTransport(SmtpOptions options) : IMailTransport
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public async Task SendAsync(Letter letter, CancellationToken ct)
    {
        using var client = new SmtpClient(options.Host, options.Port) { EnableSsl = options.Tls };
        if (options.User is { Length: > 0 } user) client.Credentials = new NetworkCredential(user, options.Password);
        using var message = MailText.Compose(letter, options.From);
        // SmtpClient.Timeout does not apply to its asynchronous methods.
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(ct);
        timeout.CancelAfter(Patience);
        await client.SendMailAsync(message, timeout.Token);
    }
}

/// <summary>Development, and sites without a mail server: each letter becomes an .eml file that any mail program opens.</summary>
internal sealed class FolderTransport(SmtpOptions options, string folder) : IMailTransport
{
    public async Task SendAsync(Letter letter, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        using var client = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = Path.GetFullPath(folder) };
        using var message = MailText.Compose(letter, options.From);
        await client.SendMailAsync(message, ct);
    }
}

internal static class MailText
{
    public static MailMessage Compose(Letter letter, string from) => new(from, letter.To, letter.Subject, letter.Body)
    {
        SubjectEncoding = Encoding.UTF8,
        BodyEncoding = Encoding.UTF8,
        HeadersEncoding = Encoding.UTF8,
    };
}
