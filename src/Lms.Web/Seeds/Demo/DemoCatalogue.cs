using Lms.Certificates.Credentials;
using Lms.Training.Organisations;
using Lms.Training.Programmes;
using Lms.Web.Identity;

namespace Lms.Web.Seeds.Demo;

/// <summary>What classes are made of: organisations by code, people with accounts by role, courses and programmes by code.</summary>
internal sealed record Catalogue(
    IReadOnlyDictionary<string, Guid> Organisations, IReadOnlyDictionary<Role, Guid> Staff,
    IReadOnlyDictionary<string, SeededCourse> Courses, IReadOnlyDictionary<string, Guid> Programmes)
{
    public SeededCourse Course(string code) => Courses[code];
}

/// <summary>Seeds the catalogue in one transaction: a killed run leaves an empty database, and the next one starts over.</summary>
internal sealed class DemoCatalogue(
    Organisations organisations, Lms.Training.Organisations.People people, Accounts accounts, DemoCourses courses, DemoReview review, CredentialTypes credentials, Programmes programmes)
{
    /// <summary>Programme code, credential, courses; the words are those of the city's programme.</summary>
    private static readonly (string Code, string Title, string TitleEn, string Summary, string Credential, string[] Courses)[] ProgrammePlans =
    [
        ("CTXH-IV", "Bồi dưỡng nhân viên công tác xã hội (hạng IV)", "Training for social work practitioners, grade IV", "Dành cho nhân viên, cộng tác viên chưa được đào tạo bài bản về công tác xã hội.", "practitioner-4", ["NM"]),
        ("CTXH-III", "Bồi dưỡng công tác xã hội viên (hạng III)", "Training for social work practitioners, grade III", "Dành cho người đã có nền tảng, trực tiếp quản lý trường hợp và tham vấn.", "practitioner-3", ["QLTH", "TV"]),
        ("KHV", "Bồi dưỡng kiểm huấn viên công tác xã hội", "Training for social work supervisors", "Dành cho người hướng dẫn sinh viên và đồng nghiệp mới tại cơ sở thực hành.", "supervisor", ["KH"]),
        ("CNKT-TV", "Cập nhật kiến thức tham vấn trong công tác xã hội", "Counselling in social work: continuing professional development", "Dành cho người đang làm công tác xã hội, cập nhật kỹ năng tham vấn.", DemoDecision.Credential, ["TV"]),
    ];

    public static readonly CredentialType[] CredentialTypes =
    [
        new("practitioner-3", "Công tác xã hội viên (hạng III)", "Social work practitioner, grade III", "V.09.04.02", null, "{number:0000}/{year}/CTXH-III", "Đã hoàn thành chương trình bồi dưỡng theo kế hoạch đào tạo của Thành phố", "PGS.TS. Nguyễn Văn An", "Hiệu trưởng"),
        new("practitioner-4", "Nhân viên công tác xã hội (hạng IV)", "Social work practitioner, grade IV", "V.09.04.03", null, "{number:0000}/{year}/CTXH-IV", "Đã hoàn thành chương trình bồi dưỡng theo kế hoạch đào tạo của Thành phố", "PGS.TS. Nguyễn Văn An", "Hiệu trưởng"),
        new("supervisor", "Kiểm huấn viên công tác xã hội", "Social work supervisor", "", 60, "{number:0000}/{year}/KHV", "Đã hoàn thành chương trình bồi dưỡng kiểm huấn viên theo kế hoạch đào tạo của Thành phố", "TS. Trần Thị Bình", "Giám đốc") { RenewalHours = 16 },
        new(DemoDecision.Credential, "Cập nhật kiến thức tham vấn", "Counselling update", "", 24, "{number:0000}/{year}/CNKT", "Theo Quyết định số {decision} ngày {date}", "PGS.TS. Nguyễn Văn An", "Hiệu trưởng") { IssuesBy = IssuesBy.Decision, RenewalHours = 8 },
    ];

    public async Task<Catalogue> SeedAsync()
    {
        var drafts = DemoOrganisations.All();
        var keys = await organisations.AddManyAsync(drafts);
        var byCode = drafts.Zip(keys).ToDictionary(p => p.First.Code, p => p.Second);
        var byName = drafts.Zip(keys).ToDictionary(p => p.First.Name, p => p.Second);
        var staff = await SeedStaffAsync(byCode);

        foreach (var type in CredentialTypes) await credentials.AddAsync(type);

        var seeded = new Dictionary<string, SeededCourse>();
        foreach (var folder in DemoCourses.Folders())
        {
            var course = await courses.PublishAsync(folder, byName[await DemoCourses.InstitutionNameAsync(folder)], staff[Role.Author], staff[Role.Reviewer]);
            seeded[course.Code] = course;
            if (course.Code == DemoPractice.CourseCode) await review.SeedAsync(course, staff[Role.Author], staff[Role.Reviewer]);
        }

        var programmeKeys = new Dictionary<string, Guid>();
        foreach (var plan in ProgrammePlans)
        {
            var (outcome, key) = await programmes.AddAsync(new ProgrammeDraft(plan.Code, plan.Title, plan.TitleEn, plan.Summary, plan.Credential, true, [.. plan.Courses.Select(c => seeded[c].CourseKey)]));
            if (outcome != ProgrammeOutcome.Done) throw new InvalidDataException($"Programme {plan.Code}: {outcome}.");
            programmeKeys[plan.Code] = key;
        }

        return new Catalogue(byCode, staff, seeded, programmeKeys);
    }

    private async Task<Dictionary<Role, Guid>> SeedStaffAsync(Dictionary<string, Guid> organisationsByCode)
    {
        var keys = await people.AddManyAsync([.. DemoAccounts.All.Select(a => DemoAccounts.Person(a, organisationsByCode[a.OrganisationCode]))]);
        foreach (var (account, key) in DemoAccounts.All.Zip(keys))
        {
            Guid? scope = account.Scoped ? organisationsByCode[account.OrganisationCode] : null;
            var errors = await accounts.OpenAsync(new NewAccount(key, account.StaffCode, account.Email, DemoAccounts.Password, [(account.Role, scope)]));
            if (errors.Count > 0) throw new InvalidDataException($"Account {account.Email}: {string.Join("; ", errors.Select(e => e.Description))}");
        }

        return DemoAccounts.All.Zip(keys).ToDictionary(p => p.First.Role, p => p.Second);
    }
}
