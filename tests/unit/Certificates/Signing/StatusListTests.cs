using System.Buffers.Text;
using System.IO.Compression;
using System.Text.Json;
using Lms.Certificates.Issuing;
using Lms.Certificates.Signing;
using Lms.Data;
using Lms.UnitTests.Infrastructure;
using Face = Lms.Certificates.Issuing.Certificates;

namespace Lms.UnitTests.Certificates.Signing;

public class StatusListTests
{
    [Theory, EveryDatabase]
    public async Task The_bit_of_a_revoked_certificate_and_no_other_is_set(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider).WithCredentialAsync();
        var revoked = await db.SignedAsync();
        var valid = await db.SignedAsync();
        Assert.Equal(RevokeOutcome.Revoked, await db.UseAsync<Face, RevokeOutcome>(c => c.RevokeAsync(revoked.Entry.Code, "Thông tin sai", Guid.CreateVersion7())));

        var bits = Bits(await db.StatusListAsync(StatusPurpose.Revocation, 0));
        Assert.Equal(StatusPlace.ListLength / 8, bits.Length);
        Assert.Equal([revoked.StatusIndex], Set(bits));
        Assert.NotEqual(revoked.StatusIndex, valid.StatusIndex);
        Assert.Empty(Set(Bits(await db.StatusListAsync(StatusPurpose.Suspension, 0))));
        Assert.Null(await db.StatusListAsync(StatusPurpose.Revocation, 1));
    }

    [Fact]
    public async Task A_suspended_certificate_is_in_its_own_list_and_a_renewed_one_in_none()
    {
        await using var db = await TestDatabase.OpenAsync().WithCredentialAsync(Sample.GradeThree with { ValidityMonths = 12 });
        var (suspended, replaced, renewed) = (await db.SignedAsync(), await db.SignedAsync(), await db.SignedAsync());
        await db.UseAsync<CertificateLifecycle, LifecycleOutcome>(c => c.SuspendAsync(suspended.Entry.Code, "Đang xác minh", Guid.CreateVersion7()));
        await db.UseAsync<CertificateLifecycle, LifecycleResult>(c => c.ReplaceAsync(replaced.Entry.Code, "Mất bản giấy", Guid.CreateVersion7()));
        await db.UseAsync<CertificateLifecycle, LifecycleResult>(c => c.RenewAsync(renewed.Entry.Code, "24 giờ cập nhật kiến thức", Guid.CreateVersion7()));
        Assert.Equal([suspended.StatusIndex], Set(Bits(await db.StatusListAsync(StatusPurpose.Suspension, 0))));
        Assert.Equal([replaced.StatusIndex], Set(Bits(await db.StatusListAsync(StatusPurpose.Revocation, 0))));
    }

    [Fact]
    public async Task A_list_is_at_most_a_minute_older_than_the_register()
    {
        await using var db = await TestDatabase.OpenAsync().WithCredentialAsync();
        var certificate = await db.SignedAsync();
        Assert.Empty(Set(Bits(await db.StatusListAsync(StatusPurpose.Revocation, 0))));
        await db.UseAsync<Face, RevokeOutcome>(c => c.RevokeAsync(certificate.Entry.Code, "Thông tin sai", Guid.CreateVersion7()));
        db.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal([certificate.StatusIndex], Set(Bits(await db.StatusListAsync(StatusPurpose.Revocation, 0))));
    }

    [Fact]
    public void Every_place_of_a_list_is_given_out_once()
    {
        var list = new StatusList(0, Enumerable.Range(0, 32).Select(i => (byte)i).ToArray());
        var given = new System.Collections.BitArray(StatusPlace.ListLength);
        for (var n = 0; n < StatusPlace.ListLength; n++)
        {
            var place = list.PlaceOf(n);
            Assert.False(given[place]);
            given[place] = true;
        }
    }

    [Theory, EveryDatabase]
    public async Task A_list_costs_as_many_statements_for_many_certificates_as_for_one(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider).WithCredentialAsync();
        await db.SignedAsync();
        var few = await QueryCounter.CountAsync(() => db.StatusListAsync(StatusPurpose.Revocation, 0));
        for (var i = 0; i < 12; i++) await db.SignedAsync();
        db.Clock.Advance(TimeSpan.FromMinutes(2));
        // The keys are read again after a minute too: one statement that the first count did not have.
        Assert.InRange(await QueryCounter.CountAsync(() => db.StatusListAsync(StatusPurpose.Revocation, 0)), few, few + 1);
    }

    private static byte[] Bits(SignedStatusList? list)
    {
        using var payload = JsonDocument.Parse(Base64Url.DecodeFromChars(list!.Jwt.Split('.')[1]));
        var encoded = payload.RootElement.GetProperty("credentialSubject").GetProperty("encodedList").GetString()!;
        Assert.StartsWith("u", encoded);
        using var gzip = new GZipStream(new MemoryStream(Base64Url.DecodeFromChars(encoded.AsSpan(1))), CompressionMode.Decompress);
        using var bits = new MemoryStream();
        gzip.CopyTo(bits);
        return bits.ToArray();
    }

    private static List<int> Set(byte[] bits) => [.. Enumerable.Range(0, bits.Length * 8).Where(i => (bits[i / 8] & 0x80 >> (i % 8)) != 0)];
}
