using Lms.Data;
using Lms.Training.Organisations;
using Lms.Training.Programmes;
using Lms.UnitTests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Certificate = Lms.UnitTests.Certificates.Sample;

namespace Lms.UnitTests.Training;

public sealed class OrganisationsAndProgrammesTests
{
    private static readonly OrganisationDraft Facility = new("TT-1", "Trung tâm Thị Nghè", "", OrganisationKind.Facility, WorkforceGroup.SocialFacilities, true, "153 Xô Viết Nghệ Tĩnh");

    [Theory, EveryDatabase]
    public async Task Organisations_are_kept_tidy_and_listed_with_their_people(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var keys = await db.UseAsync<Organisations, List<Guid>>(o => o.AddManyAsync([Facility with { Name = " Trung tâm  Thị Nghè " }, Facility with { Code = "P-10", Name = "Phường 10" }, Facility with { Code = "P-2", Name = "Phường 2" }]));
        await db.UseAsync<People>(p => p.AddManyAsync([School.Person("NV-1", organisation: keys[0]), School.Person("NV-2", organisation: keys[0])]));

        var rows = await db.UseAsync<Organisations, List<OrganisationRow>>(o => o.ListAsync());
        Assert.Equal([("Phường 2", 0), ("Phường 10", 0), ("Trung tâm Thị Nghè", 2)], rows.Select(r => (r.Name, r.People)));
        Assert.Equal(["Trung tâm Thị Nghè"], (await db.UseAsync<Organisations, List<OrganisationRow>>(o => o.ListAsync("thi nghe"))).Select(r => r.Name));
        Assert.Empty(await db.UseAsync<Organisations, List<OrganisationRow>>(o => o.ListAsync(kind: OrganisationKind.Association)));
    }

    [Theory, EveryDatabase]
    public async Task An_organisation_that_cannot_be_kept_is_refused_with_its_reason(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var (_, key) = await AddAsync(Facility);
        await AddAsync(Facility with { Code = "TT-2" });

        Assert.Equal(OrganisationOutcome.CodeMissing, (await AddAsync(Facility with { Code = "" })).Outcome);
        Assert.Equal(OrganisationOutcome.NameMissing, (await AddAsync(Facility with { Name = " " })).Outcome);
        Assert.Equal(OrganisationOutcome.TooLong, (await AddAsync(Facility with { Name = new string('x', 301) })).Outcome);
        Assert.Equal(OrganisationOutcome.CodeTaken, (await AddAsync(Facility)).Outcome);
        Assert.Equal(OrganisationOutcome.CodeTaken, await ChangeAsync(key, Facility with { Code = "TT-2" }));
        Assert.Equal(OrganisationOutcome.NotFound, await ChangeAsync(Guid.NewGuid(), Facility));
        Assert.Equal(OrganisationOutcome.Done, await ChangeAsync(key, Facility with { Name = "Tên mới" }));
        Assert.Equal("Tên mới", (await db.UseAsync<Organisations, OrganisationDetail?>(o => o.FindAsync(key)))!.Name);

        Task<(OrganisationOutcome Outcome, Guid Key)> AddAsync(OrganisationDraft draft) => db.UseAsync<Organisations, (OrganisationOutcome, Guid)>(o => o.AddAsync(draft));
        Task<OrganisationOutcome> ChangeAsync(Guid which, OrganisationDraft draft) => db.UseAsync<Organisations, OrganisationOutcome>(o => o.ChangeAsync(which, draft));
    }

