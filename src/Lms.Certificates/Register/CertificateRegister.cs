using Lms.Certificates.Verification;
using Lms.Data;

namespace Lms.Certificates.Register;

/// <summary>One line of the register (sổ gốc cấp chứng chỉ).</summary>
public sealed record RegisterEntry(CertificateCode Code, int RegisterYear, long RegisterNumber, string CertificateNumber, string HolderName, DateOnly? BirthDate, string? BirthPlace, string? OrganisationName,
    string CredentialCode, string CredentialName, string IssuerName, string ClassCode, string CourseTitle, int CourseVersion, decimal? ResultPercent, DateOnly IssuedOn, DateOnly? ExpiresOn, Standing Standing, DateOnly? RevokedOn, string? RevocationReason);
public sealed record RegisterFilter(string? Search = null, string? CredentialCode = null, int? Year = null, Standing? Standing = null, Guid? ClassKey = null, Guid? IssuerKey = null);
public sealed record RegisterPage(IReadOnlyList<RegisterEntry> Entries, int Total, int Page, int PageSize);
public sealed record RegisterCounts(int Issued, int Revoked);
public sealed record RegisterEvent(DateTime At, string Action, string? Reason, Guid? By);

/// <summary>Reads of the register. Search takes a name (case and diacritics ignored), a certificate number or a code.</summary>
public sealed class CertificateRegister(LmsDb db, TimeProvider clock)
{
    public Task<RegisterPage> PageAsync(RegisterFilter filter, int page, int pageSize = 50, CancellationToken ct = default) => throw new NotImplementedException();
    public Task<RegisterEntry?> FindAsync(CertificateCode code, CancellationToken ct = default) => throw new NotImplementedException();
    public Task<List<RegisterEvent>> EventsAsync(CertificateCode code, CancellationToken ct = default) => throw new NotImplementedException();
    public Task<RegisterCounts> CountsAsync(CancellationToken ct = default) => throw new NotImplementedException();
    public IAsyncEnumerable<RegisterEntry> AllAsync(RegisterFilter filter, CancellationToken ct = default) => throw new NotImplementedException();
}
