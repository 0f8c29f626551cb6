using System.Buffers.Text;
using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json.Nodes;
using Lms.Certificates.Register;
using Lms.Certificates.Signing;
using Lms.Data;
using Lms.UnitTests.Infrastructure;

namespace Lms.UnitTests.Certificates.Signing;

/// <summary>Carriers B and C, read back and spoilt in every way we could think of.</summary>
public class CarrierTests
{
    [Theory, EveryDatabase]
    public async Task What_was_issued_is_read_back_from_both_carriers(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider).WithCredentialAsync(Sample.GradeThree with { ValidityMonths = 60 });
        var signed = await db.SignedAsync();

        var offline = await db.ReadOfflineAsync($"http://localhost:5000/v#{signed.Digits}");
        Assert.Equal(CarrierState.Valid, offline.State);
        Assert.Equal(new OfflineClaims("localhost:5000", CityCalendar.StartOf(signed.Entry.ExpiresOn!.Value.AddDays(1)), offline.Claims!.IssuedAt, signed.Entry.Code,
            "0001/2026/CTXH-III", "Nguyễn Thị Thùy Dương", new DateOnly(1990, 9, 5), "CTXH-III", signed.StatusList, signed.StatusIndex), offline.Claims);
        Assert.Equal(signed.Entry.IssuedOn, CityCalendar.DateAt(offline.Claims.IssuedAt));

