using Lms.Certificates.Issuing;
using Lms.Certificates.Verification;
using Lms.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Certificates.Register;

/// <summary>One line of the register (sổ gốc cấp chứng chỉ).</summary>
/// <param name="ResultPercent">0 to 100, in hundredths.</param>
/// <param name="RegisterNumber">Of a transcribed certificate, a number of the series of transcriptions.</param>
public sealed record RegisterEntry(CertificateCode Code, int RegisterYear, long RegisterNumber, string CertificateNumber, string HolderName, DateOnly? BirthDate, string? BirthPlace, string? OrganisationName,
    string CredentialCode, string CredentialName, string IssuerName, string ClassCode, string CourseTitle, int CourseVersion, decimal? ResultPercent, DateOnly IssuedOn, DateOnly? ExpiresOn, Standing Standing, DateOnly? RevokedOn, string? RevocationReason,
    string DecisionWording, string SignatoryName, string? DecisionNumber, DateOnly? DecidedOn, DateOnly? SuspendedOn, string? SuspensionReason,
    DateOnly? SupersededOn, SupersessionCause? SupersededBecause, CertificateCode? Successor, bool IsTranscribed, string? HistoricRegisterNumber, DateOnly? HandedOverOn, string? HandedOverTo,
    string CourseTitleEn, int Hours, Guid HolderKey, DateTime IssuedAt, string? HistoricResult = null);
/// <param name="ExpiresWithin">Days: valid today, and ending by then.</param>
public sealed record RegisterFilter(string? Search = null, string? CredentialCode = null, int? Year = null, Standing? Standing = null, Guid? ClassKey = null, Guid? IssuerKey = null, Guid? DecisionKey = null, int? ExpiresWithin = null, bool? Transcribed = null);
public sealed record RegisterPage(IReadOnlyList<RegisterEntry> Entries, int Total, int Page, int PageSize);

/// <param name="Issued">All, the revoked ones included.</param>
public sealed record RegisterCounts(int Issued, int Revoked);

/// <summary>A line of the log. The names go into its hashes: one that was ever written is never renamed.</summary>
public enum CertificateAction
{
    Issued, Revoked, Suspended, SuspensionLifted, Corrected, Replaced, Renewed, HandedOver, Transcribed,
    Proposed, ProposalMended, ProposalPutAside, ProposalTakenUp,
    DecisionDrawnUp, DecisionChanged, DecisionSubmitted, DecisionReturned, DecisionApproved, DecisionIssued, DecisionFileAdded,
    LogRebuilt,
}


/// <param name="By">Null: a rule did it, not a person.</param>
public sealed record RegisterEvent(DateTime At, CertificateAction Action, string? Detail, Guid? By);

/// <summary>Reads of the register. Search takes a name (case and diacritics ignored), a certificate number or a code.</summary>
public sealed class CertificateRegister(LmsDb db, TimeProvider clock)
{
    /// <summary>The newest first, in two queries whatever the size.</summary>
    /// <param name="page">From 1.</param>
    public async Task<RegisterPage> PageAsync(RegisterFilter filter, int page, int pageSize = 50, CancellationToken ct = default)
    {
        var matching = Matching(filter);
        var total = await matching.CountAsync(ct);
        var entries = await Entries(matching.OrderByDescending(c => c.IssuedAt).ThenByDescending(c => c.RegisterNumber).Skip((page - 1) * pageSize).Take(pageSize)).ToListAsync(ct);
        return new RegisterPage(entries, total, page, pageSize);
    }

    public Task<RegisterEntry?> FindAsync(CertificateCode code, CancellationToken ct = default) =>
        Entries(db.Certificates.Where(c => c.Code == code)).SingleOrDefaultAsync(ct);

    /// <summary>The oldest first.</summary>
    public Task<List<RegisterEvent>> EventsAsync(CertificateCode code, CancellationToken ct = default)
    {
        var certificate = db.Certificates.Where(c => c.Code == code);
        return db.AuditEntries.Where(e => certificate.Any(c => c.Key == e.CertificateKey))
            .OrderBy(e => e.Number).Select(e => new RegisterEvent(e.At, e.Action, e.Detail, e.By)).ToListAsync(ct);
    }