    [Theory, EveryDatabase]
    public async Task A_person_who_cannot_be_kept_is_refused_with_the_reason(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var hoa = School.Person("NV-1");
        var (_, key) = await AddAsync(hoa);

        Assert.Equal(PersonOutcome.StaffCodeMissing, (await AddAsync(hoa with { StaffCode = "" })).Outcome);
        Assert.Equal(PersonOutcome.StaffCodeTaken, (await AddAsync(hoa with { StaffCode = " NV-1" })).Outcome);
        Assert.Equal(PersonOutcome.NameMissing, (await AddAsync(hoa with { FullName = "  " })).Outcome);
        Assert.Equal(PersonOutcome.BirthDateImplausible, (await AddAsync(hoa with { BirthDate = new DateOnly(2026, 1, 1) })).Outcome);
        Assert.Equal(PersonOutcome.BirthDateImplausible, (await AddAsync(hoa with { BirthDate = new DateOnly(190, 1, 1) })).Outcome);
        Assert.Equal(PersonOutcome.EmailMalformed, (await AddAsync(hoa with { Email = "0903 123 456" })).Outcome);
        Assert.Equal(PersonOutcome.UnknownOrganisation, (await AddAsync(hoa with { StaffCode = "NV-2", OrganisationKey = Guid.NewGuid() })).Outcome);
        Assert.Equal(PersonOutcome.TooLong, (await AddAsync(hoa with { FullName = new string('x', 201) })).Outcome);
        Assert.Equal(PersonOutcome.NotFound, await db.UseAsync<People, PersonOutcome>(p => p.ChangeAsync(Guid.NewGuid(), hoa)));
        Assert.Equal(PersonOutcome.Done, await db.UseAsync<People, PersonOutcome>(p => p.ChangeAsync(key, hoa with { FullName = "Nguyễn Thị Hồng", Email = "hong@example.vn" })));

        Assert.Equal("Nguyễn Thị Hồng", (await db.UseAsync<People, PersonDetail?>(p => p.FindByStaffCodeAsync(" NV-1 ")))!.FullName);
        Assert.Equal(new Dictionary<Guid, string> { [key] = "Nguyễn Thị Hồng" }, await db.UseAsync<People, Dictionary<Guid, string>>(p => p.NamesAsync([key, Guid.NewGuid()])));

        Task<(PersonOutcome Outcome, Guid Key)> AddAsync(PersonDraft draft) => db.UseAsync<People, (PersonOutcome, Guid)>(p => p.AddAsync(draft));
    }

    [Theory, EveryDatabase]
    public async Task Of_an_import_with_one_bad_row_nothing_is_kept(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        await Assert.ThrowsAsync<ArgumentException>(() => db.UseAsync<People, List<Guid>>(p => p.AddManyAsync([School.Person("NV-1"), School.Person("NV-2", "")])));
        await Assert.ThrowsAsync<DbUpdateException>(() => db.UseAsync<People, List<Guid>>(p => p.AddManyAsync([School.Person("NV-1"), School.Person("NV-1")])));
        Assert.Equal(0, (await db.UseAsync<People, PeoplePage>(p => p.PageAsync(null, null, 1))).Total);
    }

    [Theory, EveryDatabase]
    public async Task A_programme_keeps_its_courses_in_order(DatabaseProvider provider)
    {
        await using var school = await School.OpenAsync(provider, courses: 3);
        var found = await FindAsync();
        Assert.Equal(school.Courses, found.CourseKeys);

        Guid[] reordered = [school.Courses[2], school.Courses[0]];
        Assert.Equal(ProgrammeOutcome.Done, await ChangeAsync(Draft() with { CourseKeys = [.. reordered, reordered[0]] }));
        Assert.Equal(reordered, (await FindAsync()).CourseKeys);
        Assert.Equal(["CT-III"], (await school.Db.UseAsync<Programmes, List<ProgrammeDetail>>(p => p.ListAsync())).Select(p => p.Code));

        Assert.Equal(ProgrammeOutcome.CodeMissing, await ChangeAsync(Draft() with { Code = "" }));
        Assert.Equal(ProgrammeOutcome.TitleMissing, await ChangeAsync(Draft() with { Title = "" }));
        Assert.Equal(ProgrammeOutcome.TooLong, await ChangeAsync(Draft() with { Code = new string('x', 41) }));
        Assert.Equal(ProgrammeOutcome.NoCourses, await ChangeAsync(Draft() with { CourseKeys = [] }));
        Assert.Equal(ProgrammeOutcome.UnknownCourse, await ChangeAsync(Draft() with { CourseKeys = [Guid.NewGuid()] }));
        Assert.Equal(ProgrammeOutcome.UnknownCredential, await ChangeAsync(Draft() with { CredentialCode = "KHÔNG CÓ" }));
        var (taken, _) = await school.Db.UseAsync<Programmes, (ProgrammeOutcome, Guid)>(p => p.AddAsync(Draft()));
        Assert.Equal(ProgrammeOutcome.CodeTaken, taken);

        ProgrammeDraft Draft() => new("CT-III", "Hạng III", "", "", Certificate.GradeThree.Code, true, school.Courses);
        async Task<ProgrammeDetail> FindAsync() => (await school.Db.UseAsync<Programmes, ProgrammeDetail?>(p => p.FindAsync(school.Programme)))!;
        Task<ProgrammeOutcome> ChangeAsync(ProgrammeDraft draft) => school.Db.UseAsync<Programmes, ProgrammeOutcome>(p => p.ChangeAsync(school.Programme, draft));
    }
}
