using System.Net.Mime;
using Lms.Assessment.Exchange;
using Lms.Assessment.Questions;
using Lms.Web.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.Authoring.Bank;

/// <summary>A bank as a file for other systems. Images stay in the library; the file names their addresses.</summary>
[Requires(Permission.Author), Route("authoring/banks/{bank:guid}/export")]
public sealed class ExportController(QuestionBanks banks, BankContents contents, IStringLocalizer<AuthoringText> text) : AuthoringController(text)
{
    private const int LongestTitle = 80;

    [HttpGet("{format}")]
    public async Task<IActionResult> Show(Guid bank, QuestionFormat format, CancellationToken ct)
    {
        if (TypeOf(format) is not var (extension, contentType) || await banks.FindAsync(Scope, bank, ct) is not { } found) return NotFound();
        var cases = await contents.CasesAsync(bank, ct);
        var questions = (await contents.AllAsync(bank, ct)).Select(d => new ExportedQuestion(Title(d.Definition.Prompt), d.Category, d.Tags, 1m, d.Definition, Difficulty: d.Difficulty) { Outcome = d.Outcome, Level = d.Level, Source = d.Source, Case = d.CaseKey is { } key ? cases.GetValueOrDefault(key) : null }).ToList();
        return File(QuestionFiles.Write(questions, format).Bytes, contentType, $"{found.Title}{extension}");
    }

    /// <summary>Null for a format that is only read.</summary>
    private static (string Extension, string ContentType)? TypeOf(QuestionFormat format) => format switch
    {
        QuestionFormat.Gift => (".gift.txt", MediaTypeNames.Text.Plain),
        QuestionFormat.MoodleXml => (".xml", MediaTypeNames.Application.Xml),
        QuestionFormat.Qti => (".zip", MediaTypeNames.Application.Zip),
        QuestionFormat.Xlsx => (".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        QuestionFormat.Aiken or QuestionFormat.MissingWord => null,
    };

    private static string Title(string prompt)
    {
        var line = string.Join(' ', prompt.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length > LongestTitle ? $"{line[..(LongestTitle - 1)]}…" : line;
    }
}
