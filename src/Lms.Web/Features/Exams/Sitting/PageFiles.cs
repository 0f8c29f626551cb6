namespace Lms.Web.Features.Exams.Sitting;

using Lms.Assessment.Attempts;
using Lms.Assessment.Attempts.Files;
using Lms.Data;
using Lms.Web.Features.Exams.Files;

/// <summary>
/// Files that come with the form of a page: whichever button is pressed, what was chosen is kept, so that nobody loses a file
/// by going on without the button "upload".
/// </summary>
internal static class PageFiles
{
    /// <summary>Bytes: what one attempt may hold at all, and the answers around it. One file too large is refused in words, not by a cut connection.</summary>
    public const long LargestRequest = AnswerFiles.LargestAttempt + 10_000_000;

    public static string Field(int slot) => $"files[{slot}]";

    public static string Id(int slot) => $"q{slot}-files";

    /// <summary>The value of the button that takes a file back.</summary>
    public static string Removal(int slot, Guid file) => $"{slot}:{file:N}";

    /// <summary>Back to the question whose file was taken back.</summary>
    public static Destination PlaceOf(string removal) => Destination.Parse(removal.Split(':')[0]);

    /// <returns>What was not taken, and why.</returns>
    public static async Task<List<FileProblem>> SaveAsync(AnswerFiles files, PublicCode attempt, Candidate learner, IFormCollection form, string? remove, AttemptPage shown, CancellationToken ct)
    {
        var problems = new List<FileProblem>();
        if (remove?.Split(':') is [var at, var key] && int.TryParse(at, out var from) && Guid.TryParse(key, out var file))
            Note(from, "", (await files.RemoveAsync(attempt, learner, from, file, ct)).Outcome);
        foreach (var slot in shown.Slots.Where(s => s.Question.Files is not null))
        {
            foreach (var sent in form.Files.GetFiles(Field(slot.Slot)))
            {
                await using var content = sent.OpenReadStream();
                Note(slot.Slot, sent.FileName, (await files.AddAsync(attempt, learner, slot.Slot, sent.FileName, content, ct)).Outcome);
            }
        }

        return problems;

        void Note(int slot, string name, FileOutcome outcome)
        {
            if (outcome != FileOutcome.Saved) problems.Add(new FileProblem(slot, name, outcome, shown.Slots.FirstOrDefault(s => s.Slot == slot)?.Question.Files));
        }
    }
}
