using Lms.Data;
using Lms.Training.Classes;
using Lms.Training.Enrolments;
using Lms.Training.Organisations;
using Lms.Training.Reports;
using Lms.UnitTests.Infrastructure;

namespace Lms.UnitTests.Training;

public sealed class ReportsTests
{
    [Theory, EveryDatabase]
    public async Task The_programme_is_cut_by_year_institution_group_and_programme(DatabaseProvider provider)
    {
        await using var school = await School.OpenAsync(provider);
        var other = await school.OrganisationAsync("DHSP", "Đại học Sư phạm", OrganisationKind.Institution);
        var ward = await school.OrganisationAsync("P-1", "Phường 1", OrganisationKind.LocalAuthority, WorkforceGroup.LocalAuthorities);
        var now = await school.ClassAsync(school.Draft("LOP-26"));
        var before = await school.ClassAsync(school.Draft("LOP-25", exam: false) with { StartsOn = new(2025, 12, 31), EndsOn = new(2026, 1, 9), InstitutionKey = other });
        var cancelled = await school.ClassAsync(school.Draft("LOP-X"));

        var hoa = await school.TraineeAsync(now, "NV-1");
        var lan = await school.TraineeAsync(now, "NV-2", change: p => p with { OrganisationKey = ward });
        var mai = await school.TraineeAsync(now, "NV-3", change: p => p with { OrganisationKey = null });
        await school.TraineeAsync(now, "NV-4");
        await school.EnrolAsync(before, "NV-1", "NV-4");
        await school.EnrolAsync(cancelled, "NV-1");
        await school.Db.UseAsync<Classes>(c => c.CancelAsync(cancelled.PublicCode, null));
        await school.StudyAsync(now, hoa);
        await school.SitAsync(now, hoa);
        await school.SitAsync(now, lan);
        await school.SitAsync(now, mai, right: false);
        await school.Db.UseAsync<Enrolments>(e => e.WithdrawAsync(before.PublicCode, hoa, null, null));

        var report = await CompileAsync();
        Assert.Equal(new ReportRow("", 2, 5, 3, 2, 1), report.Total);
        Assert.Equal(2m / 3m, report.Total.PassRate);
        Assert.Equal([new ReportRow("2025", 1, 1, 0, 0, 0), new ReportRow("2026", 1, 4, 3, 2, 1)], report.ByYear);
        Assert.Equal([new ReportRow("Đại học Sư phạm", 1, 1, 0, 0, 0), new ReportRow("Trường Đại học Mở", 1, 4, 3, 2, 1)], report.ByInstitution);
        Assert.Equal([new ReportRow("SocialFacilities", 2, 3, 1, 1, 1), new ReportRow("LocalAuthorities", 1, 1, 1, 1, 0), new ReportRow("", 1, 1, 1, 0, 0)], report.ByWorkforceGroup);
        Assert.Equal([new ReportRow("Chương trình CT-III", 2, 5, 3, 2, 1)], report.ByProgramme);

        Assert.Equal(new ReportRow("", 1, 1, 0, 0, 0), (await CompileAsync(to: 2025)).Total);
        Assert.Equal(new ReportRow("", 1, 4, 3, 2, 1), (await CompileAsync(from: 2026)).Total);
        var ofOther = await CompileAsync(institution: other);
        Assert.Equal((1, "Đại học Sư phạm"), (ofOther.Total.Classes, ofOther.ByInstitution.Single().Label));
        Assert.Null(ofOther.Total.PassRate);
        Assert.Empty((await CompileAsync(from: 2030)).ByYear);
        Assert.InRange(await QueryCounter.CountAsync(() => CompileAsync()), 1, 5);

        Task<ProgrammeReport> CompileAsync(int? from = null, int? to = null, Guid? institution = null) =>
            school.Db.UseAsync<ProgrammeReports, ProgrammeReport>(r => r.CompileAsync(from, to, institution));
    }
}
