namespace Lms.Web.Features.Authoring.Course;

/// <summary>The two buttons that move a module or a lesson.</summary>
/// <param name="What">Its title, for those who do not see where the button stands.</param>
public sealed record Position(string Address, int Revision, string What, bool CanGoUp, bool CanGoDown);

/// <summary>A small form of the outline: adding or changing a module, adding a lesson.</summary>
/// <param name="Place">Tells the forms of the page apart.</param>
/// <param name="DeletionAddress">Null where there is nothing to delete.</param>
public sealed record OutlineForm(
    OutlinePage Page, string Place, string Address, string Heading, string Submit, string OldTitle = "", string OldSummary = "",
    bool Summary = false, bool Minutes = false, bool Open = false, string? DeletionAddress = null, string? DeletionAsk = null)
{
    private OutlineEntry? Typed => Page.Typed is { } typed && typed.Place == Place ? typed : null;

    public int Revision => Page.Head.Draft.Revision;
    public bool IsOpen => Open || Typed is not null;
    public string ShownTitle => Typed is null ? OldTitle : Typed.Title ?? "";
    public string ShownSummary => Typed is null ? OldSummary : Typed.Summary ?? "";
    public int? ShownMinutes => Typed?.Minutes;
}
