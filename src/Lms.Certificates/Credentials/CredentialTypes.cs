using Lms.Data;

namespace Lms.Certificates.Credentials;

/// <summary>A kind of certificate a department issues; everything a regulation may change is here and not in code.</summary>
/// <param name="ProfessionalTitleCode">For example V.09.04.02; empty where there is none.</param>
/// <param name="ValidityMonths">Null: does not expire.</param>
/// <param name="NumberFormat">With {number:0000}, {year} and {credential}, for example "{number:0000}/{year}/CTXH-III".</param>
public sealed record CredentialType(string Code, string Name, string NameEn, string ProfessionalTitleCode, int? ValidityMonths, string NumberFormat, string DecisionWording, string SignatoryName, string SignatoryTitle);
public enum CredentialProblem { None, CodeMissing, CodeTaken, NameMissing, NumberFormatInvalid, ValidityInvalid }

public sealed class CredentialTypes(LmsDb db)
{
    public Task<List<CredentialType>> ListAsync(CancellationToken ct = default) => throw new NotImplementedException();
    public Task<CredentialType?> FindAsync(string code, CancellationToken ct = default) => throw new NotImplementedException();
    public Task<CredentialProblem> AddAsync(CredentialType type, CancellationToken ct = default) => throw new NotImplementedException();
    /// <summary>Certificates already issued keep their names and wording: they are copies.</summary>
    public Task<CredentialProblem> ChangeAsync(CredentialType type, CancellationToken ct = default) => throw new NotImplementedException();
}
