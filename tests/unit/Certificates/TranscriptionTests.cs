using Lms.Certificates.Audit;
using Lms.Certificates.Issuing;
using Lms.Certificates.Register;
using Lms.Certificates.Signing;
using Lms.Certificates.Templates;
using Lms.Certificates.Transcription;
using Lms.Certificates.Verification;
using Lms.Data;
using Lms.UnitTests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Face = Lms.Certificates.Issuing.Certificates;

namespace Lms.UnitTests.Certificates;

public class TranscriptionTests
{
    private static readonly Guid Registrar = Guid.CreateVersion7();
    private static readonly OldIssuer Issuer = new(Sample.Issuer, "DHLDXH", "Trường Đại học Lao động – Xã hội", "University of Labour and Social Affairs");
    private static readonly HashSet<int> Nothing = [];

    [Theory, EveryDatabase]
    public async Task An_old_certificate_keeps_its_numbers_and_leaves_no_gap_in_ours(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider).WithCredentialAsync();
        Assert.Equal(1, (await ImportAsync(db, [Line(2, "0001/2026/CTXH-III")])).Added);
        var ours = await db.IssuedAsync(Sample.Achievement());
        Assert.Equal((1L, "0001/2026/CTXH-III"), (ours.RegisterNumber, ours.CertificateNumber));

