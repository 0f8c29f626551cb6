using Lms.Certificates;
using Lms.Certificates.Issuing;
using Lms.Certificates.Register;
using Lms.Certificates.Signing;
using Lms.Certificates.Verification;
using Lms.Data;
using Lms.UnitTests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Lms.UnitTests.Certificates.Signing;

/// <param name="Digits">Carrier B as its QR code has it, without the address.</param>
internal sealed record Carriers(RegisterEntry Entry, string Digits, string Jwt, int StatusList, int StatusIndex, string KeyId);

internal static class Signed
{
    public static async Task<Carriers> SignedAsync(this TestDatabase db, Achievement? achievement = null)
    {
        var entry = await db.IssuedAsync(achievement ?? Sample.Achievement());
        var seal = await db.SealOfAsync(entry.Code);
        return new Carriers(entry, seal.Digits, seal.Jwt, seal.StatusList, seal.StatusIndex, seal.KeyId);
    }

    public static Task<CertificateSeal> SealOfAsync(this TestDatabase db, CertificateCode code) =>
        db.UseAsync<LmsDb, CertificateSeal>(async context =>
        {
            var key = (await context.Set<Certificate>().SingleAsync(c => c.Code == code)).Key;
            return await context.Set<CertificateSeal>().SingleAsync(s => s.CertificateKey == key);
        });

    public static Task<OfflineReading> ReadOfflineAsync(this TestDatabase db, string text) => db.UseAsync<CarrierReading, OfflineReading>(r => r.ReadOfflineAsync(text));
    public static Task<CredentialReading> ReadCredentialAsync(this TestDatabase db, string jwt) => db.UseAsync<CarrierReading, CredentialReading>(r => r.ReadCredentialAsync(jwt));
    public static Task<SignedStatusList?> StatusListAsync(this TestDatabase db, StatusPurpose purpose, int list) => db.UseAsync<StatusLists, SignedStatusList?>(l => l.FindAsync(purpose, list));
}
