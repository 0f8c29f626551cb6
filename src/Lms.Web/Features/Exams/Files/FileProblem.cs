namespace Lms.Web.Features.Exams.Files;

using Lms.Assessment.Attempts;
using Lms.Assessment.Attempts.Files;
using Lms.Web.Theming;
using Microsoft.Extensions.Localization;

/// <param name="Name">As it was sent.</param>
internal sealed record FileProblem(int Slot, string Name, FileOutcome Outcome, FileLimits? Limits)
{
    /// <summary>{0} is the name, {1} the largest size, {2} the greatest number, {3} what is taken.</summary>
    public string Words(IStringLocalizer<ExamsText> text) =>
        text[$"File{Outcome}", Name, (Limits?.MostBytes ?? AnswerFiles.LargestFile).SizeText, Limits?.MostFiles ?? 0, Limits is null ? "" : TypesOf(Limits, text)];

    public static string TypesOf(FileLimits limits, IStringLocalizer<ExamsText> text) =>
        limits.Extensions.Count == 0 ? text["FilesUsualTypes"] : string.Join(", ", limits.Extensions.Select(e => e.TrimStart('.').ToUpperInvariant()));
}
