using System.Text;
using Lms.Certificates;
using Lms.Certificates.Signing;
using Lms.Data;
using Lms.UnitTests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.UnitTests.Certificates.Signing;

public class SigningKeysTests
{
    [Theory, EveryDatabase]
    public async Task A_key_is_announced_for_a_week_before_it_signs(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider).WithCredentialAsync();
        var first = (await db.SignedAsync()).KeyId;
        var second = await RotateAsync(db, atOnce: false);
        Assert.Equal(first, (await db.SignedAsync()).KeyId);
        Assert.Equal([SigningKeyState.Announced, SigningKeyState.Active], (await KeysAsync(db)).Select(k => k.State));
        Assert.Contains(second, Encoding.UTF8.GetString(await db.UseAsync<PublicKeySet, byte[]>(k => k.JwksAsync())));

        db.Clock.Advance(TimeSpan.FromDays(8));
        Assert.Equal(second, (await db.SignedAsync()).KeyId);
        Assert.Equal([(SigningKeyState.Active, 1), (SigningKeyState.Retired, 2)], (await KeysAsync(db)).Select(k => (k.State, k.Seals)));
    }

    [Fact]
    public async Task The_schedule_makes_the_first_key_and_the_next_one_when_the_year_ends()
    {
        await using var db = await TestDatabase.OpenAsync();
        Assert.NotNull(await RotateIfDueAsync(db));
        Assert.Null(await RotateIfDueAsync(db));
        db.Clock.Advance(TimeSpan.FromDays(359));
        Assert.NotNull(await RotateIfDueAsync(db));
        Assert.Null(await RotateIfDueAsync(db));
        db.Clock.Advance(TimeSpan.FromDays(200));
        Assert.Null(await RotateIfDueAsync(db));
    }

    [Fact]
    public async Task A_withdrawn_key_leaves_every_public_document_and_loses_its_secret()
    {
        await using var db = await TestDatabase.OpenAsync().WithCredentialAsync();
        var id = (await db.SignedAsync()).KeyId;
        Assert.Equal(WithdrawKeyOutcome.ReasonMissing, await db.UseAsync<SigningKeys, WithdrawKeyOutcome>(k => k.WithdrawAsync(id, " ")));
        await db.UseAsync<SigningKeys, WithdrawKeyOutcome>(k => k.WithdrawAsync(id, "Lộ khóa"));
        Assert.Null(await db.UseAsync<PublicKeySet, byte[]?>(k => k.FindAsync(id)));
        Assert.DoesNotContain(id, Encoding.UTF8.GetString(await db.UseAsync<PublicKeySet, byte[]>(k => k.DidDocumentAsync())));
        Assert.Empty(await db.UseAsync<LmsDb, byte[]>(context => context.Set<SigningKey>().Select(k => k.SealedPrivateKey).SingleAsync()));
        Assert.NotEqual(id, (await db.SignedAsync()).KeyId);
    }

    [Fact]
    public async Task A_private_key_is_not_in_the_database_in_the_open_and_opens_with_its_own_master_key_only()
    {
        await using var db = await TestDatabase.OpenAsync().WithCredentialAsync();
        await db.SignedAsync();
        var (id, sealedKey) = await db.UseAsync<LmsDb, (string, byte[])>(async context => await context.Set<SigningKey>().Select(k => new ValueTuple<string, byte[]>(k.Id, k.SealedPrivateKey)).SingleAsync());
        // What an unencrypted PKCS#8 key of P-256 carries: the object identifier of the curve.
        Assert.Equal(-1, sealedKey.AsSpan().IndexOf(new byte[] { 0x06, 0x08, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07 }));
        Assert.NotNull(Vault(db).Open(sealedKey, id));
        Assert.Null(Vault(db).Open(sealedKey, "another"));
        Assert.Null(new KeyVault(Microsoft.Extensions.Options.Options.Create(new CertificateOptions { MasterKey = new byte[32] })).Open(sealedKey, id));
    }

    private static KeyVault Vault(TestDatabase db)
    {
        using var scope = db.Scope();
        return scope.ServiceProvider.GetRequiredService<KeyVault>();
    }

    private static Task<string> RotateAsync(TestDatabase db, bool atOnce) => db.UseAsync<SigningKeys, string>(k => k.RotateAsync(atOnce));
    private static Task<string?> RotateIfDueAsync(TestDatabase db) => db.UseAsync<SigningKeys, string?>(k => k.RotateIfDueAsync());
    private static Task<List<SigningKeyFacts>> KeysAsync(TestDatabase db) => db.UseAsync<SigningKeys, List<SigningKeyFacts>>(k => k.ListAsync());
}