        var old = Assert.Single(await TranscribedAsync(db));
        Assert.Equal(("0001/2026/CTXH-III", "0045/SG", "88/QĐ-ĐHLĐXH", "Giỏi", "Quyết định số 88/QĐ-ĐHLĐXH ngày 16/12/2019"), (old.CertificateNumber, old.HistoricRegisterNumber, old.DecisionNumber, old.HistoricResult, old.DecisionWording));
        Assert.Equal((2019, new DateOnly(2019, 12, 20), new DateOnly(1985, 9, 5), 120), (old.RegisterYear, old.IssuedOn, old.BirthDate!.Value, old.Hours));
        var verified = await db.UseAsync<Face, VerificationResult>(c => c.VerifyAsync(old.Code.Value));
        Assert.Equal((Standing.Valid, true), (verified.Standing, verified.Facts!.IsTranscribed));
    }

    [Theory, EveryDatabase]
    public async Task It_is_sealed_and_stands_in_the_log_like_every_other(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider).WithCredentialAsync();
        await ImportAsync(db, [Line(2, "1/2019")]);
        var old = Assert.Single(await TranscribedAsync(db));
        var seal = await db.UseAsync<LmsDb, CertificateSeal>(lms => lms.Set<CertificateSeal>().SingleAsync());
        Assert.Equal(CarrierState.Valid, (await db.UseAsync<CarrierReading, CarrierState>(async c => (await c.ReadOfflineAsync(seal.Digits)).State)));
        Assert.DoesNotContain("activityStartDate", System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(Padded(seal.Jwt.Split('.')[1]))), StringComparison.Ordinal);
        var line = Assert.Single(await db.UseAsync<CertificateRegister, List<RegisterEvent>>(r => r.EventsAsync(old.Code)));
        Assert.Equal((CertificateAction.Transcribed, Registrar), (line.Action, line.By!.Value));
        Assert.Null((await db.UseAsync<AuditLog, ChainCheck>(log => log.CheckAsync())).BrokenAt);
        Assert.NotEmpty((await db.UseAsync<Face, CertificateDocument?>(c => c.DocumentAsync(old.Code)))!.Pdf);
        var certificate = await db.UseAsync<LmsDb, Certificate>(lms => lms.Set<Certificate>().SingleAsync());
        var printed = PrintedFacts.Of(certificate, "https://daotao.example.vn");
        Assert.Equal(("0045/SG", "Giỏi", "", "Bản chép từ sổ gốc. Quyết định số 88/QĐ-ĐHLĐXH ngày 16/12/2019"), (printed["RegisterNumber"], printed["Result"], printed["StudiedFrom"], printed["Decision"]));
    }

    [Theory, EveryDatabase]
    public async Task The_same_list_read_again_adds_nothing_and_other_facts_are_named_with_what_the_register_says(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider).WithCredentialAsync();
        await ImportAsync(db, [Line(2, "0001/QĐ"), Line(3, "0002/QĐ")]);
        var again = await ImportAsync(db, [Line(2, "0001/QĐ", (OldField.BirthDate, "31295")), Line(3, "0002/QĐ"), Line(4, "0003/QĐ")]);
        Assert.Equal((TranscriptionOutcome.Done, 1, 2), (again.Outcome, again.Added, again.AlreadyThere));

        var differs = await ImportAsync(db, [Line(2, "0001/QĐ", (OldField.HolderName, "Người Khác"), (OldField.Result, "")), Line(3, "0002 / qđ"), Line(4, "0004/QĐ")]);
        Assert.Equal((TranscriptionOutcome.LinesWrong, 0), (differs.Outcome, differs.Added));
        Assert.Equal([new(OldField.HolderName, OldProblem.DiffersFromRegister, "Mạch Thị Thu Ngân"), new(OldField.Result, OldProblem.DiffersFromRegister, "Giỏi")], differs.Lines[0].Mistakes);
        Assert.Equal([new(OldField.CertificateNumber, OldProblem.DiffersFromRegister, "0002/QĐ")], differs.Lines[1].Mistakes);
        Assert.Equal(3, (await TranscribedAsync(db)).Count);
    }

    [Theory, EveryDatabase]
    public async Task Every_mistake_is_named_at_its_field_and_nothing_is_written_until_these_lines_are_left_out(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider).WithCredentialAsync();
        List<OldLine> lines =
        [
            Line(2, "1/2019"),
            Line(3, "", (OldField.HolderName, "李 An"), (OldField.BirthDate, "1985"), (OldField.Credential, "X"), (OldField.Hours, "nhiều"), (OldField.IssuedOn, "01/01/2099"), (OldField.Course, "#REF!"), (OldField.Issuer, "")),
            Line(4, "1.23E+17", (OldField.ExpiresOn, "01/01/2018"), (OldField.StudiedFrom, "02/03/2019"), (OldField.StudiedTo, "01/03/2019"), (OldField.BirthDate, "05/09/2015"), (OldField.Result, new string('a', 61))),
            Line(5, "1/2019"),
        ];
        var result = await ImportAsync(db, lines);
        Assert.Equal((TranscriptionOutcome.LinesWrong, 0), (result.Outcome, result.Added));
        Assert.Equal(
        [
            new(OldField.CertificateNumber, OldProblem.Missing), new(OldField.HolderName, OldProblem.UnprintableCharacter, "李"), new(OldField.BirthDate, OldProblem.NotADate, "1985"), new(OldField.Credential, OldProblem.UnknownCredential, "X"),
            new(OldField.Course, OldProblem.CellError, "#REF!"), new(OldField.Hours, OldProblem.NotAWholeNumber, "nhiều"), new(OldField.IssuedOn, OldProblem.InTheFuture, "01/01/2099"), new(OldField.Issuer, OldProblem.Missing),
        ], result.Lines[1].Mistakes);
        Assert.Equal(
        [
            new(OldField.CertificateNumber, OldProblem.NotAsText, "1.23E+17"), new(OldField.Result, OldProblem.TooLong, "60"), new(OldField.StudiedTo, OldProblem.EndsBeforeItBegins),
            new(OldField.ExpiresOn, OldProblem.BeforeIssue), new(OldField.BirthDate, OldProblem.TooYoung),
        ], result.Lines[2].Mistakes);
        Assert.Equal([new(OldField.CertificateNumber, OldProblem.TwiceInFile, "2")], result.Lines[3].Mistakes);
        Assert.Empty(await TranscribedAsync(db));

        Assert.Equal(TranscriptionOutcome.LinesWrong, (await ImportAsync(db, lines, leftOut: [3, 5])).Outcome);
        var rest = await ImportAsync(db, lines, leftOut: [2, 3, 4]);
        Assert.Equal((TranscriptionOutcome.Done, 1), (rest.Outcome, rest.Added));
        Assert.Equal(TranscriptionOutcome.NothingChosen, (await ImportAsync(db, lines, leftOut: [2, 3, 4, 5])).Outcome);
    }

    [Theory, EveryDatabase]
    public async Task The_holder_is_who_has_the_code_or_alone_has_the_name_and_birth_date(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider).WithCredentialAsync();
        PossibleHolder Person(string code, string name) => new(Guid.CreateVersion7(), code, name, new DateOnly(1985, 9, 5));
        PossibleHolder[] people = [Person("HV1", "Mạch Thị Thu Ngân"), Person("HV2", "Trần Văn An"), Person("HV3", "Trần Văn An"), new(Guid.CreateVersion7(), "HV4", "Lê Bình", new DateOnly(1970, 1, 1))];
        List<OldLine> lines =
        [
            Line(2, "1", (OldField.HolderName, "MẠCH THỊ THU NGÂN")),
            Line(3, "2", (OldField.HolderName, "Trần Văn An")),
            Line(4, "3", (OldField.HolderName, "Trần Văn An"), (OldField.StaffCode, "HV3")),
            Line(5, "4", (OldField.HolderName, "Y Bhăm Niê")),
            Line(6, "5", (OldField.StaffCode, "HV4")),
            Line(7, "6", (OldField.StaffCode, "HV9")),
        ];
        var result = await ImportAsync(db, lines, leftOut: [6, 7], people);
        Assert.Equal([HolderMatch.Person, HolderMatch.SeveralAlike, HolderMatch.Person, HolderMatch.Nobody, HolderMatch.Nobody, HolderMatch.Nobody], result.Lines.Select(l => l.Holder));
        Assert.Equal([new(OldField.StaffCode, OldProblem.StaffCodeOfAnother, "Lê Bình")], result.Lines[4].Mistakes);
        Assert.Equal([new(OldField.StaffCode, OldProblem.UnknownStaffCode, "HV9")], result.Lines[5].Mistakes);
        var holders = (await TranscribedAsync(db)).ToDictionary(e => e.CertificateNumber, e => e.HolderKey);
        Assert.Equal((people[0].Key, people[2].Key), (holders["1"], holders["3"]));
        Assert.DoesNotContain(holders["2"], people.Select(p => p.Key));
        Assert.NotEqual(holders["2"], holders["4"]);
    }

    [Theory, EveryDatabase]
    public async Task What_is_transcribed_counts_as_held_and_is_replaced_under_a_number_of_ours(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider).WithCredentialAsync();
        var achievement = Sample.Achievement();
        await ImportAsync(db, [Line(2, "1", (OldField.StaffCode, "HV1"))], people: [new(achievement.HolderKey, "HV1", "Mạch Thị Thu Ngân", null)]);
        Assert.Equal(IssueOutcome.AlreadyHeld, await db.IssueAsync(achievement));
        var old = Assert.Single(await TranscribedAsync(db));
        var replaced = await db.UseAsync<CertificateLifecycle, LifecycleResult>(l => l.ReplaceAsync(old.Code, "Mất bản giấy", Registrar));
        var successor = await db.UseAsync<CertificateRegister, RegisterEntry?>(r => r.FindAsync(replaced.Successor!.Value));
        Assert.Equal((false, 1L, "Giỏi"), (successor!.IsTranscribed, successor.RegisterNumber, successor.HistoricResult));
        Assert.Equal(LineState.AlreadyThere, Assert.Single((await ImportAsync(db, [Line(2, "1", (OldField.StaffCode, "HV1"))], people: [new(achievement.HolderKey, "HV1", "Mạch Thị Thu Ngân", null)])).Lines).State);
    }

    [Theory, EveryDatabase]
    public async Task A_run_that_was_killed_goes_on_when_the_file_is_imported_again(DatabaseProvider provider)
    {
        var killer = new SecondSaveFails();
        await using var db = await TestDatabase.OpenAsync(provider, services => services.ConfigureDbContext<LmsDb>(o => o.AddInterceptors(killer))).WithCredentialAsync();
        var lines = Enumerable.Range(2, 600).Select(row => Line(row, $"{row}/2019")).ToList();
        killer.Saves = 0;
        await Assert.ThrowsAsync<InvalidOperationException>(() => ImportAsync(db, lines));
        Assert.Equal(500, (await TranscribedAsync(db)).Count);
        var rest = await ImportAsync(db, lines);
        Assert.Equal((TranscriptionOutcome.Done, 100, 500), (rest.Outcome, rest.Added, rest.AlreadyThere));
        Assert.Null((await db.UseAsync<AuditLog, ChainCheck>(log => log.CheckAsync())).BrokenAt);
    }

    [Theory, EveryDatabase]
    public async Task Of_two_registrars_with_one_list_each_line_is_entered_once(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider).WithCredentialAsync();
        await ImportAsync(db, [Line(2, "0")]);
        var lines = Enumerable.Range(2, 40).Select(row => Line(row, $"{row}/2019")).ToList();
        var results = await Task.WhenAll(Task.Run(() => ImportAsync(db, lines)), Task.Run(() => ImportAsync(db, lines)));
        Assert.Equal(40, results.Sum(r => r.Added));
        Assert.All(results, r => Assert.Contains(r.Outcome, (TranscriptionOutcome[])[TranscriptionOutcome.Done, TranscriptionOutcome.ChangedMeanwhile]));
        Assert.Equal(41, (await TranscribedAsync(db)).Count);
    }

    [Theory, EveryDatabase]
    public async Task A_portion_costs_as_many_reads_with_500_lines_as_with_five(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider).WithCredentialAsync();
        List<OldLine> Lines(int count) => [.. Enumerable.Range(2, count).Select(row => Line(row, $"{count}-{row}", (OldField.IssuedOn, $"20/12/{1990 + row % 30}"), (OldField.BirthDate, $"{1 + row % 28}/9/1970")))];
        var (few, many) = (Lines(5), Lines(500));
        Assert.Equal(await QueryCounter.CountAsync(() => PreviewAsync(db, few)), await QueryCounter.CountAsync(() => PreviewAsync(db, many)));
        await ImportAsync(db, few);
        Assert.Equal(await QueryCounter.CountAsync(() => PreviewAsync(db, few)), await QueryCounter.CountAsync(() => PreviewAsync(db, many)));
    }

    internal static OldLine Line(int row, string number, params (OldField Field, string Text)[] changed)
    {
        var cells = new Dictionary<OldField, string>
        {
            [OldField.RegisterNumber] = "0045/SG", [OldField.CertificateNumber] = number, [OldField.HolderName] = "Mạch Thị Thu Ngân", [OldField.BirthDate] = "5/9/1985", [OldField.BirthPlace] = "An Giang",
            [OldField.Credential] = "CTXH-III", [OldField.Class] = "K12", [OldField.Course] = "Quản lý ca", [OldField.Hours] = "120", [OldField.Result] = "Giỏi", [OldField.DecisionNumber] = "88/QĐ-ĐHLĐXH",
            [OldField.DecidedOn] = "16/12/2019", [OldField.IssuedOn] = "20/12/2019", [OldField.Signatory] = "TS. Trần Minh Hòa", [OldField.Issuer] = "dhldxh",
        };
        foreach (var (field, text) in changed) cells[field] = text;
        return new OldLine(row, cells);
    }

    private static OldRegister Register(IReadOnlyList<OldLine> lines, params PossibleHolder[] people) => new(lines, [Issuer],
        (codes, births, _) => Task.FromResult<IReadOnlyList<PossibleHolder>>([.. people.Where(p => codes.Contains(p.StaffCode) || (p.BirthDate is { } born && births.Contains(born)))]));

    private static Task<TranscriptionResult> ImportAsync(TestDatabase db, IReadOnlyList<OldLine> lines, HashSet<int>? leftOut = null, PossibleHolder[]? people = null) =>
        db.UseAsync<Transcriptions, TranscriptionResult>(t => t.ImportAsync(Register(lines, people ?? []), leftOut ?? Nothing, Registrar));

    private static Task<IReadOnlyList<CheckedLine>> PreviewAsync(TestDatabase db, IReadOnlyList<OldLine> lines) => db.UseAsync<Transcriptions, IReadOnlyList<CheckedLine>>(t => t.PreviewAsync(Register(lines), Nothing));

    private static async Task<IReadOnlyList<RegisterEntry>> TranscribedAsync(TestDatabase db) =>
        (await db.UseAsync<CertificateRegister, RegisterPage>(r => r.PageAsync(new RegisterFilter(Transcribed: true), 1, 1_000))).Entries;

    private static string Padded(string base64Url) => base64Url.Replace('-', '+').Replace('_', '/').PadRight((base64Url.Length + 3) / 4 * 4, '=');

    /// <summary>The process dies between two portions.</summary>
    private sealed class SecondSaveFails : SaveChangesInterceptor
    {
        public int? Saves { get; set; }

        public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            if (Saves is { } saves && (Saves = saves + 1) == 2) throw new InvalidOperationException("Killed.");
            return ValueTask.FromResult(result);
        }
    }
}
