namespace Lms.Web.Features.Certificates;

/// <summary>Texts of a holder's own certificates, and the words for a certificate's standing.</summary>
public sealed class CertificatesText;
