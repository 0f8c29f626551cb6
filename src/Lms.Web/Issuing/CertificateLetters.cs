using Lms.Certificates;
using Lms.Certificates.Approval;
using Lms.Certificates.Register;
using Lms.Web.Features.Certificates;
using Lms.Web.Mail;
using Lms.Web.Theming;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Lms.Web.Issuing;

/// <summary>The letters about certificates, in Vietnamese: they go to people of whom no more is known than an address.</summary>
internal sealed class CertificateLetters(Outbox outbox, IStringLocalizer<CertificatesText> text, IOptions<CertificateOptions> options)
{
    public void Issued(string to, IssuedInBatch issued) => Write(to, () => (text["Letter.IssuedSubject", issued.CredentialName],
        text["Letter.IssuedBody", issued.HolderName, issued.CredentialName, issued.CertificateNumber, LinkTo($"/C/{issued.Code}"), LinkTo("/my/certificates")]));

    public void Expiring(string to, DueReminder due) => Write(to, () => (text["Letter.ExpiringSubject", due.CredentialName, due.DaysLeft],
        text["Letter.ExpiringBody", due.HolderName, due.CredentialName, due.CertificateNumber, due.ExpiresOn.Text, due.DaysLeft, LinkTo("/my/certificates")]));

    private void Write(string to, Func<(string Subject, string Body)> write)
    {
        var (subject, body) = MailLanguage.In("vi", write);
        outbox.Enqueue(new Letter(to, subject, body));
    }

    private string LinkTo(string path) => options.Value.PublicAddress.TrimEnd('/') + path;
}
