using System.Globalization;
using Lms.Certificates.Issuing;

namespace Lms.Certificates.Templates;

/// <summary>What a template may name in braces: the row's facts as they are printed.</summary>
internal static class PrintedFacts
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN"), English = CultureInfo.GetCultureInfo("en-GB");

    public static Dictionary<string, string> Of(Certificate c, string publicAddress) => new()
    {
        ["HolderName"] = c.HolderName,
        ["BirthDate"] = Date(c.BirthDate),
        ["BirthPlace"] = c.BirthPlace ?? "",
        ["OrganisationName"] = c.OrganisationName ?? "",
        ["CredentialName"] = c.CredentialName,
        ["CredentialNameEn"] = c.CredentialNameEn,
        ["ProfessionalTitleCode"] = c.ProfessionalTitleCode,
        ["IssuerName"] = c.IssuerName,
        ["IssuerNameEn"] = c.IssuerNameEn,
        ["Decision"] = c.IsTranscribed ? Transcribed(c.DecisionWording) : c.DecisionWording,
        ["SignatoryTitle"] = c.SignatoryTitle,
        ["SignatoryName"] = c.SignatoryName,
        ["CourseTitle"] = c.CourseTitle,
        ["CourseTitleEn"] = c.CourseTitleEn,
        ["ClassCode"] = c.ClassCode,
        ["Hours"] = c.Hours == 0 ? "" : c.Hours.ToString(CultureInfo.InvariantCulture),
        ["StudiedFrom"] = c.KnowsPeriod ? Date(c.StudiedFrom) : "",
        ["StudiedTo"] = c.KnowsPeriod ? Date(c.StudiedTo) : "",
        ["Result"] = Certificate.Percent(c.ResultBasisPoints) is { } percent ? $"{percent.ToString("0.##", Vietnamese)}%" : c.HistoricResult ?? "",
        ["CertificateNumber"] = c.CertificateNumber,
        ["RegisterNumber"] = c.IsTranscribed ? c.HistoricRegisterNumber ?? "" : $"{c.RegisterNumber.ToString(CultureInfo.InvariantCulture)}/{c.RegisterYear.ToString(CultureInfo.InvariantCulture)}",
        ["PlaceOfIssue"] = c.PlaceOfIssue,
        ["IssuedOn"] = Date(c.IssuedOn),
        ["IssuedOn:vi"] = c.IssuedOn.ToString("'ngày' dd 'tháng' MM 'năm' yyyy", CultureInfo.InvariantCulture),
        ["IssuedOn:en"] = c.IssuedOn.ToString("d MMMM yyyy", English),
        ["ExpiresOn"] = c.ExpiresOn is { } expiry ? Date(expiry) : "",
        ["Code"] = c.Code.Spoken,
        ["Host"] = new Uri(publicAddress).Authority,
    };

    /// <summary>Every design prints the decision: nobody is to take this page for the sheet that was signed then.</summary>
    private static string Transcribed(string decision) => decision.Length == 0 ? "Bản chép từ sổ gốc" : $"Bản chép từ sổ gốc. {decision}";

    private static string Date(DateOnly date) => date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
