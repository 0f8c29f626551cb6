using AngleSharp.Html.Dom;
using Lms.Training.Organisations;
using Lms.UnitTests.Infrastructure.Web;
using Lms.Web.Identity;

namespace Lms.UnitTests.Web.Authoring;

/// <summary>An institution with an author and a reviewer of its own, and the ways they go most often.</summary>
internal sealed class Institute
{
    private static int count;

    private Institute(WebVisitor author, WebVisitor reviewer) => (Author, Reviewer) = (author, reviewer);

    public WebVisitor Author { get; }
    public WebVisitor Reviewer { get; }

    public static async Task<Institute> OpenAsync(WebSite site)
    {
        var code = $"TRUONG-{Interlocked.Increment(ref count)}";
        var (_, key) = await site.UseAsync<Organisations, (OrganisationOutcome Outcome, Guid Key)>(o =>
            o.AddAsync(new OrganisationDraft(code, $"Trường {code}", "", OrganisationKind.Institution, null, true, "")));
        return new Institute(await site.AsAsync(Role.Author, key), await site.AsAsync(Role.Reviewer, key));
    }

    /// <returns>The address of a new course with one module and one lesson, and that of the lesson.</returns>
    public async Task<(string Course, string Lesson)> CourseAsync(string title = "Quản lý trường hợp")
    {
        var response = await Author.SubmitAsync(await Author.PageAsync("/authoring/courses/new"), "/authoring/courses", null,
            ("Form.Title", title), ("Form.Code", $"K{Interlocked.Increment(ref count)}"));
        var outline = await Author.FollowAsync(response);
        var course = response.Leads()!;
        outline = await Author.FollowAsync(await Author.SubmitAsync(outline, $"{course}/modules", null, ("Title", "Nền tảng")));
        var lessons = outline.QuerySelectorAll("form").OfType<IHtmlFormElement>().Single(f => f.GetAttribute("action")?.EndsWith("/lessons", StringComparison.Ordinal) == true).GetAttribute("action")!;
        response = await Author.SubmitAsync(outline, lessons, null, ("Title", "Tiếp nhận"), ("Minutes", "25"));
        await Author.FollowAsync(response);
        return (course, response.Leads()!);
    }

    /// <returns>The address of a new question bank.</returns>
    public async Task<string> BankAsync(string title = "Ngân hàng thử")
    {
        var response = await Author.SubmitAsync(await Author.PageAsync("/authoring/banks"), "/authoring/banks", null, ("Form.Title", title));
        await Author.FollowAsync(response);
        return response.Leads()!;
    }

    /// <returns>The address of a new question.</returns>
    public async Task<string> QuestionAsync(string bank, string type, params (string Name, string? Value)[] typed)
    {
        var page = await Author.PageAsync($"{bank}/questions/new?type={type}");
        var response = await Author.SubmitAsync(page, $"{bank}/questions", "Button=Save",
            [("Form.Prompt", $"Câu hỏi {type}"), ("Form.Category", "Tiếp nhận"), .. typed]);
        await Author.FollowAsync(response);
        return response.Leads()!.Replace("/trial", "", StringComparison.Ordinal);
    }

    public Task<string> StatementAsync(string bank) => QuestionAsync(bank, "trueFalse", ("Form.Statement", "true"));

    /// <summary>Takes one of the steps offered on the page.</summary>
    public static async Task<HttpResponseMessage> StepAsync(WebVisitor visitor, string address, string step, string? note = null) =>
        await visitor.SubmitAsync(await visitor.PageAsync(address), $"{address}/moves", $"Step={step}", ("Note", note ?? ""));
}
