using System.Globalization;
using System.Text.RegularExpressions;
using Lms.Certificates.Credentials;
using Lms.Certificates.Pdf;
using Lms.Data;

namespace Lms.Certificates.Transcription;

/// <summary>Reads the lines of an older register and says at which field one is wrong; asks no database.</summary>
internal sealed partial class LineReading(IReadOnlyCollection<CredentialType> types, IReadOnlyCollection<OldIssuer> issuers, DateOnly today)
{
    private const int YoungestHolder = 14;
    private static readonly string[] DateForms = ["d/M/yyyy", "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd HH:mm:ss", "d-M-yyyy", "d.M.yyyy"];
    private static readonly DateOnly EarliestDay = new(1900, 1, 1), SpreadsheetDayZero = new(1899, 12, 30);
    private readonly ILookup<string, CredentialType> typesByWord = types.SelectMany(t => Words(t.Code, t.Name, t.NameEn).Select(word => (word, t))).ToLookup(x => x.word, x => x.t);
    private readonly ILookup<string, OldIssuer> issuersByWord = issuers.SelectMany(i => Words(i.Code, i.Name, i.NameEn).Select(word => (word, i))).ToLookup(x => x.word, x => x.i);
    private List<OldMistake> mistakes = [];

    /// <summary>No certificate where there is a mistake.</summary>
    public (OldCertificate? Certificate, List<OldMistake> Mistakes) Read(OldLine line)
    {
        mistakes = [];
        var number = Number(line, OldField.CertificateNumber);
        var register = Number(line, OldField.RegisterNumber);
        var (name, birth) = (Text(line, OldField.HolderName, 200), Date(line, OldField.BirthDate));
        var (place, organisation) = (Text(line, OldField.BirthPlace, 200), Text(line, OldField.Organisation, 300));
        var type = Named(line, OldField.Credential, typesByWord, OldProblem.UnknownCredential);
        var (classCode, course, hours) = (Text(line, OldField.Class, 60), Text(line, OldField.Course, 300), Hours(line));
        var (from, to, result) = (Date(line, OldField.StudiedFrom), Date(line, OldField.StudiedTo), Text(line, OldField.Result, 60));
        var (decision, decidedOn) = (Text(line, OldField.DecisionNumber, 60), Date(line, OldField.DecidedOn));
        var (issuedOn, expiresOn) = (Date(line, OldField.IssuedOn), Date(line, OldField.ExpiresOn, mayLieAhead: true));
        var (signatory, title) = (Text(line, OldField.Signatory, 200), Text(line, OldField.SignatoryTitle, 200));
        var issuer = Named(line, OldField.Issuer, issuersByWord, OldProblem.UnknownIssuer);
        var staffCode = Text(line, OldField.StaffCode, 40);
        if (to < from) Wrong(OldField.StudiedTo, OldProblem.EndsBeforeItBegins);
        if (expiresOn < issuedOn) Wrong(OldField.ExpiresOn, OldProblem.BeforeIssue);
        if (birth?.AddYears(YoungestHolder) > issuedOn) Wrong(OldField.BirthDate, OldProblem.TooYoung);
        if (mistakes.Count > 0) return (null, mistakes);
        return (new OldCertificate(type!, issuer!, number, OrNull(register), name, birth!.Value, OrNull(place), OrNull(organisation), classCode, course, hours,
            from ?? to, to ?? from, OrNull(result), OrNull(decision), decidedOn, issuedOn!.Value, expiresOn, signatory, title, staffCode), mistakes);
    }

    private string Number(OldLine line, OldField field)
    {
        var text = Text(line, field, 60);
        if (PowerOfTen().IsMatch(text)) Wrong(field, OldProblem.NotAsText, text);
        return text;
    }

    private string Text(OldLine line, OldField field, int longest)
    {
        var text = PrintedText.Clean(line[field]);
        if (text.Length == 0 && field.IsNeeded()) Wrong(field, OldProblem.Missing);
        else if (SpreadsheetError().IsMatch(text)) Wrong(field, OldProblem.CellError, text);
        else if (text.Length > longest) Wrong(field, OldProblem.TooLong, longest.ToString(CultureInfo.InvariantCulture));
        else if (!PrintableText.CanPrint(text)) Wrong(field, OldProblem.UnprintableCharacter, string.Concat(text.EnumerateRunes().Select(r => r.ToString()).Where(letter => !PrintableText.CanPrint(letter)).Distinct()));
        return text;
    }

    private T? Named<T>(OldLine line, OldField field, ILookup<string, T> byWord, OldProblem unknown) where T : class
    {
        var before = mistakes.Count;
        var text = Text(line, field, 300);
        if (mistakes.Count > before) return null;
        // Two of one name: only the code tells which is meant.
        var found = byWord[Word(text)].Distinct().ToList();
        if (found is [var only]) return only;
        Wrong(field, unknown, text);
        return null;
    }

    private int Hours(OldLine line)
    {
        var text = Text(line, OldField.Hours, 20);
        if (text.Length == 0) return 0;
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var hours) && hours is > 0 and <= 10_000 && double.IsInteger(hours)) return (int)hours;
        Wrong(OldField.Hours, OldProblem.NotAWholeNumber, text);
        return 0;
    }

    private DateOnly? Date(OldLine line, OldField field, bool mayLieAhead = false)
    {
        var before = mistakes.Count;
        var text = Text(line, field, 40);
        if (text.Length == 0 || mistakes.Count > before) return null;
        if (ReadDate(text) is not { } date || date < EarliestDay || date > today.AddYears(100)) Wrong(field, OldProblem.NotADate, text);
        else if (!mayLieAhead && date > today) Wrong(field, OldProblem.InTheFuture, text);
        else return date;
        return null;
    }

    /// <summary>What a spreadsheet shows as a date it keeps as a count of days. Four digits are a year, and of a birth date not enough.</summary>
    private static DateOnly? ReadDate(string text) =>
        DateOnly.TryParseExact(text, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date
        : double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var days) && days is >= 10_000 and < 100_000 ? SpreadsheetDayZero.AddDays((int)days) : null;

    private void Wrong(OldField field, OldProblem problem, string detail = "") => mistakes.Add(new OldMistake(field, problem, detail));

    private static string? OrNull(string text) => text.Length == 0 ? null : text;

    private static IEnumerable<string> Words(params string[] texts) => texts.Select(Word).Where(word => word.Length > 0).Distinct();

    private static string Word(string text) => FoldedText.Of(PrintedText.Clean(text));

    [GeneratedRegex(@"^\d([.,]\d+)?[eE]\+?\d+\z")]
    private static partial Regex PowerOfTen();

    [GeneratedRegex(@"^#(REF!|N/A|NAME\?|VALUE!|DIV/0!|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA)\z")]
    private static partial Regex SpreadsheetError();
}
