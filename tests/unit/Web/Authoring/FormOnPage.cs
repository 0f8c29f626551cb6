using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Lms.UnitTests.Infrastructure.Web;

namespace Lms.UnitTests.Web.Authoring;

/// <summary>Fills in a form as a browser without scripts does: what the page holds, what is typed over it, and one button.</summary>
internal static class FormOnPage
{
    /// <param name="action">The form's address; one without an address of its own is posted to <paramref name="action"/>.</param>
    /// <param name="button">"Name=value" of the button pressed; the button has to be on the page.</param>
    /// <param name="typed">Fields that have to be on the page, and their new values; null unticks.</param>
    public static Task<HttpResponseMessage> SubmitAsync(
        this WebVisitor visitor, IHtmlDocument page, string action, string? button = null, params (string Name, string? Value)[] typed)
    {
        var form = page.QuerySelectorAll("form[method=post]").OfType<IHtmlFormElement>()
            .Where(f => (f.GetAttribute("action") ?? action).Split('#')[0] == action)
            .FirstOrDefault(f => button is null || Button(f, button) is not null);
        Assert.True(form is not null, $"No form for {action} with button {button ?? "(any)"} on the page.");
        // The visitor brings a token in a header; a browser has only the form's, and two of them are none.
        Assert.Single(form.QuerySelectorAll("input[name=__RequestVerificationToken]"));

        var fields = Successful(form).ToList();
        foreach (var (name, value) in typed)
        {
            Assert.True(form.QuerySelector($"[name='{name}']") is not null, $"No field {name} in the form for {action}.");
            fields.RemoveAll(f => f.Name == name);
            if (value is not null) fields.Add((name, value));
        }

        if (button?.Split('=', 2) is [var buttonName, var buttonValue]) fields.Add((buttonName, buttonValue));
        return visitor.PostAsync(action, [.. fields]);
    }

    /// <summary>The page a redirect leads to.</summary>
    public static async Task<IHtmlDocument> FollowAsync(this WebVisitor visitor, HttpResponseMessage response)
    {
        if (response.StatusCode != HttpStatusCode.Redirect)
            Assert.Fail($"{(int)response.StatusCode} instead of a redirect: {string.Join(" | ", (await response.PageAsync()).QuerySelectorAll(".error-summary li, .notice--error li").Select(e => e.TextContent))}");
        return await visitor.PageAsync(response.Leads()!.Split('#')[0]);
    }

    /// <summary>Every error is told at the top, and leads to a field that is on the page.</summary>
    public static void HasErrorsThatLeadToFields(this IHtmlDocument page)
    {
        var links = page.QuerySelectorAll(".error-summary a");
        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.NotNull(page.GetElementById(link.GetAttribute("href")![1..])));
    }

    public static string Text(this IHtmlDocument page) => page.QuerySelector("main")!.TextContent;

    private static IElement? Button(IHtmlFormElement form, string button) =>
        button.Split('=', 2) is [var name, var value] ? form.QuerySelector($"button[name='{name}'][value='{value}']:not([disabled])") : null;

    private static IEnumerable<(string Name, string? Value)> Successful(IHtmlFormElement form)
    {
        foreach (var element in form.QuerySelectorAll("input, select, textarea").Where(e => e.HasAttribute("name") && !e.HasAttribute("disabled")))
        {
            var name = element.GetAttribute("name")!;
            switch (element)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio" } box:
                    if (box.IsChecked) yield return (name, box.Value);
                    break;
                case IHtmlInputElement { Type: "file" }: break;
                case IHtmlInputElement input: yield return (name, input.Value); break;
                case IHtmlSelectElement select: yield return (name, select.Value); break;
                case IHtmlTextAreaElement area: yield return (name, area.Value); break;
            }
        }
    }
}
