using System.Net;
using Lms.UnitTests.Infrastructure.Web;

namespace Lms.UnitTests.Web.Authoring;

public sealed class CoursePagesTests(WebSite site) : IClassFixture<WebSite>
{
    [Fact]
    public async Task A_course_is_written_handed_in_returned_and_published()
    {
        var institute = await Institute.OpenAsync(site);
        var (course, lesson) = await institute.CourseAsync();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Institute.StepAsync(institute.Author, course, "Submitted")).StatusCode);

        var editor = await institute.Author.FollowAsync(await institute.Author.SubmitAsync(await institute.Author.PageAsync(lesson), lesson, "Button=AddText"));
        editor = await institute.Author.FollowAsync(await institute.Author.SubmitAsync(editor, lesson, "Button=Save", ("Form.Parts[0].Markdown", "## Đồng thuận\n\nLắng nghe **trước**.")));
        await institute.Author.FollowAsync(await Institute.StepAsync(institute.Author, course, "Submitted"));

        var refused = await institute.Reviewer.FollowAsync(await Institute.StepAsync(institute.Reviewer, course, "Returned"));
        Assert.Contains("Chờ duyệt", refused.Text());
        await institute.Reviewer.FollowAsync(await Institute.StepAsync(institute.Reviewer, course, "Returned", "Thêm ví dụ"));
        await institute.Author.FollowAsync(await Institute.StepAsync(institute.Author, course, "Submitted"));
        var published = await institute.Reviewer.FollowAsync(await Institute.StepAsync(institute.Reviewer, course, "Published"));
        Assert.Contains("Đã phát hành", published.Text());

        var history = await institute.Author.PageAsync($"{course}/history");
        Assert.Contains("Thêm ví dụ", history.Text());
        Assert.Contains("Nguyễn Thị Thử", history.Text());
        var version = history.QuerySelector("a[href*='/versions/']")!.GetAttribute("href")!;
        var frozen = await institute.Author.PageAsync($"{version}/{lesson.Split('/')[^1]}");
        Assert.Equal("trước", frozen.QuerySelector(".prose strong")!.TextContent);
    }

    [Fact]
    public async Task What_keeps_a_course_back_is_told_with_its_place()
    {
        var institute = await Institute.OpenAsync(site);
        var (course, lesson) = await institute.CourseAsync();
        var answer = await Institute.StepAsync(institute.Author, course, "Submitted");
        var place = (await answer.PageAsync()).QuerySelector($".notice--error a[href='{lesson}']");
        Assert.Contains("Tiếp nhận", place!.TextContent);
    }

    [Fact]
    public async Task Of_two_who_write_one_lesson_the_second_is_told_and_keeps_her_text()
    {
        var institute = await Institute.OpenAsync(site);
        var (course, lesson) = await institute.CourseAsync();
        var mine = await institute.Author.FollowAsync(await institute.Author.SubmitAsync(await institute.Author.PageAsync(lesson), lesson, "Button=AddText"));
        var theirs = await institute.Reviewer.PageAsync(lesson);
        await institute.Reviewer.FollowAsync(await institute.Reviewer.SubmitAsync(theirs, lesson, "Button=Save", ("Form.Parts[0].Markdown", "Của người khác")));

        var conflict = await institute.Author.SubmitAsync(mine, lesson, "Button=Save", ("Form.Parts[0].Markdown", "Của tôi"));
        Assert.Equal(HttpStatusCode.Conflict, conflict.StatusCode);
        var again = await conflict.PageAsync();
        Assert.Equal("Của tôi", again.QuerySelector("textarea")!.TextContent.Trim());
        Assert.Contains("Của người khác", (await institute.Author.PageAsync($"{course}/preview/{lesson.Split('/')[^1]}")).Text());

        await institute.Author.FollowAsync(await institute.Author.SubmitAsync(again, lesson, "Button=Save"));
        Assert.Contains("Của tôi", (await institute.Author.PageAsync($"{course}/preview/{lesson.Split('/')[^1]}")).Text());
    }

    [Fact]
    public async Task A_module_typed_while_the_outline_changed_is_not_lost()
    {
        var institute = await Institute.OpenAsync(site);
        var (course, _) = await institute.CourseAsync();
        var stale = await institute.Author.PageAsync(course);
        await institute.Reviewer.FollowAsync(await institute.Reviewer.SubmitAsync(await institute.Reviewer.PageAsync(course), $"{course}/modules", null, ("Title", "Của người khác")));

        var conflict = await institute.Author.SubmitAsync(stale, $"{course}/modules", null, ("Title", "Của tôi"), ("Summary", "Tóm tắt"));
        Assert.Equal(HttpStatusCode.Conflict, conflict.StatusCode);
        var again = await institute.Author.FollowAsync(await institute.Author.SubmitAsync(await conflict.PageAsync(), $"{course}/modules"));
        Assert.Equal(["Học phần 1. Nền tảng", "Học phần 2. Của người khác", "Học phần 3. Của tôi"], again.QuerySelectorAll("#outline h3").Select(h => h.TextContent.Trim()));
    }

    [Fact]
    public async Task Lessons_and_modules_are_moved_and_deleted_without_a_script()
    {
        var institute = await Institute.OpenAsync(site);
        var (course, lesson) = await institute.CourseAsync();
        var outline = await institute.Author.FollowAsync(await institute.Author.SubmitAsync(await institute.Author.PageAsync(course), $"{course}/modules", null, ("Title", "Kết thúc")));
        outline = await institute.Author.FollowAsync(await institute.Author.SubmitAsync(outline, $"{lesson}/position", "Direction=Down"));
        Assert.NotNull(outline.QuerySelectorAll("#outline section")[1].QuerySelector($"a[href='{lesson}']"));

        var first = outline.QuerySelector("#outline section")!.Id!["module-".Length..];
        outline = await institute.Author.FollowAsync(await institute.Author.SubmitAsync(outline, $"{course}/modules/{first}/deletion"));
        Assert.Single(outline.QuerySelectorAll("#outline section"));
        outline = await institute.Author.FollowAsync(await institute.Author.SubmitAsync(await institute.Author.PageAsync(lesson), $"{lesson}/deletion"));
        Assert.Null(outline.QuerySelector($"a[href='{lesson}']"));
    }

    [Fact]
    public async Task Scripts_in_titles_and_in_Markdown_stay_words()
    {
        const string attack = "<script>alert(1)</script>";
        var institute = await Institute.OpenAsync(site);
        var (course, lesson) = await institute.CourseAsync(attack);
        var editor = await institute.Author.FollowAsync(await institute.Author.SubmitAsync(await institute.Author.PageAsync(lesson), lesson, "Button=AddText"));
        var markdown = $"{attack}\n\n<img src=x onerror=alert(1)>\n\n[bấm](javascript:alert(1)) ![x](javascript:alert(1)) <javascript:alert(1)>";
        await institute.Author.FollowAsync(await institute.Author.SubmitAsync(editor, lesson, "Button=Save", ("Form.Title", attack), ("Form.Parts[0].Markdown", markdown)));

        foreach (var address in new[] { course, lesson, $"{course}/details", $"{course}/preview", $"{course}/preview/{lesson.Split('/')[^1]}", $"{course}/history", "/authoring/courses", "/authoring" })
        {
            var page = await institute.Author.PageAsync(address);
            Assert.DoesNotContain(page.QuerySelectorAll("script"), s => s.TextContent.Contains("alert"));
            Assert.Empty(page.QuerySelectorAll("[onerror], [href^='javascript:'], [src^='javascript:']"));
        }

        Assert.Contains(attack, (await institute.Author.PageAsync($"{course}/preview/{lesson.Split('/')[^1]}")).QuerySelector(".prose")!.TextContent);
    }

    [Fact]
    public async Task A_taken_code_is_told_at_its_field_and_nothing_typed_is_lost()
    {
        var institute = await Institute.OpenAsync(site);
        var (course, _) = await institute.CourseAsync();
        var code = (await institute.Author.PageAsync($"{course}/details")).QuerySelector("#Form_Code")!.GetAttribute("value");
        var answer = await institute.Author.SubmitAsync(await institute.Author.PageAsync("/authoring/courses/new"), "/authoring/courses", null,
            ("Form.Title", "Khóa khác"), ("Form.Code", code), ("Form.Objectives", "Một\nHai"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var again = await answer.PageAsync();
        Assert.Contains("đã dùng", again.QuerySelector("#Form_Code-error")!.TextContent);
        again.HasErrorsThatLeadToFields();
        Assert.Equal("Một\nHai", again.QuerySelector("#Form_Objectives")!.TextContent.Trim());
    }

    [Fact]
    public async Task The_material_of_another_institution_is_as_if_it_were_not_there()
    {
        var (ours, others) = (await Institute.OpenAsync(site), await Institute.OpenAsync(site));
        var (course, lesson) = await ours.CourseAsync("Của trường khác");
        var bank = await ours.BankAsync("Ngân hàng của trường khác");
        var question = await ours.StatementAsync(bank);
        foreach (var address in new[] { course, lesson, $"{course}/details", $"{course}/preview", $"{course}/history", bank, question, $"{question}/trial", $"{question}/history", $"{bank}/questions/new" })
            Assert.Equal(HttpStatusCode.NotFound, (await others.Reviewer.GetAsync(address)).StatusCode);
        foreach (var address in new[] { $"{course}/moves", $"{course}/details", $"{course}/modules", lesson, $"{lesson}/deletion", $"{bank}/moves", $"{bank}/title", question, $"{question}/moves" })
            Assert.Equal(HttpStatusCode.NotFound, (await others.Reviewer.PostAsync(address, ("Step", "Published"), ("title", "x"), ("Title", "x"))).StatusCode);
        Assert.DoesNotContain("trường khác", (await others.Author.PageAsync("/authoring/courses")).Text());
        Assert.DoesNotContain("trường khác", (await others.Author.PageAsync("/authoring/banks")).Text());
    }

    [Fact]
    public async Task An_author_does_not_publish()
    {
        var institute = await Institute.OpenAsync(site);
        var (course, _) = await institute.CourseAsync();
        Assert.Null((await institute.Author.PageAsync(course)).QuerySelector("button[value=Published]"));
        Assert.Equal(HttpStatusCode.NotFound, (await institute.Author.PostAsync($"{course}/moves", ("Step", "Published"), ("Revision", "2"))).StatusCode);
    }
}
