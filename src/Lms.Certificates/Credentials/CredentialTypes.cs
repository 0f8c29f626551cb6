using Lms.Certificates.Pdf;
using Lms.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Certificates.Credentials;

/// <summary>
/// Rule: at once, when the programme is completed, under a standing decision. Decision: what is completed is proposed, and
/// issued when a signatory has approved it with others under one decision.
/// </summary>
public enum IssuesBy { Rule, Decision }

/// <summary>Who issues it, whichever institution taught the class; its key is an organisation's.</summary>
public sealed record CredentialIssuer(Guid Key, string Name, string NameEn);

/// <summary>A kind of certificate a department issues; everything a regulation may change is here and not in code.</summary>
/// <param name="ProfessionalTitleCode">For example V.09.04.02; empty where there is none.</param>
/// <param name="ValidityMonths">Null: does not expire.</param>
/// <param name="NumberFormat">With {number} or {number:0000}, {year} and, if wanted, {credential}, for example "{number:0000}/{year}/CTXH-III".</param>
/// <param name="DecisionWording">Printed above the signature. {decision} and {date} in it become the number and date of the decision, where there is one.</param>
public sealed record CredentialType(string Code, string Name, string NameEn, string ProfessionalTitleCode, int? ValidityMonths, string NumberFormat, string DecisionWording, string SignatoryName, string SignatoryTitle)
{
    public IssuesBy IssuesBy { get; init; }

    /// <summary>Of the template its certificates are printed in; null: the default design.</summary>
    public Guid? TemplateKey { get; init; }

    /// <summary>Hours of instruction a proposal must show; null: any.</summary>
    public int? RequiredHours { get; init; }

    /// <summary>Codes of credentials of which a valid certificate must be held, separated by commas.</summary>
    public string Prerequisites { get; init; } = "";
    public IReadOnlyList<string> PrerequisiteCodes => Prerequisites.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Null: the institution that taught the class.</summary>
    public CredentialIssuer? Issuer { get; init; }

    /// <summary>Hours of classes completed since the issue that earn a renewal; null: hours earn none.</summary>
    public int? RenewalHours { get; init; }

    /// <summary>The refresher course that earns a renewal, completed since the issue; null: there is none.</summary>
    public Guid? RenewalCourseKey { get; init; }
}

public enum CredentialProblem { None, CodeMissing, CodeTaken, CodeUnknown, NameMissing, NumberFormatInvalid, ValidityInvalid, UnprintableCharacter, HoursInvalid, PrerequisiteUnknown, DecisionNotKnown }

public sealed class CredentialTypes(LmsDb db)
{
    internal const int LongestCode = 40;
    private static readonly string[] DecisionMarks = ["{decision}", "{date}"];
    private readonly Dictionary<string, CredentialType> known = [];

    public async Task<List<CredentialType>> ListAsync(CancellationToken ct = default) =>
        [.. (await db.CredentialTypes.AsNoTracking().OrderBy(t => t.Code).ToListAsync(ct)).Select(t => t.Facts())];

    public async Task<CredentialType?> FindAsync(string code, CancellationToken ct = default) =>
        (await db.CredentialTypes.AsNoTracking().SingleOrDefaultAsync(t => t.Code == code, ct))?.Facts();

    public async Task<CredentialProblem> AddAsync(CredentialType type, CancellationToken ct = default)
    {
        if (await ProblemOfAsync(type, ct) is not CredentialProblem.None and var problem) return problem;
        var row = new CredentialTypeRow(type);
        if (await db.CredentialTypes.AnyAsync(t => t.Code == row.Code, ct)) return CredentialProblem.CodeTaken;
        db.CredentialTypes.Add(row);
        await db.SaveChangesAsync(ct);
        return CredentialProblem.None;
    }

    /// <summary>Certificates already issued keep their names and wording: they are copies.</summary>
    public async Task<CredentialProblem> ChangeAsync(CredentialType type, CancellationToken ct = default)
    {
        if (await ProblemOfAsync(type, ct) is not CredentialProblem.None and var problem) return problem;
        if (await db.CredentialTypes.SingleOrDefaultAsync(t => t.Code == type.Code.Trim(), ct) is not { } row) return CredentialProblem.CodeUnknown;
        row.ChangeTo(type);
        await db.SaveChangesAsync(ct);
        known.Remove(row.Code);
        return CredentialProblem.None;
    }

    /// <summary>As <see cref="FindAsync"/>, but asks the database once in a scope: a whole class is issued in one.</summary>
    internal async Task<CredentialType?> ForIssuingAsync(string code, CancellationToken ct)
    {
        if (known.TryGetValue(code, out var type)) return type;
        if (await FindAsync(code, ct) is not { } found) return null;
        return known[code] = found;
    }

    private async Task<CredentialProblem> ProblemOfAsync(CredentialType type, CancellationToken ct)
    {
        if (ProblemOf(type) is not CredentialProblem.None and var problem) return problem;
        var codes = type.PrerequisiteCodes;
        if (codes.Count == 0) return CredentialProblem.None;
        var found = await db.CredentialTypes.CountAsync(t => codes.Contains(t.Code) && t.Code != type.Code, ct);
        return found == codes.Distinct(StringComparer.Ordinal).Count() ? CredentialProblem.None : CredentialProblem.PrerequisiteUnknown;
    }

    private static CredentialProblem ProblemOf(CredentialType type)
    {
        if (type.Code.Trim() is { Length: 0 or > LongestCode }) return CredentialProblem.CodeMissing;
        if (string.IsNullOrWhiteSpace(type.Name) || string.IsNullOrWhiteSpace(type.NameEn)) return CredentialProblem.NameMissing;
        if (type.ValidityMonths is < 1 or > 1200) return CredentialProblem.ValidityInvalid;
        if (type.RequiredHours is < 1 or > 10_000 || type.RenewalHours is < 1 or > 10_000) return CredentialProblem.HoursInvalid;
        // What a rule issues has no decision whose number could stand there.
        if (type.IssuesBy is IssuesBy.Rule && DecisionMarks.Any(mark => type.DecisionWording.Contains(mark, StringComparison.Ordinal))) return CredentialProblem.DecisionNotKnown;
        var row = new CredentialTypeRow(type);
        if (Credentials.NumberFormat.Parse(row.NumberFormat) is null) return CredentialProblem.NumberFormatInvalid;
        string[] printed = [row.Code, row.Name, row.NameEn, row.ProfessionalTitleCode, row.NumberFormat, row.DecisionWording, row.SignatoryName, row.SignatoryTitle, row.IssuerName, row.IssuerNameEn];
        return printed.All(PrintableText.CanPrint) ? CredentialProblem.None : CredentialProblem.UnprintableCharacter;
    }
}
