using Lms.Certificates.Credentials;
using Lms.Certificates.Issuing;
using Lms.Certificates.Register;
using Lms.Certificates.Verification;
using Lms.Data;
using Lms.UnitTests.Infrastructure;
using Face = Lms.Certificates.Issuing.Certificates;

namespace Lms.UnitTests.Certificates;

public class TranscriptionTests
{
    private static readonly CredentialIssuer Issuer = new(Sample.Issuer, "Trường Đại học Lao động – Xã hội", "University of Labour and Social Affairs");
    private static readonly OldRegisterLine Line = new(2, "CTXH-III", "0001/2026/CTXH-III", "17", "Mạch Thị Thu Ngân", "05/09/1980", "An Giang", "", "Công tác xã hội cơ bản", "K12", "120", "20/12/2021", "", "88/QĐ", "15/12/2021", "TS. Lê A", "Giám đốc", "");

    [Theory, EveryDatabase]
    public async Task An_old_certificate_keeps_its_number_and_leaves_no_gap_in_ours(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider).WithCredentialAsync();
        Assert.Equal(1, (await ImportAsync(db, [Line])).Added);
        var ours = await db.IssuedAsync(Sample.Achievement());
        Assert.Equal((1L, "0001/2026/CTXH-III"), (ours.RegisterNumber, ours.CertificateNumber));

        var old = (await db.UseAsync<CertificateRegister, RegisterPage>(r => r.PageAsync(new RegisterFilter(Year: 2021), 1))).Entries.Single();
        Assert.Equal((true, "0001/2026/CTXH-III", "17", "88/QĐ"), (old.IsTranscribed, old.CertificateNumber, old.HistoricRegisterNumber!, old.DecisionNumber!));
        var verified = await db.UseAsync<Face, VerificationResult>(c => c.VerifyAsync(old.Code.Value));
        Assert.Equal((Standing.Valid, true), (verified.Standing, verified.Facts!.IsTranscribed));
    }

    [Theory, EveryDatabase]
    public async Task The_same_list_read_again_adds_nothing_and_a_different_person_under_one_number_is_named(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider).WithCredentialAsync();
        var second = Line with { Line = 3, CertificateNumber = "0002", HolderName = "Y Bhăm Niê", IssuedOn = "44550" };
        Assert.Equal(2, (await ImportAsync(db, [Line, second])).Added);
        var again = await ImportAsync(db, [Line with { BirthDate = "1980-09-05" }, second, second with { Line = 4, CertificateNumber = "0003" }]);
        Assert.Equal((1, 2), (again.Added, again.Lines.Count(l => l.AlreadyThere)));
        var differs = await ImportAsync(db, [Line with { HolderName = "Người Khác" }]);
        Assert.Equal([new(OldRegisterField.CertificateNumber, OldRegisterProblem.DiffersFromRegister)], differs.Lines[0].Mistakes);
        Assert.Equal(3, (await db.UseAsync<CertificateRegister, RegisterCounts>(r => r.CountsAsync())).Issued);
    }

    [Theory, EveryDatabase]
    public async Task Every_mistake_is_named_with_its_field_and_nothing_is_added(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider).WithCredentialAsync();
        var result = await ImportAsync(db,
        [
            Line,
            Line with { Line = 3, CertificateNumber = "", CredentialCode = "X", HolderName = "李", BirthDate = "31/02/1980", Hours = "nhiều", IssuedOn = "01/01/2099", StaffCode = "HV9" },
            Line with { Line = 4, CertificateNumber = "0009", ExpiresOn = "01/01/2020" },
            Line with { Line = 5 },
        ]);
        Assert.Equal(0, result.Added);
        Assert.Equal(
        [
            new(OldRegisterField.CredentialCode, OldRegisterProblem.UnknownCredential), new(OldRegisterField.CertificateNumber, OldRegisterProblem.Missing), new(OldRegisterField.HolderName, OldRegisterProblem.UnprintableCharacter),
            new(OldRegisterField.BirthDate, OldRegisterProblem.NotADate), new(OldRegisterField.IssuedOn, OldRegisterProblem.InTheFuture), new(OldRegisterField.Hours, OldRegisterProblem.NotAWholeNumber), new(OldRegisterField.StaffCode, OldRegisterProblem.UnknownPerson),
        ], result.Lines[1].Mistakes);
        Assert.Equal([new(OldRegisterField.ExpiresOn, OldRegisterProblem.BeforeIssue)], result.Lines[2].Mistakes);
        Assert.Equal([new(OldRegisterField.CertificateNumber, OldRegisterProblem.TwiceInThisFile)], result.Lines[3].Mistakes);
        Assert.Equal(0, (await db.UseAsync<CertificateRegister, RegisterCounts>(r => r.CountsAsync())).Issued);
    }

    [Theory, EveryDatabase]
    public async Task A_transcribed_certificate_counts_as_held(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider).WithCredentialAsync();
        var achievement = Sample.Achievement();
        await db.UseAsync<Transcription, TranscriptionResult>(t => t.ImportAsync(Issuer, [Line with { StaffCode = "HV1" }], new Dictionary<string, Guid> { ["HV1"] = achievement.HolderKey }, Batch.Registrar));
        Assert.Equal(IssueOutcome.AlreadyHeld, await db.IssueAsync(achievement));
    }

    private static Task<TranscriptionResult> ImportAsync(TestDatabase db, IReadOnlyList<OldRegisterLine> lines) =>
        db.UseAsync<Transcription, TranscriptionResult>(t => t.ImportAsync(Issuer, lines, new Dictionary<string, Guid>(), Batch.Registrar));
}
