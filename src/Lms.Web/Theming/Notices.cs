using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Lms.Web.Theming;

public enum NoticeKind { Info, Success, Warning, Error }

public sealed record Notice(NoticeKind Kind, string Text)
{
    public string CssClass => Kind switch
    {
        NoticeKind.Info => "notice--info",
        NoticeKind.Success => "notice--success",
        NoticeKind.Warning => "notice--warning",
        NoticeKind.Error => "notice--error",
    };

    public string Icon => Kind switch
    {
        NoticeKind.Info => "info",
        NoticeKind.Success => "check-circle",
        NoticeKind.Warning => "warning",
        NoticeKind.Error => "error",
    };
}

/// <summary>What the last request did, told on the page its redirect leads to.</summary>
public static class Notices
{
    private const string Key = "notice";

    extension(Controller controller)
    {
        public void Tell(NoticeKind kind, string text) => controller.TempData[Key] = new[] { kind.ToString(), text };
    }

    extension(ITempDataDictionary temp)
    {
        public Notice? TakeNotice() => temp[Key] is string[] { Length: 2 } stored && Enum.TryParse<NoticeKind>(stored[0], out var kind)
            ? new Notice(kind, stored[1]) : null;
    }
}