    public async Task<RegisterCounts> CountsAsync(CancellationToken ct = default) =>
        await db.Certificates.GroupBy(_ => 1).Select(all => new RegisterCounts(all.Count(), all.Count(c => c.RevokedOn != null))).SingleOrDefaultAsync(ct)
        ?? new RegisterCounts(0, 0);

    /// <summary>The whole register in its own order, streamed from one query: for export.</summary>
    public IAsyncEnumerable<RegisterEntry> AllAsync(RegisterFilter filter, CancellationToken ct = default) =>
        Entries(Matching(filter).OrderBy(c => c.IssuerName).ThenBy(c => c.RegisterYear).ThenBy(c => c.RegisterNumber)).AsAsyncEnumerable();

    private IQueryable<Certificate> Matching(RegisterFilter filter)
    {
        IQueryable<Certificate> certificates = db.Certificates;
        if (filter.CredentialCode is { } credential) certificates = certificates.Where(c => c.CredentialCode == credential);
        if (filter.Year is { } year) certificates = certificates.Where(c => c.RegisterYear == year);
        if (filter.ClassKey is { } classKey) certificates = certificates.Where(c => c.ClassKey == classKey);
        if (filter.IssuerKey is { } issuer) certificates = certificates.Where(c => c.IssuerKey == issuer);
        if (filter.DecisionKey is { } decision) certificates = certificates.Where(c => c.DecisionKey == decision);
        if (filter.Transcribed is { } transcribed) certificates = certificates.Where(c => c.IsTranscribed == transcribed);
        if (filter.ExpiresWithin is { } days)
        {
            var last = Today.AddDays(days);
            certificates = certificates.Where(Standings.Are(Standing.Valid, Today)).Where(c => c.ExpiresOn <= last);
        }

        if (filter.Standing is { } standing) certificates = certificates.Where(Standings.Are(standing, Today));
        return string.IsNullOrWhiteSpace(filter.Search) ? certificates : Found(certificates, filter.Search);
    }

    private static IQueryable<Certificate> Found(IQueryable<Certificate> certificates, string search)
    {
        if (CertificateCode.TryParse(search, out var code)) return certificates.Where(c => c.Code == code);
        foreach (var word in FoldedText.Of(PrintedText.Clean(search)).Split(' ')) certificates = certificates.Where(c => c.SearchText.Contains(word));
        return certificates;
    }

    private IQueryable<RegisterEntry> Entries(IQueryable<Certificate> certificates)
    {
        var today = Today;
        return certificates.Select(c => new RegisterEntry(c.Code, c.RegisterYear, c.RegisterNumber, c.CertificateNumber, c.HolderName, c.BirthDate, c.BirthPlace, c.OrganisationName,
            c.CredentialCode, c.CredentialName, c.IssuerName, c.ClassCode, c.CourseTitle, c.CourseVersion, Certificate.Percent(c.ResultBasisPoints), c.IssuedOn, c.ExpiresOn,
            Standings.Of(c.RevokedOn, c.SupersededOn, c.SuspendedOn, c.ExpiresOn, today), c.RevokedOn, c.RevocationReason, c.DecisionWording, c.SignatoryName,
            c.DecisionNumber, c.DecidedOn, c.SuspendedOn, c.SuspensionReason, c.SupersededOn, c.SupersededBecause,
            db.Set<Certificate>().Where(n => n.Key == c.SuccessorKey).Select(n => (CertificateCode?)n.Code).FirstOrDefault(), c.IsTranscribed, c.HistoricRegisterNumber, c.HandedOverOn, c.HandedOverTo, c.CourseTitleEn, c.Hours, c.HolderKey, c.IssuedAt, c.HistoricResult));
    }

    private DateOnly Today => CityCalendar.DateAt(clock.GetUtcNow().UtcDateTime);
}
