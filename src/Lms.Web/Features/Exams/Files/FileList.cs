namespace Lms.Web.Features.Exams.Files;

using Lms.Assessment.Scoring;
using Lms.Data;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

/// <summary>Whose files a page shows; a page without it (a trial, a preview) has none to offer.</summary>
/// <param name="SavePage">Where the page's form is saved, while files can still be given.</param>
public sealed record FilesPlace(PublicCode Attempt, string SavePage = "")
{
    public static FilesPlace? Of(ViewDataDictionary data) => data["FilesOf"] as FilesPlace;

    public string Address(AnswerFile file) => $"~/attempts/{Attempt}/files/{file.Key:D}";
}

/// <summary>The files of one answer.</summary>
public sealed record FileList(IReadOnlyList<AnswerFile> Files, FilesPlace? Place)
{
    public static FileList Of(Response? response, ViewDataDictionary data) => Of(response, FilesPlace.Of(data));

    public static FileList Of(Response? response, FilesPlace? place) => new(response is FilesResponse given ? given.Files : [], place);
}
