using Lms.Content.Media;
using Lms.Web.Identity;
using Lms.Web.Theming;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.Authoring.Media;

/// <summary>Pictures, films and papers that lessons and questions show.</summary>
[Requires(Permission.Author), Route("authoring/media")]
public sealed class MediaLibraryController(MediaLibrary media, Owners owners, IStringLocalizer<AuthoringText> text) : AuthoringController(text)
{
    private const int PageSize = 24;

    /// <param name="owner">A key, or "department"; without it, the visitor's own institution.</param>
    [HttpGet("")]
    public async Task<IActionResult> Index(string? owner, MediaKind? kind, string? search, int page = 1, CancellationToken ct = default) =>
        await PageAsync(owner, kind, search, page, ct) is { } model ? View(model) : NotFound();

    [HttpPost(""), RequestSizeLimit(Uploads.LargestRequest), RequestFormLimits(MultipartBodyLengthLimit = Uploads.LargestRequest)]
    public async Task<IActionResult> Upload(string? owner, List<IFormFile> files, CancellationToken ct)
    {
        if (OwnerOf(owner) is not { } chosen || !Scope.Covers(chosen.Key)) return NotFound();
        if (files.Count == 0) ModelState.AddModelError("files", Text["StoreNothing"]);
        foreach (var file in files)
        {
            await using var content = file.OpenReadStream();
            var (outcome, _) = await media.StoreAsync(file.FileName, content, chosen.Key, User.PersonKey, ct);
            if (outcome != StoreOutcome.Stored) ModelState.AddModelError("files", Text[$"Store{outcome}", file.FileName]);
        }

        if (!ModelState.IsValid) return Again("Index", (await PageAsync(owner, null, null, 1, ct))!);
        this.Tell(NoticeKind.Success, Text["StoredCount", files.Count]);
        return RedirectToAction(nameof(Index), new { owner });
    }

    private async Task<MediaLibraryPage?> PageAsync(string? owner, MediaKind? kind, string? search, int page, CancellationToken ct)
    {
        if (OwnerOf(owner) is not { } chosen) return null;
        var found = (await media.ListAsync(chosen.Key, ct))
            .Where(f => (kind is null || MediaLibraryPage.KindOf(f) == kind) && SearchText.Matches(f.FileName, search)).ToList();
        var shown = Paging.Cut(found, page, PageSize, out var pager);
        return new MediaLibraryPage(shown, await owners.WithinAsync(Scope, ct), chosen.Key, kind, search, Scope.Covers(chosen.Key), pager);
    }

    /// <summary>Null where the visitor has no business with that owner.</summary>
    private OwnerChoice? OwnerOf(string? owner) => owner switch
    {
        null or "" => new OwnerChoice(Scope.All ? null : Scope.Organisations.FirstOrDefault()),
        "department" => new OwnerChoice(null),
        _ => Guid.TryParse(owner, out var key) && Scope.Covers(key) ? new OwnerChoice(key) : null,
    };

    private sealed record OwnerChoice(Guid? Key);
}