        var credential = await db.ReadCredentialAsync(signed.Jwt);
        Assert.Equal(CarrierState.Valid, credential.State);
        Assert.Equal((signed.Entry.Code, "Nguyễn Thị Thùy Dương", "0001/2026/CTXH-III"), (credential.Claims!.Code, credential.Claims.HolderName, credential.Claims.CertificateNumber));
    }

    [Fact]
    public async Task A_certificate_of_usual_length_fits_the_square_it_is_printed_in()
    {
        await using var db = await TestDatabase.OpenAsync().WithCredentialAsync(Sample.GradeThree with { ValidityMonths = 60 });
        var signed = await db.SignedAsync(Sample.Achievement("Nguyễn Hoàng Bảo Thiên Phương Nghi"));
        Assert.InRange(BytesOf(signed.Digits).Length, 100, 259);
    }

    [Fact]
    public async Task No_flipped_bit_of_the_offline_carrier_is_believed()
    {
        await using var db = await TestDatabase.OpenAsync().WithCredentialAsync();
        var bytes = BytesOf((await db.SignedAsync()).Digits);
        for (var i = 0; i < bytes.Length * 8; i++)
        {
            bytes[i / 8] ^= (byte)(1 << (i % 8));
            var reading = await db.ReadOfflineAsync(DigitsOf(bytes));
            Assert.True(reading.State is not CarrierState.Valid, $"bit {i}");
            bytes[i / 8] ^= (byte)(1 << (i % 8));
        }
    }

    [Fact]
    public async Task No_changed_claim_of_the_credential_is_believed()
    {
        await using var db = await TestDatabase.OpenAsync().WithCredentialAsync(Sample.GradeThree with { ValidityMonths = 60 });
        var parts = (await db.SignedAsync()).Jwt.Split('.');
        var paths = Leaves(Payload(parts)).ToList();
        Assert.True(paths.Count > 25);
        foreach (var path in paths)
        {
            var json = Payload(parts);
            Change(json, path);
            var spoilt = $"{parts[0]}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.ToJsonString()))}.{parts[2]}";
            Assert.True((await db.ReadCredentialAsync(spoilt)).State is CarrierState.Altered or CarrierState.Unreadable, path);
        }
    }

    [Fact]
    public async Task Neither_another_algorithm_nor_no_algorithm_is_accepted()
    {
        await using var db = await TestDatabase.OpenAsync().WithCredentialAsync();
        var signed = await db.SignedAsync();
        var parts = signed.Jwt.Split('.');
        foreach (var algorithm in new[] { "none", "HS256", "es256", "RS256" })
        {
            var header = Base64Url.EncodeToString(Encoding.UTF8.GetBytes($$"""{"alg":"{{algorithm}}","kid":"http://localhost:5000/keys/{{signed.KeyId}}"}"""));
            Assert.Equal(CarrierState.Unreadable, (await db.ReadCredentialAsync($"{header}.{parts[1]}.{parts[2]}")).State);
        }
    }

    [Fact]
    public async Task Another_issuers_key_is_told_from_ours()
    {
        await using var db = await TestDatabase.OpenAsync().WithCredentialAsync();
        await using var other = await TestDatabase.OpenAsync().WithCredentialAsync();
        await db.SignedAsync();
        var foreign = await other.SignedAsync();
        Assert.Equal(CarrierState.KeyUnknown, (await db.ReadOfflineAsync(foreign.Digits)).State);
        Assert.Equal(CarrierState.KeyUnknown, (await db.ReadCredentialAsync(foreign.Jwt)).State);
    }

    [Fact]
    public async Task A_withdrawn_key_is_believed_no_more_and_its_certificates_are_sealed_anew()
    {
        await using var db = await TestDatabase.OpenAsync().WithCredentialAsync();
        var before = await db.SignedAsync();
        Assert.Equal(WithdrawKeyOutcome.Withdrawn, await db.UseAsync<SigningKeys, WithdrawKeyOutcome>(k => k.WithdrawAsync(before.KeyId, "Lộ khóa bí mật")));
        Assert.Equal(CarrierState.KeyWithdrawn, (await db.ReadOfflineAsync(before.Digits)).State);
        Assert.Equal(CarrierState.KeyWithdrawn, (await db.ReadCredentialAsync(before.Jwt)).State);

        Assert.Equal(1, await db.UseAsync<Resealing, int>(r => r.RunAsync()));
        var after = await db.SealOfAsync(before.Entry.Code);
        Assert.NotEqual(before.KeyId, after.KeyId);
        Assert.Equal((before.StatusList, before.StatusIndex), (after.StatusList, after.StatusIndex));
        Assert.Equal(CarrierState.Valid, (await db.ReadOfflineAsync(after.Digits)).State);
        Assert.Equal(0, await db.UseAsync<Resealing, int>(r => r.RunAsync()));
    }

    [Fact]
    public async Task A_certificate_dated_after_its_key_retired_is_not_believed()
    {
        await using var db = await TestDatabase.OpenAsync().WithCredentialAsync();
        var before = await db.SignedAsync();
        var late = await db.SignedAsync(); // as a thief of the old key would date it
        await db.UseAsync<LmsDb>(async context =>
        {
            foreach (var key in context.Set<SigningKey>()) key.RetireAt(db.Clock.GetUtcNow().UtcDateTime.AddDays(-1));
            await context.SaveChangesAsync();
        });
        db.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(CarrierState.KeyExpired, (await db.ReadOfflineAsync(late.Digits)).State);
        Assert.Equal(CarrierState.KeyExpired, (await db.ReadCredentialAsync(before.Jwt)).State);
    }

    [Fact]
    public async Task Strange_input_is_unreadable_and_nothing_worse()
    {
        await using var db = await TestDatabase.OpenAsync().WithCredentialAsync();
        var random = new Random(20261122);
        foreach (var text in new[] { "", "#", "0", "abc", "-5", "1e9", new string('9', 6000), "https://x/v#", "https://x/v#12a", "..", "a.b.c", new string('A', 300_000) })
        {
            Assert.Equal(CarrierState.Unreadable, (await db.ReadOfflineAsync(text)).State);
            Assert.Equal(CarrierState.Unreadable, (await db.ReadCredentialAsync(text)).State);
        }

        for (var i = 0; i < 2_000; i++)
        {
            var bytes = new byte[random.Next(1, 300)];
            random.NextBytes(bytes);
            if (random.Next(2) == 0) bytes[0] = 0xD2;
            Assert.Equal(CarrierState.Unreadable, (await db.ReadOfflineAsync(DigitsOf(bytes))).State);
        }
    }

    private static byte[] BytesOf(string digits) => BigInteger.Parse(digits, CultureInfo.InvariantCulture).ToByteArray(isUnsigned: true, isBigEndian: true);
    private static string DigitsOf(byte[] bytes) => new BigInteger(bytes, isUnsigned: true, isBigEndian: true).ToString(CultureInfo.InvariantCulture);
    private static JsonObject Payload(string[] parts) => JsonNode.Parse(Base64Url.DecodeFromChars(parts[1]))!.AsObject();

    private static IEnumerable<string> Leaves(JsonNode node) => node switch
    {
        JsonObject o => o.SelectMany(p => Leaves(p.Value!)),
        JsonArray a => a.SelectMany(n => Leaves(n!)),
        _ => [node.GetPath()],
    };

    private static void Change(JsonObject root, string path)
    {
        var leaf = All(root).Single(n => n.GetPath() == path);
        leaf.ReplaceWith(leaf.GetValueKind() == System.Text.Json.JsonValueKind.String ? JsonValue.Create($"{leaf}x")
            : leaf.GetValueKind() == System.Text.Json.JsonValueKind.Number ? JsonValue.Create(leaf.GetValue<long>() + 1) : JsonValue.Create(!leaf.GetValue<bool>()));

        static IEnumerable<JsonNode> All(JsonNode node) => node switch
        {
            JsonObject o => o.SelectMany(p => All(p.Value!)).ToList(),
            JsonArray a => a.SelectMany(n => All(n!)).ToList(),
            _ => [node],
        };
    }
}
