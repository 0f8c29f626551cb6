using Lms.Certificates.Register;
using Lms.Data;
using Lms.Training.Organisations;

namespace Lms.Web.Issuing;

/// <summary>Mails holders whose certificates end soon; each reminder and its letter are one commit.</summary>
internal sealed class ReminderRun(LmsDb db, RenewalReminders reminders, People people, CertificateLetters letters)
{
    /// <returns>How many letters are on their way.</returns>
    public async Task<int> RemindAsync(CancellationToken ct = default)
    {
        var sent = 0;
        while (!ct.IsCancellationRequested)
        {
            db.ChangeTracker.Clear();
            await using var unit = await db.BeginUnitAsync(ct);
            var due = await reminders.TakeDueAsync(ct: ct);
            if (due.Count == 0) return sent;
            var holders = await people.ContactsAsync([.. due.Select(d => d.HolderKey)], ct);
            foreach (var one in due)
            {
                if (holders.GetValueOrDefault(one.HolderKey)?.Email is not { Length: > 0 } address) continue;
                letters.Expiring(address, one);
                sent++;
            }

            if (!await db.TrySaveAsync(ct)) return sent; // another node is at it
            await unit.CommitAsync(ct);
        }

        return sent;
    }
}
