namespace Lms.Web.Features.Exams.Files;

using Lms.Assessment.Attempts;
using Lms.Assessment.Attempts.Files;
using Lms.Data;
using Lms.Web.Features.Exams.Sitting;
using Lms.Web.Identity;
using Lms.Web.Theming;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

/// <summary>One file, sent by the exam page's script. 200 means committed; the states are those of <see cref="AnswersController"/>.</summary>
[Requires(Permission.Learn)]
[AnswersWithStatus]
public sealed class FileUploadController(AnswerFiles files, IStringLocalizer<ExamsText> text) : Controller
{
    /// <summary>Somewhat above the largest file, so that one a little too large is refused in words.</summary>
    private const long LargestRequest = AnswerFiles.LargestFile + 5_000_000;

    [HttpPost("attempts/{code}/answers/{slot:int}/files"), RequestSizeLimit(LargestRequest), RequestFormLimits(MultipartBodyLengthLimit = LargestRequest)]
    public async Task<IActionResult> Add(PublicCode code, int slot, IFormFile? file, CancellationToken ct)
    {
        if (file is null) return State(StatusCodes.Status422UnprocessableEntity, "malformed");
        await using var content = file.OpenReadStream();
        var receipt = await files.AddAsync(code, this.Candidate(), slot, file.FileName, content, ct);
        return receipt.Outcome switch
        {
            FileOutcome.Saved => Json(new
            {
                state = "saved", savedAt = receipt.SavedAt, dueAt = receipt.DueAt,
                files = receipt.Files.Select(f => new { key = f.Key, name = f.Name, size = f.Bytes.SizeText, address = Url.Content(new FilesPlace(code).Address(f)), removal = PageFiles.Removal(slot, f.Key) }),
            }),
            FileOutcome.NotFound => State(StatusCodes.Status404NotFound, "notFound"),
            FileOutcome.AlreadyHandedIn => State(StatusCodes.Status409Conflict, "handedIn"),
            FileOutcome.TooLate => State(StatusCodes.Status410Gone, "tooLate"),
            FileOutcome.OutsideNetwork => State(StatusCodes.Status403Forbidden, "outsideNetwork", text["OutsideNetwork"]),
            FileOutcome.Paused => State(StatusCodes.Status423Locked, "paused", text["PausedTitle"]),
            FileOutcome.SectionClosed => State(StatusCodes.Status409Conflict, "sectionClosed", text["SectionRanOut"]),
            FileOutcome.NoSuchSlot => State(StatusCodes.Status422UnprocessableEntity, "noSuchSlot"),
            FileOutcome.Empty or FileOutcome.TooLarge or FileOutcome.TooManyFiles or FileOutcome.AttemptFull or FileOutcome.TypeNotTaken or FileOutcome.ContentDoesNotMatchName =>
                State(StatusCodes.Status422UnprocessableEntity, "notTaken", new FileProblem(slot, file.FileName, receipt.Outcome, receipt.Limits).Words(text)),
        };
    }

    private JsonResult State(int status, string state, string? message = null) => new(new { state, message }) { StatusCode = status };
}
