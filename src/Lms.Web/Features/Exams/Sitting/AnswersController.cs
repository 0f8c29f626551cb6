namespace Lms.Web.Features.Exams.Sitting;

using System.Buffers;
using Lms.Assessment.Attempts;
using Lms.Data;
using Lms.Web.Identity;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;

/// <summary>
/// One answer, sent by the exam page's script. 200 means committed. What cannot succeed by sending it again has a
/// state the script understands; themes/Sen/README.md holds the contract.
/// </summary>
[Requires(Permission.Learn)]
[AnswersWithStatus]
public sealed class AnswersController(Exams exams) : Controller
{
    /// <summary>An essay of the greatest length, were every letter of it escaped.</summary>
    private const int LargestBody = 640 * 1024;

    [HttpPut("attempts/{code}/answers/{slot:int}")]
    public async Task<IActionResult> Put(PublicCode code, int slot, CancellationToken ct)
    {
        if (await ReadBodyAsync(ct) is not { } body || AnswerJson.Parse(body) is not var (response, certainty))
            return State(StatusCodes.Status422UnprocessableEntity, "malformed");

        var receipt = await exams.AnswerAsync(code, this.Candidate(), [new GivenAnswer(slot, response, certainty)], ct);
        return receipt.Outcome switch
        {
            AnswerOutcome.Saved => Json(new { state = "saved", savedAt = receipt.SavedAt, dueAt = receipt.DueAt, tag = receipt.Tag }),
            AnswerOutcome.NotFound => State(StatusCodes.Status404NotFound, "notFound"),
            AnswerOutcome.AlreadyHandedIn => State(StatusCodes.Status409Conflict, "handedIn"),
            AnswerOutcome.TooLate => State(StatusCodes.Status410Gone, "tooLate"),
            // Not for good: the script keeps the answer and tries again.
            AnswerOutcome.OutsideNetwork => State(StatusCodes.Status403Forbidden, "outsideNetwork"),
            AnswerOutcome.Elsewhere => State(StatusCodes.Status409Conflict, "elsewhere"),
            AnswerOutcome.SectionClosed => State(StatusCodes.Status409Conflict, "sectionClosed"),
            AnswerOutcome.Paused => State(StatusCodes.Status423Locked, "paused"),
            AnswerOutcome.NoSuchSlot => State(StatusCodes.Status422UnprocessableEntity, "noSuchSlot"),
            AnswerOutcome.MalformedResponse => State(StatusCodes.Status422UnprocessableEntity, "malformed"),
        };
    }

    private JsonResult State(int status, string state) => new(new { state }) { StatusCode = status };

    /// <summary>Null where there is more than an answer can be.</summary>
    private async Task<ReadOnlyMemory<byte>?> ReadBodyAsync(CancellationToken ct)
    {
        // The pipe grows with what comes: nearly every answer is a few bytes.
        var read = await Request.BodyReader.ReadAtLeastAsync(LargestBody + 1, ct);
        ReadOnlyMemory<byte>? body = read.Buffer.Length > LargestBody ? null : read.Buffer.ToArray();
        Request.BodyReader.AdvanceTo(read.Buffer.End);
        return body;
    }
}

/// <summary>Keeps the sign-in cookie's handler from answering a script with a page: it gets 401, not a redirect.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class AnswersWithStatusAttribute : Attribute, IDisableCookieRedirectMetadata;
