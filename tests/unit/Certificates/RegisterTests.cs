using Lms.Certificates.Issuing;
using Lms.Certificates.Register;
using Lms.Certificates.Verification;
using Lms.Data;
using Lms.UnitTests.Infrastructure;
using Face = Lms.Certificates.Issuing.Certificates;

namespace Lms.UnitTests.Certificates;

public class RegisterTests
{
    [Theory, EveryDatabase]
    public async Task Search_ignores_case_and_diacritics(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider).WithCredentialAsync();
        var duong = await db.IssuedAsync(Sample.Achievement("Nguyễn Thị Thùy Dương"));
        var dieu = await db.IssuedAsync(Sample.Achievement("Đỗ Văn Điểu"));
        var tuyen = await db.IssuedAsync(Sample.Achievement("K'Tuyên"));

        Assert.Equal([duong], await SearchAsync(db, "THUY duong"));
        Assert.Equal([duong], await SearchAsync(db, "Dương Nguyễn"));
        Assert.Equal([dieu], await SearchAsync(db, "  do  dieu "));
        Assert.Equal([tuyen], await SearchAsync(db, "K’tuyen"));
        Assert.Equal([dieu], await SearchAsync(db, "0002/2026/ctxh-iii"));
        Assert.Equal([tuyen], await SearchAsync(db, tuyen.Code.Spoken.ToLowerInvariant()));
        Assert.Equal(3, (await SearchAsync(db, " ")).Count);
        Assert.Empty(await SearchAsync(db, "100%"));
    }

    [Theory, EveryDatabase]
    public async Task Filters_narrow_the_register(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider).WithCredentialAsync(Sample.GradeThree with { ValidityMonths = 12 });
        var achievement = Sample.Achievement();
        var old = await db.IssuedAsync(achievement);
        db.Clock.Advance(TimeSpan.FromDays(400));
        var revoked = await db.IssuedAsync(Sample.Achievement());
        await db.UseAsync<Face>(c => c.RevokeAsync(revoked.Code, "Sai", Guid.CreateVersion7()));
        var valid = await db.IssuedAsync(Sample.Achievement());

        Assert.Equal([old.Code], await FilteredAsync(db, new RegisterFilter(Standing: Standing.Expired)));
        Assert.Equal([revoked.Code], await FilteredAsync(db, new RegisterFilter(Standing: Standing.Revoked)));
        Assert.Equal([valid.Code], await FilteredAsync(db, new RegisterFilter(Standing: Standing.Valid)));
        Assert.Empty(await FilteredAsync(db, new RegisterFilter(Standing: Standing.Superseded)));
        Assert.Equal([old.Code], await FilteredAsync(db, new RegisterFilter(Year: 2026)));
        Assert.Equal([old.Code], await FilteredAsync(db, new RegisterFilter(ClassKey: achievement.ClassKey)));
        Assert.Equal([valid.Code, revoked.Code, old.Code], await FilteredAsync(db, new RegisterFilter(IssuerKey: Sample.Issuer, CredentialCode: "CTXH-III")));
        Assert.Empty(await FilteredAsync(db, new RegisterFilter(CredentialCode: "CTXH-IV")));
        Assert.Equal(new RegisterCounts(3, 1), await db.UseAsync<CertificateRegister, RegisterCounts>(r => r.CountsAsync()));
    }

    [Theory, EveryDatabase]
    public async Task Pages_run_backwards_and_the_export_forwards_in_flat_queries(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider).WithCredentialAsync();
        for (var i = 0; i < 5; i++) await db.IssuedAsync(Sample.Achievement());

        RegisterPage? page = null;
        Assert.Equal(2, await QueryCounter.CountAsync(async () => page = await PageAsync(db, new RegisterFilter(), 2, 2)));
        Assert.Equal((5, 2, 2), (page!.Total, page.Page, page.PageSize));
        Assert.Equal([3L, 2L], page.Entries.Select(e => e.RegisterNumber));
        Assert.Equal(86.5m, page.Entries[0].ResultPercent);

        List<long> numbers = [];
        Assert.Equal(1, await QueryCounter.CountAsync(() => db.UseAsync<CertificateRegister>(async r =>
        {
            await foreach (var entry in r.AllAsync(new RegisterFilter())) numbers.Add(entry.RegisterNumber);
        })));
        Assert.Equal([1L, 2L, 3L, 4L, 5L], numbers);
    }

    [Fact]
    public async Task An_empty_register_counts_nothing()
    {
        await using var db = await TestDatabase.OpenAsync();
        Assert.Equal(new RegisterCounts(0, 0), await db.UseAsync<CertificateRegister, RegisterCounts>(r => r.CountsAsync()));
        Assert.Null(await db.UseAsync<CertificateRegister, RegisterEntry?>(r => r.FindAsync(CertificateCode.New())));
    }

    private static async Task<IReadOnlyList<RegisterEntry>> SearchAsync(TestDatabase db, string text) => (await PageAsync(db, new RegisterFilter(text), 1, 50)).Entries;
    private static async Task<IEnumerable<CertificateCode>> FilteredAsync(TestDatabase db, RegisterFilter filter) => (await PageAsync(db, filter, 1, 50)).Entries.Select(e => e.Code);
    private static Task<RegisterPage> PageAsync(TestDatabase db, RegisterFilter filter, int page, int size) => db.UseAsync<CertificateRegister, RegisterPage>(r => r.PageAsync(filter, page, size));
}
