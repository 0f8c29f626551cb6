using Lms.Certificates.Issuing;
using Lms.Certificates.Verification;
using Lms.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lms.Certificates.Register;

/// <summary>A holder was reminded that her certificate ends; once for each step.</summary>
internal sealed class RenewalReminder
{
    private RenewalReminder() { }

    public RenewalReminder(Guid certificateKey, int daysAhead, DateTime now) => (CertificateKey, DaysAhead, At) = (certificateKey, daysAhead, now);

    public Guid CertificateKey { get; private set; }
    public int DaysAhead { get; private set; }
    public DateTime At { get; private set; }
}

/// <param name="DaysLeft">Until the last valid day.</param>
public sealed record DueReminder(CertificateCode Code, string CertificateNumber, string CredentialName, string CredentialCode, Guid HolderKey, string HolderName, DateOnly ExpiresOn, int DaysLeft);

/// <summary>Finds whom to remind 90, 30 and 7 days before a certificate ends.</summary>
public sealed class RenewalReminders(LmsDb db, TimeProvider clock)
{
    private static readonly int[] Steps = [7, 30, 90];

    /// <summary>
    /// Joins the caller's unit of work, which saves: the reminder is noted if, and only if, its letter is on its way. Whoever
    /// was missed, because the job stood still, gets the nearest reminder only.
    /// </summary>
    public async Task<List<DueReminder>> TakeDueAsync(int most = 200, CancellationToken ct = default)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var today = CityCalendar.DateAt(now);
        List<DueReminder> due = [];
        for (var step = 0; step < Steps.Length && due.Count < most; step++)
        {
            var (days, first, last) = (Steps[step], today.AddDays(step == 0 ? 0 : Steps[step - 1] + 1), today.AddDays(Steps[step]));
            var found = await db.Certificates.Where(Standings.Are(Standing.Valid, today)).Where(c => c.ExpiresOn >= first && c.ExpiresOn <= last)
                .Where(c => !db.Set<RenewalReminder>().Any(r => r.CertificateKey == c.Key && r.DaysAhead == days))
                .OrderBy(c => c.ExpiresOn).ThenBy(c => c.Key).Take(most - due.Count)
                .Select(c => new { c.Key, c.Code, c.CertificateNumber, c.CredentialName, c.CredentialCode, c.HolderKey, c.HolderName, ExpiresOn = c.ExpiresOn!.Value }).ToListAsync(ct);
            db.RenewalReminders.AddRange(found.Select(c => new RenewalReminder(c.Key, days, now)));
            due.AddRange(found.Select(c => new DueReminder(c.Code, c.CertificateNumber, c.CredentialName, c.CredentialCode, c.HolderKey, c.HolderName, c.ExpiresOn, c.ExpiresOn.DayNumber - today.DayNumber)));
        }

        return due;
    }
}

internal sealed class RenewalReminderConfiguration : IEntityTypeConfiguration<RenewalReminder>
{
    public void Configure(EntityTypeBuilder<RenewalReminder> builder)
    {
        builder.ToTable("RenewalReminders");
        // Two nodes remind at once: the second insert fails, and with it its letter.
        builder.HasKey(r => new { r.CertificateKey, r.DaysAhead });
    }
}
