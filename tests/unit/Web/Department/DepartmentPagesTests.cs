using System.Net;
using System.Text;
using Lms.Data;
using Lms.Training.Classes;
using Lms.Training.Enrolments;
using Lms.Training.Organisations;
using Lms.Training.Progress;
using Lms.UnitTests.Infrastructure.Web;
using Lms.Web.Identity;
using Lms.Spreadsheets;

namespace Lms.UnitTests.Web.Department;

public sealed class DepartmentPagesTests(WebSite site) : IClassFixture<WebSite>
{
    [Fact]
    public async Task A_class_is_planned_through_the_page_and_found_in_the_list()
    {
        var like = (await ClassOnSite.OpenAsync(site, exam: false)).Detail;
        var coordinator = await site.AsAsync(Role.Coordinator);
        var instructor = await site.StaffCodeOf(await site.OpenAccountAsync(Role.Instructor));

        var answer = await coordinator.PostAsync("/classes", ("Code", $"MOI-{like.Code}"), ("Title", "Quản lý ca, khóa 3"), ("Course", $"{like.ProgrammeKey}:{like.CourseKey}"),
            ("Institution", like.InstitutionKey.ToString()), ("StartsOn", "2027-03-01"), ("EndsOn", "05/03/2027"), ("Capacity", "40"), ("Place", "Quận 5"), ("Instructors", instructor));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var page = await coordinator.PageAsync(answer.Leads()!);
        Assert.Contains("01/03/2027 – 05/03/2027", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("0/40", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Contains(answer.Leads()!, (await coordinator.PageAsync("/classes?search=quan+ly+ca&year=2027&state=Planned")).Body!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_that_cannot_be_keeps_what_was_typed_and_says_why()
    {
        var like = (await ClassOnSite.OpenAsync(site, exam: false)).Detail;
        var coordinator = await site.AsAsync(Role.Coordinator);
        var answer = await coordinator.PostAsync("/classes", ("Code", like.Code), ("Title", "Trùng mã"), ("Course", $"{like.ProgrammeKey}:{like.CourseKey}"),
            ("Institution", like.InstitutionKey.ToString()), ("StartsOn", "2027-03-01"), ("EndsOn", "2027-03-05"), ("Capacity", "40"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.PageAsync();
        Assert.Equal("#Code", page.QuerySelector(".error-summary a")?.GetAttribute("href"));
        Assert.Equal("Trùng mã", page.QuerySelector("#Title")?.GetAttribute("value"));
    }

    [Fact]
    public async Task An_empty_person_is_told_all_that_is_missing_at_once()
    {
        var coordinator = await site.AsAsync(Role.Coordinator);
        var answer = await coordinator.PostAsync("/people", ("BirthDate", "31/02/2000"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(["#BirthDate", "#FullName", "#StaffCode"], (await answer.PageAsync()).QuerySelectorAll(".error-summary a").Select(a => a.GetAttribute("href")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Staff_codes_are_pasted_and_everybody_is_enrolled()
    {
        var opened = await ClassOnSite.OpenAsync(site, exam: false);
        var coordinator = await site.AsAsync(Role.Coordinator);
        var codes = new[] { await site.StaffCodeOf(await site.OpenAccountAsync()), await site.StaffCodeOf(await site.OpenAccountAsync()) };

        var answer = await coordinator.PostAsync($"/classes/{opened.Detail.PublicCode}/enrolments", ("codes", string.Join("\r\n", codes)));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(codes.Order(), (await RosterAsync(opened)).Select(r => r.StaffCode).Order());
        var file = await coordinator.GetAsync($"/classes/{opened.Detail.PublicCode}/roster/file.xlsx");
        Assert.Equal(3, SheetReader.Read(await file.Content.ReadAsStreamAsync()).Rows.Count);
    }

    [Fact]
    public async Task A_spreadsheet_enrols_by_its_column_of_staff_codes()
    {
        var opened = await ClassOnSite.OpenAsync(site, exam: false);
        var coordinator = await site.AsAsync(Role.Coordinator);
        var code = await site.StaffCodeOf(await site.OpenAccountAsync());
        var answer = await UploadAsync(coordinator, opened, XlsxFile.Write(new Table("Danh sách", ["Họ tên", "Mã nhân viên"], [["Nguyễn Thị Thử", code]])));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(code, Assert.Single(await RosterAsync(opened)).StaffCode);
    }

    [Theory]
    [InlineData("Mã nhân viên,Họ tên\n{0},An\n,Bình\n", "Dòng 3")]
    [InlineData("Họ tên\nAn\n", "Dòng 1")]
    [InlineData("Mã nhân viên\n{0}\nKHONG-CO\n", "KHONG-CO")]
    public async Task A_wrong_spreadsheet_changes_nothing_and_names_the_row(string csv, string told)
    {
        var opened = await ClassOnSite.OpenAsync(site, exam: false);
        var coordinator = await site.AsAsync(Role.Coordinator);
        var known = await site.StaffCodeOf(await site.OpenAccountAsync());
        var answer = await UploadAsync(coordinator, opened, Encoding.UTF8.GetBytes(csv.Replace("{0}", known, StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(told, (await answer.PageAsync()).Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await RosterAsync(opened));
    }

    [Fact]
    public async Task An_instructor_reads_his_own_classes_and_no_other()
    {
        var opened = await ClassOnSite.OpenAsync(site, exam: false);
        var instructor = await site.AsAsync(Role.Instructor);
        Assert.Equal(HttpStatusCode.NotFound, (await instructor.GetAsync($"/teaching/{opened.Detail.PublicCode}")).StatusCode);

        var d = opened.Detail;
        await site.UseAsync<Classes, ClassOutcome>(c => c.ChangeAsync(d.PublicCode, new ClassDraft(d.Code, d.Title, d.ProgrammeKey, d.CourseKey, d.InstitutionKey, null, d.StartsOn, d.EndsOn, null, null, d.Capacity, d.Place, [instructor.Key]), null));
        Assert.Contains(d.Title, (await instructor.PageAsync("/teaching")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(d.Code, (await instructor.PageAsync($"/teaching/{d.PublicCode}")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_supervisor_sees_the_people_of_his_organisation_only()
    {
        var opened = await ClassOnSite.OpenAsync(site, exam: false);
        var (_, mine) = await site.UseAsync<Organisations, (OrganisationOutcome, Guid)>(o => o.AddAsync(new($"CS-{opened.Detail.Code}", "Trung tâm Công tác xã hội", "", OrganisationKind.Facility, WorkforceGroup.SocialFacilities, true, "")));
        var supervisor = await site.AsAsync(Role.Supervisor, mine);
        var inside = await site.StaffCodeOf(await site.OpenAccountAsync(organisation: mine));
        var outside = await site.StaffCodeOf(await site.OpenAccountAsync());
        var shown = (await supervisor.PageAsync("/my-organisation")).Body!.TextContent;
        Assert.Contains(inside, shown, StringComparison.Ordinal);
        Assert.DoesNotContain(outside, shown, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await supervisor.GetAsync($"/my-organisation?organisation={opened.Detail.InstitutionKey}")).StatusCode);
    }

    [Fact]
    public async Task A_certificate_held_back_is_issued_once_the_birth_date_is_there()
    {
        var opened = await ClassOnSite.OpenAsync(site, exam: false);
        var key = await site.OpenAccountAsync(); // without a date of birth
        var person = (await site.UseAsync<People, PersonDetail?>(p => p.FindAsync(key)))!;
        await site.UseAsync<Enrolments, List<EnrolPersonResult>>(e => e.EnrolAsync(opened.Detail.PublicCode, [person.StaffCode], null));
        await site.UseAsync<Lms.Training.Progress.Learning, LessonOutcome>(l => l.CompleteLessonsAsync(opened.Detail.PublicCode, key, ["l1", "l2", "l3"]));
        var registrar = await site.AsAsync(Role.Registrar);
        Assert.Contains(person.StaffCode, (await registrar.PageAsync("/register/held-back")).Body!.TextContent, StringComparison.Ordinal);
        var held = Assert.Single(await site.UseAsync<Enrolments, List<HeldBackRow>>(e => e.HeldBackAsync()), h => h.PersonKey == key);

        var coordinator = await site.AsAsync(Role.Coordinator);
        var saved = await coordinator.PostAsync($"/people/{key}", ("StaffCode", person.StaffCode), ("FullName", person.FullName), ("BirthDate", "05/09/1990"), ("Email", person.Email));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal("/register/held-back", (await registrar.PostAsync($"/register/held-back/{held.EnrolmentKey}/retries")).Leads());
        Assert.DoesNotContain(await site.UseAsync<Enrolments, List<HeldBackRow>>(e => e.HeldBackAsync()), h => h.PersonKey == key);
    }

    private Task<List<RosterRow>> RosterAsync(ClassOnSite opened) => site.UseAsync<Enrolments, List<RosterRow>>(e => e.RosterAsync(opened.Detail.PublicCode));

    private static Task<HttpResponseMessage> UploadAsync(WebVisitor visitor, ClassOnSite opened, byte[] file)
    {
        var form = new MultipartFormDataContent { { new ByteArrayContent(file), "sheet", "danh-sach" } };
        return visitor.SendAsync(HttpMethod.Post, $"/classes/{opened.Detail.PublicCode}/enrolments", form);
    }
}
