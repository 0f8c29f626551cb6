using Lms.Certificates.Verification;
using Lms.Data;
using Lms.UnitTests.Infrastructure;

namespace Lms.UnitTests.Certificates;

public class LookupTests
{
    [Theory, EveryDatabase]
    public async Task Many_codes_are_answered_in_their_order_in_one_query(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider).WithCredentialAsync();
        var (first, second) = (await db.IssuedAsync(Sample.Achievement("Lê Văn A")), await db.IssuedAsync(Sample.Achievement("Y Bhăm Niê")));
        string[] asked = [second.Code.Spoken, "x", first.Code.Value.ToLowerInvariant(), "", CertificateCode.New().Value, second.Code.Value];

        IReadOnlyList<VerificationResult> found = [];
        Assert.Equal(1, await QueryCounter.CountAsync(async () => found = await ManyAsync(db, asked)));

        Assert.Equal(["Y Bhăm Niê", null, "Lê Văn A", null, null, "Y Bhăm Niê"], found.Select(r => r.Facts?.HolderName));
        Assert.Equal([Standing.Valid, Standing.Unknown, Standing.Valid, Standing.Unknown, Standing.Unknown, Standing.Valid], found.Select(r => r.Standing));
    }

    [Theory, EveryDatabase]
    public async Task A_thousand_codes_cost_one_query(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider).WithCredentialAsync();
        var asked = Enumerable.Range(0, 1000).Select(_ => CertificateCode.New().Value).ToList();
        Assert.Equal(1, await QueryCounter.CountAsync(() => ManyAsync(db, asked)));
    }

    [Theory, EveryDatabase]
    public async Task A_number_is_found_with_the_right_year_of_birth_and_not_otherwise(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider).WithCredentialAsync();
        var entry = await db.IssuedAsync(Sample.Achievement());

        Assert.Equal(entry.Code, Assert.Single(await FindAsync($" {entry.CertificateNumber} ", 1990)).Facts!.Code);
        foreach (var (number, year) in new[] { (entry.CertificateNumber, 1991), (entry.CertificateNumber[1..], 1990), ("%", 1990), ("", 1990), (entry.CertificateNumber, 0), (entry.CertificateNumber, int.MaxValue) })
            Assert.Empty(await FindAsync(number, year));
        Assert.Equal(1, await QueryCounter.CountAsync(() => FindAsync("none", 1990)));

        Task<IReadOnlyList<VerificationResult>> FindAsync(string number, int year) => db.UseAsync<CertificateLookup, IReadOnlyList<VerificationResult>>(l => l.ByNumberAsync(number, year));
    }

    private static Task<IReadOnlyList<VerificationResult>> ManyAsync(TestDatabase db, IReadOnlyList<string> codes) =>
        db.UseAsync<CertificateLookup, IReadOnlyList<VerificationResult>>(l => l.ManyAsync(codes));
}
