using Lms.Certificates.Employers;
using Lms.Data;
using Lms.UnitTests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Lms.UnitTests.Certificates.Employers;

public class ApiKeysTests
{
    private static readonly Guid Registrar = Guid.CreateVersion7();

    [Theory, EveryDatabase]
    public async Task A_key_is_known_until_it_is_withdrawn_and_only_its_hash_is_kept(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var issued = await db.KeyAsync("https://example.com/hook");

        var known = await FindAsync(db, issued.Text);
        Assert.Equal(600, known!.PerMinute);
        Assert.Null(await FindAsync(db, issued.Text[..^1] + (issued.Text[^1] == 'A' ? 'B' : 'A')));
        foreach (var text in new[] { "", "lms_", new string('x', 36) }) Assert.Null(await FindAsync(db, text));

        var row = await db.UseAsync<LmsDb, ApiKeyRow>(context => context.Set<ApiKeyRow>().SingleAsync());
        var secret = Convert.FromHexString(issued.WebhookSecret!);
        Assert.DoesNotContain(issued.Text[8..], $"{row.Name}{row.Hint}{Convert.ToHexString(row.Hash)}", StringComparison.Ordinal);
        Assert.True(row.SealedSecret.AsSpan().IndexOf(secret) < 0);

        Assert.True(await db.UseAsync<ApiKeys, bool>(k => k.WithdrawAsync(known.Key)));
        Assert.Null(await FindAsync(db, issued.Text));
        Assert.False(await db.UseAsync<ApiKeys, bool>(k => k.WithdrawAsync(Guid.CreateVersion7())));
    }

    [Theory]
    [InlineData(" ", 60, null, ApiKeyProblem.NameMissing)]
    [InlineData("Bệnh viện", 0, null, ApiKeyProblem.PerMinuteOutOfRange)]
    [InlineData("Bệnh viện", 60, "http://example.com", ApiKeyProblem.WebhookNotHttps)]
    [InlineData("Bệnh viện", 60, "https://user:secret@example.com", ApiKeyProblem.WebhookNotHttps)]
    [InlineData("Bệnh viện", 60, "example.com", ApiKeyProblem.WebhookNotHttps)]
    public async Task A_key_that_lacks_something_is_not_issued(string name, int perMinute, string? webhook, ApiKeyProblem problem)
    {
        await using var db = await TestDatabase.OpenAsync();
        Assert.Equal((problem, null), await db.UseAsync<ApiKeys, (ApiKeyProblem, IssuedApiKey?)>(k => k.IssueAsync(new ApiKeyDraft(name, perMinute, webhook), Registrar)));
        Assert.Empty(await db.UseAsync<ApiKeys, List<ApiKeySummary>>(k => k.ListAsync()));
    }

    [Fact]
    public async Task The_list_of_keys_costs_one_query()
    {
        await using var db = await TestDatabase.OpenAsync();
        for (var i = 0; i < 5; i++) await db.KeyAsync();
        Assert.Equal(1, await QueryCounter.CountAsync(() => db.UseAsync<ApiKeys, List<ApiKeySummary>>(k => k.ListAsync())));
    }

    private static Task<KnownApiKey?> FindAsync(TestDatabase db, string text) => db.UseAsync<ApiKeys, KnownApiKey?>(k => k.FindAsync(text));
}

internal static class Employer
{
    public static async Task<IssuedApiKey> KeyAsync(this TestDatabase db, string? webhook = null)
    {
        var (problem, issued) = await db.UseAsync<ApiKeys, (ApiKeyProblem Problem, IssuedApiKey? Issued)>(k => k.IssueAsync(new ApiKeyDraft("Bệnh viện Nhi đồng 1", 600, webhook), Guid.CreateVersion7()));
        Assert.Equal(ApiKeyProblem.None, problem);
        return issued!;
    }

    public static async Task<Guid> KeyOfAsync(this TestDatabase db, IssuedApiKey issued) => (await db.UseAsync<ApiKeys, KnownApiKey?>(k => k.FindAsync(issued.Text)))!.Key;
}
