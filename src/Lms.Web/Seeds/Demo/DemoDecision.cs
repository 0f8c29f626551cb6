using Lms.Certificates.Approval;
using Lms.Data;
using Lms.Training.Organisations;
using Lms.Web.Identity;

namespace Lms.Web.Seeds.Demo;

/// <summary>Part of the short class is in a decision that waits for its signatory, the rest waits for the registrar, one of them under a name mended since.</summary>
internal sealed class DemoDecision(Proposals proposals, Decisions decisions, Lms.Training.Organisations.People people, ScenarioClock clock)
{
    public const string Credential = "counselling-update";
    private const int Submitted = 6;

    public async Task SeedAsync(Catalogue seeded, CancellationToken ct)
    {
        var ready = (await proposals.WaitingAsync(ct: ct)).Where(p => p.Problems.Count == 0).ToList();
        if (ready.Count <= Submitted) return;
        var registrar = seeded.Staff[Role.Registrar];
        var today = CityCalendar.DateAt(clock.GetUtcNow().UtcDateTime);
        var (_, decision) = await decisions.DrawUpAsync(new DecisionDraft("112/QĐ-ĐTBD", today, seeded.Staff[Role.Signatory], "PGS.TS. Nguyễn Văn An", "Hiệu trưởng"), [.. ready.Take(Submitted).Select(p => p.Key)], registrar, ct);
        await decisions.SubmitAsync(decision!.Value, registrar, ct);

        if (await people.FindAsync(ready[Submitted].HolderKey, ct) is { } p)
            await people.ChangeAsync(p.Key, new PersonDraft(p.StaffCode, p.FullName + " Anh", p.BirthDate, p.BirthPlace, p.Email, p.Phone, p.OrganisationKey, p.Position), ct);
    }
}
