using Lms.Certificates.Pdf.Inspection;
using Lms.Certificates.Signing;

namespace Lms.Certificates.Verification;

/// <summary>
/// <see cref="Genuine"/>: our signature covers the whole file, and the register agrees. <see cref="Unproven"/>: the certificate is
/// in the register, but nothing proves that this file is ours; only the register's words count.
/// <see cref="Altered"/>: signed and changed since, or it says something else than the register. <see cref="NoCode"/>: a PDF in which no code
/// can be read, such as a scan.
/// </summary>
public enum DocumentFinding { Genuine, Unproven, Altered, UnknownCode, NoCode, NotAPdf }

/// <summary>One printed fact, held against the register.</summary>
/// <param name="Name">As templates call it, for example "HolderName".</param>
/// <param name="Register">Null where it is not for the public: then only whether it agrees is told.</param>
/// <param name="Credential">What the attached credential says; null where it says nothing of it.</param>
/// <param name="CredentialAgrees">Null where there is nothing to compare.</param>
/// <param name="PageAgrees">Null where the page cannot be read.</param>
public sealed record ComparedFact(string Name, string? Register, string? Credential, bool? CredentialAgrees, bool? PageAgrees)
{
    public bool Differs => CredentialAgrees == false || PageAgrees == false;
}

/// <param name="Credential">Null where none is attached.</param>
/// <param name="Result">Of the register; unknown where the file leads to no certificate.</param>
/// <param name="Facts">In the order in which people read them; empty where the register has none.</param>
public sealed record CheckedDocument(DocumentFinding Finding, PdfSignatureState Signature, string? SignerName, CarrierState? Credential, VerificationResult Result, IReadOnlyList<ComparedFact> Facts);
