using Lms.Assessment.Questions;
using Lms.Data;
using Lms.UnitTests.Infrastructure;

namespace Lms.UnitTests.Assessment;

public sealed class BankSettingsTests
{
    [Theory, EveryDatabase]
    public async Task A_bank_is_shared_with_those_named_or_with_all_and_taken_back(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var (owner, friend, stranger) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        var bank = await db.UseAsync<QuestionBanks, Guid>(b => b.CreateAsync("Ngân hàng", owner, null));
        Assert.Empty(await SharedAsync(db, friend));

        await ShareAsync(db, bank, new BankShares(false, [friend, owner]));
        Assert.Equal([bank], await SharedAsync(db, friend));
        Assert.Empty(await SharedAsync(db, stranger));
        Assert.Empty(await SharedAsync(db, owner));
        var shares = await db.UseAsync<BankSettings, BankShares>(s => s.SharesAsync(bank));
        Assert.Equal((false, friend), (shares.All, Assert.Single(shares.Organisations)));

        await ShareAsync(db, bank, new BankShares(true, [friend]));
        Assert.Equal([bank], await SharedAsync(db, stranger));
        Assert.Equal(1, await QueryCounter.CountAsync(() => SharedAsync(db, stranger)));

        await ShareAsync(db, bank, new BankShares(false, []));
        Assert.Empty(await SharedAsync(db, friend));
        Assert.False(await db.UseAsync<BankSettings, bool>(s => s.ShareAsync(Guid.NewGuid(), new BankShares(true, []))));
    }

    private static Task<bool> ShareAsync(TestDatabase db, Guid bank, BankShares shares) => db.UseAsync<BankSettings, bool>(s => s.ShareAsync(bank, shares));

    private static async Task<List<Guid>> SharedAsync(TestDatabase db, Guid organisation) =>
        (await db.UseAsync<BankSettings, List<BankSummary>>(s => s.SharedWithAsync([organisation]))).ConvertAll(b => b.Key);
}
