using Lms.Certificates.Approval;
using Lms.Certificates.Credentials;
using Lms.Certificates.Issuing;
using Lms.Data;
using Lms.Training.Organisations;
using Lms.Web.Seeds.People;
using InventedPeople = Lms.Web.Seeds.People.InventedPeople;

namespace Lms.Web.Seeds.Load;

/// <summary>
/// The seed "batch": an approved decision for so many invented people, ready to be issued by whatever site is started on the
/// database; for benchmarks and the kill test. Idempotent.
/// </summary>
internal sealed class BatchSeed(LmsDb db, CredentialTypes credentials, Certificates.Issuing.Certificates certificates, Proposals proposals, Decisions decisions, Lms.Training.Organisations.People people)
{
    public const string Credential = "batch";

    public async Task<bool> RunAsync(int size, CancellationToken ct = default)
    {
        var type = new CredentialType(Credential, "Chứng chỉ của đợt cấp tải", "Load batch certificate", "", null, "{number:00000}/{year}/TAI", "Theo Quyết định số {decision} ngày {date}", "Nguyễn Văn An", "Giám đốc") { IssuesBy = IssuesBy.Decision };
        if (await credentials.AddAsync(type, ct) is not CredentialProblem.None) return false;

        var random = SeededRandom.For(1, "batch");
        var drafts = Enumerable.Range(0, size).Select(i => InventedPeople.Person(random, $"DOT{i + 1:00000}", Guid.Empty, 2000) with { OrganisationKey = null }).ToList();
        var (issuer, classKey, today) = (Key.New(TimeProvider.System.GetUtcNow().UtcDateTime), Guid.NewGuid(), CityCalendar.DateAt(TimeProvider.System.GetUtcNow().UtcDateTime));
        foreach (var some in drafts.Chunk(500))
        {
            await using var unit = await db.BeginUnitAsync(ct);
            var keys = await people.AddManyAsync(some, ct);
            foreach (var (draft, key) in some.Zip(keys))
            {
                var outcome = await certificates.IssueAsync(new Achievement(Guid.NewGuid(), Credential, key, draft.FullName, draft.BirthDate, draft.BirthPlace, null, issuer, "Trung tâm tải", "Load Centre",
                    classKey, "TAI-DOT", "Khóa học tải", "Load course", 1, 40, today.AddDays(-30), today.AddDays(-1), 80), ct: ct);
                if (outcome is not IssueOutcome.Proposed) throw new InvalidDataException($"{draft.StaffCode}: {outcome}.");
            }

            await db.SaveChangesAsync(ct);
            await unit.CommitAsync(ct);
            db.ChangeTracker.Clear();
        }

        var (registrar, signatory) = (Guid.NewGuid(), Guid.NewGuid());
        var waiting = (await proposals.WaitingAsync(ct: ct)).Where(p => p.CredentialCode == Credential).Select(p => p.Key).ToList();
        var (_, decision) = await decisions.DrawUpAsync(new DecisionDraft("1/QĐ-TAI", today, signatory, "Nguyễn Văn An", "Giám đốc"), waiting, registrar, ct);
        var submitted = await decisions.SubmitAsync(decision!.Value, registrar, ct);
        var approved = await decisions.ApproveAsync(decision.Value, signatory, ct);
        return (submitted, approved) is (DecisionOutcome.Done, DecisionOutcome.Done) ? true : throw new InvalidDataException($"The batch: {submitted}, {approved}.");
    }
}
