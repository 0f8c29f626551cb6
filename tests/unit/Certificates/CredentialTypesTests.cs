using Lms.Certificates.Credentials;
using Lms.Data;
using Lms.UnitTests.Infrastructure;

namespace Lms.UnitTests.Certificates;

public class CredentialTypesTests
{
    [Theory]
    [InlineData("{number:0000}/{year}/CTXH-III", "0007/2026/CTXH-III")]
    [InlineData("{credential}-{year}-{number}", "X-2026-7")]
    [InlineData("Số {number:000000} ({year})", "Số 000007 (2026)")]
    public void A_number_is_written_as_its_format_says(string format, string number) =>
        Assert.Equal(number, NumberFormat.Parse(format)!.Write(7, 2026, "X"));

    [Theory]
    [InlineData(null), InlineData("")]
    [InlineData("{year}/CTXH"), InlineData("{number}/CTXH")] // the same number twice: within a year, or the year after
    [InlineData("{number}/{number}/{year}")]
    [InlineData("{number}{year}"), InlineData("1{number}/{year}"), InlineData("{number:000}0/{year}")] // 1 and 12026, or 12 and 026?
    [InlineData("{number:0.00}/{year}"), InlineData("{holder}/{number}/{year}"), InlineData("{number/{year}"), InlineData("{number}/{year}\n")]
    public void A_format_that_could_write_one_number_twice_or_has_an_unknown_part_is_refused(string? format) => Assert.Null(NumberFormat.Parse(format));

    [Theory, EveryDatabase]
    public async Task A_type_is_kept_as_data_and_can_be_changed(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider).WithCredentialAsync();
        var changed = Sample.GradeThree with { SignatoryName = "ThS. Lê Thị Ánh", ValidityMonths = 60 };
        Assert.Equal(CredentialProblem.None, await db.UseAsync<CredentialTypes, CredentialProblem>(t => t.ChangeAsync(changed)));
        Assert.Equal([changed], await db.UseAsync<CredentialTypes, List<CredentialType>>(t => t.ListAsync()));
        Assert.Equal(changed, await db.UseAsync<CredentialTypes, CredentialType?>(t => t.FindAsync("CTXH-III")));
        Assert.Null(await db.UseAsync<CredentialTypes, CredentialType?>(t => t.FindAsync("CTXH-IV")));
    }

    [Fact]
    public async Task What_could_not_be_issued_later_is_refused_now()
    {
        await using var db = await TestDatabase.OpenAsync().WithCredentialAsync();
        var good = Sample.GradeThree with { Code = "CTXH-IV" };
        Assert.Equal(CredentialProblem.CodeTaken, await AddAsync(Sample.GradeThree));
        Assert.Equal(CredentialProblem.CodeMissing, await AddAsync(good with { Code = " " }));
        Assert.Equal(CredentialProblem.NameMissing, await AddAsync(good with { NameEn = "" }));
        Assert.Equal(CredentialProblem.ValidityInvalid, await AddAsync(good with { ValidityMonths = 0 }));
        Assert.Equal(CredentialProblem.NumberFormatInvalid, await AddAsync(good with { NumberFormat = "CTXH" }));
        Assert.Equal(CredentialProblem.UnprintableCharacter, await AddAsync(good with { SignatoryName = "李先生" }));
        Assert.Equal(CredentialProblem.CodeUnknown, await db.UseAsync<CredentialTypes, CredentialProblem>(t => t.ChangeAsync(good)));
        Assert.Equal(CredentialProblem.None, await AddAsync(good));

        Task<CredentialProblem> AddAsync(CredentialType type) => db.UseAsync<CredentialTypes, CredentialProblem>(t => t.AddAsync(type));
    }
}
