using System.Globalization;
using Lms.Certificates.Credentials;
using Lms.Certificates.Pdf;

namespace Lms.Certificates.Issuing;

/// <summary>Reads one line of an old register and says at which field it is wrong.</summary>
internal sealed class OldRegisterReading(IReadOnlyDictionary<string, CredentialType> types, CredentialIssuer issuer, IReadOnlyDictionary<string, Guid> people, DateOnly today)
{
    private static readonly string[] DateForms = ["d/M/yyyy", "yyyy-MM-dd", "d-M-yyyy", "d.M.yyyy"];
    private readonly List<OldRegisterMistake> mistakes = [];

    public IReadOnlyList<OldRegisterMistake> Mistakes => mistakes;

    /// <summary>Null where the line has a mistake.</summary>
    public OldCertificate? Read(OldRegisterLine line)
    {
        mistakes.Clear();
        var type = types.GetValueOrDefault(line.CredentialCode.Trim());
        if (type is null) Wrong(OldRegisterField.CredentialCode, line.CredentialCode.Length == 0 ? OldRegisterProblem.Missing : OldRegisterProblem.UnknownCredential);
        var number = Text(line.CertificateNumber, OldRegisterField.CertificateNumber, 120, needed: true);
        var name = Text(line.HolderName, OldRegisterField.HolderName, 200, needed: true);
        var born = Date(line.BirthDate, OldRegisterField.BirthDate, needed: true);
        var issuedOn = Date(line.IssuedOn, OldRegisterField.IssuedOn, needed: true);
        var expiresOn = Date(line.ExpiresOn, OldRegisterField.ExpiresOn, needed: false, mayLieAhead: true);
        if (expiresOn < issuedOn) Wrong(OldRegisterField.ExpiresOn, OldRegisterProblem.BeforeIssue);
        var hours = 0;
        if (line.Hours.Length > 0 && !(int.TryParse(line.Hours, NumberStyles.None, CultureInfo.InvariantCulture, out hours) && hours <= 10_000)) Wrong(OldRegisterField.Hours, OldRegisterProblem.NotAWholeNumber);
        var holder = Guid.Empty;
        if (line.StaffCode.Length > 0 && !people.TryGetValue(line.StaffCode, out holder)) Wrong(OldRegisterField.StaffCode, OldRegisterProblem.UnknownPerson);
        var (place, organisation) = (Text(line.BirthPlace, OldRegisterField.BirthPlace, 200), Text(line.Organisation, OldRegisterField.Organisation, 300));
        var (course, classCode) = (Text(line.CourseTitle, OldRegisterField.CourseTitle, 300), Text(line.ClassCode, OldRegisterField.ClassCode, 60));
        var (decision, decidedOn) = (Text(line.DecisionNumber, OldRegisterField.DecisionNumber, 60), Date(line.DecidedOn, OldRegisterField.DecidedOn, needed: false));
        var (signatory, title) = (Text(line.SignatoryName, OldRegisterField.SignatoryName, 200), Text(line.SignatoryTitle, OldRegisterField.SignatoryTitle, 200));
        var register = Text(line.RegisterNumber, OldRegisterField.RegisterNumber, 60);
        if (mistakes.Count > 0) return null;
        return new OldCertificate(line.Line, type!, issuer, number, register.Length == 0 ? null : register, holder == Guid.Empty ? OldCertificate.HolderOf(name, born!.Value) : holder, name, born!.Value,
            place.Length == 0 ? null : place, organisation.Length == 0 ? null : organisation, course.Length == 0 ? type!.Name : course, classCode, hours, issuedOn!.Value, expiresOn,
            decision.Length == 0 ? null : decision, decidedOn, signatory, title);
    }

    private string Text(string given, OldRegisterField field, int longest, bool needed = false)
    {
        var text = PrintedText.Clean(given);
        if (text.Length == 0 && needed) Wrong(field, OldRegisterProblem.Missing);
        else if (text.Length > longest) Wrong(field, OldRegisterProblem.TooLong);
        else if (!PrintableText.CanPrint(text)) Wrong(field, OldRegisterProblem.UnprintableCharacter);
        return text;
    }

    private DateOnly? Date(string given, OldRegisterField field, bool needed, bool mayLieAhead = false)
    {
        if (given.Length == 0)
        {
            if (needed) Wrong(field, OldRegisterProblem.Missing);
            return null;
        }

        DateOnly date;
        // What a spreadsheet shows as a date it keeps as a count of days since 1900.
        if (int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is > 1_000 and < 80_000) date = DateOnly.FromDateTime(DateTime.FromOADate(days));
        else if (!DateOnly.TryParseExact(given, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out date) || date.Year < 1900)
        {
            Wrong(field, OldRegisterProblem.NotADate);
            return null;
        }

        if (!mayLieAhead && date > today) Wrong(field, OldRegisterProblem.InTheFuture);
        return date;
    }

    private void Wrong(OldRegisterField field, OldRegisterProblem problem) => mistakes.Add(new(field, problem));
}
