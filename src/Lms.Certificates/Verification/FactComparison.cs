using System.Globalization;
using Lms.Certificates.Issuing;
using Lms.Certificates.Pdf;
using Lms.Certificates.Signing;
using Lms.Certificates.Templates;
using Lms.Data;

namespace Lms.Certificates.Verification;

/// <summary>Holds what a document says against what the register printed on it.</summary>
internal static class FactComparison
{
    /// <summary>Those that the public page shows as well, in its order. Of all others only whether they agree is told: a guess must not be answered with the right one.</summary>
    private static readonly string[] Public =
        ["HolderName", "CredentialName", "ProfessionalTitleCode", "CertificateNumber", "IssuerName", "CourseTitle", "ClassCode", "Hours", "IssuedOn", "ExpiresOn", "Code"];

    /// <summary>Every fact that the certificate's own design prints, on the page and in the credential.</summary>
    /// <param name="lines">Of the page; empty where it cannot be read.</param>
    public static List<ComparedFact> Of(Certificate certificate, FilledPage page, IReadOnlyList<string> lines, CredentialClaims? claims)
    {
        var onPage = lines.Count == 0 ? [] : Agreement(page, lines);
        var credential = claims is null ? [] : Said(claims);
        var names = Printed(page).SelectMany(FactsOf).Concat(credential.Keys).Distinct();
        return [.. names.OrderBy(Order).Select(name =>
        {
            var register = page.Facts.Facts.GetValueOrDefault(name, "");
            var said = credential.GetValueOrDefault(name);
            return new ComparedFact(name, Public.Contains(name) ? register : null, said, said is null ? null : said == register, onPage.TryGetValue(name, out var agrees) ? agrees : null);
        })];
    }

    /// <summary>The credential alone, without the page.</summary>
    public static List<ComparedFact> Of(CertificateFacts facts, CredentialClaims? claims)
    {
        if (claims is null) return [];
        Dictionary<string, string> register = new()
        {
            ["HolderName"] = facts.HolderName, ["CredentialName"] = facts.CredentialName, ["CertificateNumber"] = facts.CertificateNumber, ["IssuerName"] = facts.IssuerName,
            ["IssuedOn"] = Date(facts.IssuedOn), ["ExpiresOn"] = facts.ExpiresOn is { } day ? Date(day) : "", ["Code"] = facts.Code.Spoken,
        };
        return [.. Said(claims).OrderBy(f => Order(f.Key)).Select(f => new ComparedFact(f.Key, register[f.Key], f.Value, f.Value == register[f.Key], null))];
    }

    /// <summary>A field agrees where all its words stand on the page; a fact where all its fields do.</summary>
    private static Dictionary<string, bool> Agreement(FilledPage page, IReadOnlyList<string> lines)
    {
        var each = lines.Select(Squeezed).ToHashSet();
        var all = string.Concat(lines.Select(Squeezed));
        Dictionary<string, bool> agreement = [];
        foreach (var field in Printed(page))
        {
            // Short texts, a number of hours, could stand anywhere inside of longer ones: these have a line of their own.
            var stands = field.Text.Concat(field.English).Select(run => Squeezed(run.Text)).Where(text => text.Length > 0).All(text => text.Length < 12 ? each.Contains(text) : all.Contains(text, StringComparison.Ordinal));
            foreach (var name in FactsOf(field)) agreement[name] = agreement.GetValueOrDefault(name, true) && stands;
        }

        return agreement;
    }

    /// <summary>The words of a picture or a code are for those who cannot see it, and stand nowhere on the page.</summary>
    private static IEnumerable<FilledField> Printed(FilledPage page) => page.Fields.Where(f => !f.IsLeftOut && f.Prepared.Field.Kind is (FieldKind.Text or FieldKind.Fact));

    /// <summary>A name and its English, a date and its long form, are one fact.</summary>
    private static IEnumerable<string> FactsOf(FilledField field) =>
        field.Prepared.Text.Facts().Concat(field.Prepared.English.Facts()).Where(name => name != "Host").Select(name => name.Split(':')[0]).Select(name => name.EndsWith("En", StringComparison.Ordinal) ? name[..^2] : name);

    private static Dictionary<string, string> Said(CredentialClaims claims) => new()
    {
        ["HolderName"] = claims.HolderName, ["CredentialName"] = claims.CredentialName, ["CertificateNumber"] = claims.CertificateNumber, ["IssuerName"] = claims.IssuerName,
        ["IssuedOn"] = Date(CityCalendar.DateAt(claims.IssuedAt)),
        // What ends at midnight is good until the day before.
        ["ExpiresOn"] = claims.ExpiresAt is { } end ? Date(CityCalendar.DateAt(end.AddTicks(-1))) : "",
        ["Code"] = claims.Code.Spoken,
    };

    private static int Order(string name) => Array.IndexOf(Public, name) is var place and >= 0 ? place : Public.Length;

    private static string Date(DateOnly date) => date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>Lines are broken elsewhere in another size.</summary>
    private static string Squeezed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
