using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Lms.Certificates.Pdf.Inspection;
using Lms.UnitTests.Infrastructure.Web;
using Lms.Web.Identity;

namespace Lms.UnitTests.Web.Department;

public sealed class TemplatePagesTests(WebSite site) : IClassFixture<WebSite>
{
    private const string Modern = "0e000000-0000-7000-8000-000000000003";

    [Fact]
    public async Task A_copy_is_edited_previewed_published_and_chosen_for_a_kind_of_certificate()
    {
        var coordinator = await site.AsAsync(Role.Coordinator);
        var address = (await coordinator.PostAsync("/credential-templates", ("from", Modern), ("name", "Mẫu của trung tâm"))).Leads()!;
        var fields = FieldsOf(await coordinator.PageAsync(address));
        var title = fields.First(f => f.Name.EndsWith(".Text", StringComparison.Ordinal) && f.Value == "CHỨNG CHỈ").Name;
        Set(title, "GIẤY KHEN");
        Set("PreviewName", "Y Bhăm Niê");

        var preview = await coordinator.PostAsync($"{address}/preview", [.. fields]);
        Assert.Equal("application/pdf", preview.Content.Headers.ContentType!.MediaType);
        var lines = PdfInspection.Read(await preview.Content.ReadAsByteArrayAsync(), new HashSet<string>()).Lines;
        Assert.Contains("GIẤY KHEN", lines);
        Assert.Contains("Y Bhăm Niê", lines);

        Set("Publish", "true");
        Assert.Equal(address, (await SaveAsync()).Leads());
        Assert.Contains("Mẫu của trung tâm", (await coordinator.PageAsync("/credentials/new")).QuerySelectorAll("#TemplateKey option").Select(o => o.TextContent));

        // The form is of before the save: somebody else's work would be lost.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SaveAsync()).StatusCode);

        void Set(string name, string value)
        {
            fields.RemoveAll(f => f.Name == name);
            fields.Add((name, value));
        }

        Task<HttpResponseMessage> SaveAsync() => coordinator.PostAsync(address, [.. fields]);
    }

    [Fact]
    public async Task A_mistake_is_said_at_its_field_and_what_lacks_a_code_is_not_published()
    {
        var coordinator = await site.AsAsync(Role.Coordinator);
        var address = (await coordinator.PostAsync("/credential-templates", ("from", Modern), ("name", "Dở dang"))).Leads()!;
        var page = await coordinator.PageAsync(address);
        var fields = FieldsOf(page);
        var again = await (await coordinator.PostAsync(address, [.. fields.Select(f => f.Name == "Fields[1].X" ? (f.Name, "xa lắm") : f)])).PageAsync();
        Assert.NotEmpty(again.QuerySelector("#Fields_1_X-error")!.TextContent);
        Assert.Equal("xa lắm", again.QuerySelector<IHtmlInputElement>("#Fields_1_X")!.Value);

        var code = page.QuerySelectorAll<IHtmlInputElement>("input[name$='.Kind']").Single(i => i.Value == "OfflineCode").Name![..^".Kind".Length];
        Assert.Equal(address, (await coordinator.PostAsync(address, [.. fields, ($"{code}.Remove", "true"), ("Publish", "true")])).Leads());
        Assert.Contains("Thiếu mã QR ngoại tuyến.", (await coordinator.PageAsync(address)).QuerySelector(".notice--warning ul")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Built_in_templates_are_shown_and_not_changed()
    {
        var coordinator = await site.AsAsync(Role.Coordinator);
        Assert.Null((await coordinator.PageAsync($"/credential-templates/{Modern}")).QuerySelector(".template-editor"));
        Assert.Equal(HttpStatusCode.NotFound, (await coordinator.PostAsync($"/credential-templates/{Modern}", ("Name", "Mới"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await coordinator.GetAsync($"/credential-templates/{Modern}/preview")).StatusCode);
    }

    private static List<(string Name, string? Value)> FieldsOf(IHtmlDocument page) =>
    [
        .. page.QuerySelectorAll<IHtmlElement>(".template-editor input, .template-editor select, .template-editor textarea").Select(e => e switch
        {
            IHtmlInputElement { Type: "checkbox", IsChecked: false } or IHtmlInputElement { Type: "file" } => ("", null),
            IHtmlInputElement input => (input.Name!, input.Value),
            IHtmlSelectElement select => (select.Name!, select.Value),
            IHtmlTextAreaElement area => (area.Name!, (string?)area.Value),
            _ => ("", null),
        }).Where(f => f.Item1.Length > 0),
    ];
}
