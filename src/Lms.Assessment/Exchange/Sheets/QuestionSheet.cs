using Lms.Assessment.Exchange.Texts;
using Lms.Assessment.Questions.Cases;
using Lms.Spreadsheets;

namespace Lms.Assessment.Exchange.Sheets;

/// <summary>The workbook that a lecturer fills in: a row for each question, a second sheet that explains the columns.</summary>
internal static class QuestionSheet
{
    private const int MostRows = 5_000, LongestCell = 20_000, FewestOptions = 8;

    public static ImportedFile Read(byte[] bytes)
    {
        var (rows, problem) = SheetReader.Read(new MemoryStream(bytes), new SheetLimits(QuestionFiles.LargestFile, MostRows, LongestCell));
        if (problem is { } found) return new ImportedFile(QuestionFormat.Xlsx, [], [], [Issue(found)]);
        var (columns, at) = Head(rows);
        if (columns is null) return new ImportedFile(QuestionFormat.Xlsx, [], [], [new(1, ImportIssueKind.Unreadable, ImportPhrase.NoQuestionColumn)]);
        var questions = new List<ImportedQuestion>();
        foreach (var row in rows.Skip(at + 1)) questions.Add(Question(questions.Count, row, columns));
        return new ImportedFile(QuestionFormat.Xlsx, questions, [], []);
    }

    public static ExportedFile Write(IReadOnlyList<ExportedQuestion> questions)
    {
        var log = new ExportLog();
        var rows = new List<(ExportedQuestion Question, SheetAnswers Answers)>();
        foreach (var question in questions)
        {
            log.Next();
            if (SheetAnswers.Of(question.Definition, log) is { } answers) rows.Add((question, answers));
            else log.LeftOut(question.Definition);
            log.LostUnless(question.Definition.Outcomes is null, "what is said by the outcome", "the sheet has one column for feedback");
        }

        var options = Math.Max(FewestOptions, rows.Count == 0 ? 0 : rows.Max(r => r.Answers.Options.Count));
        string[] head = ["Loại / Type", "Danh mục / Category", "Câu hỏi / Question", .. Enumerable.Range(0, options).Select(SheetColumns.OptionHead),
            "Đáp án đúng / Right answer", "Điểm / Points", "Phản hồi / Feedback", "Nhãn / Tags", "Độ khó / Difficulty", "Mức nhận thức / Cognitive level", "Chuẩn đầu ra / Outcome", "Nguồn / Source", "Tình huống / Case", "Tên / Title", "Mã / Identifier"];
        var table = new Table("Câu hỏi", head, [.. rows.Select(r => Row(r.Question, r.Answers, options))]);
        return new ExportedFile(XlsxFile.Write(table, SheetGuide.Table), log.Issues);
    }

    private static IReadOnlyList<object?> Row(ExportedQuestion question, SheetAnswers answers, int options) =>
    [
        answers.Type, question.Category, question.Definition.Prompt, .. Enumerable.Range(0, options).Select(i => i < answers.Options.Count ? (object?)answers.Options[i] : null),
        answers.Right, question.Points, question.Definition.Feedback, string.Join("; ", question.Tags), question.Difficulty, CognitiveLevels.Name(question.Level), question.Outcome, question.Source, question.Case is { } study ? $"{study.Title}\n{study.Text}" : null, question.Title, question.Identifier,
    ];

    /// <summary>Above the head there may be a few lines of the lecturer's own.</summary>
    private static (SheetColumns? Columns, int At) Head(IReadOnlyList<SheetRow> rows)
    {
        for (var i = 0; i < Math.Min(rows.Count, 10); i++)
            if (SheetColumns.Of(rows[i]) is { } columns) return (columns, i);
        return (null, 0);
    }

    private static ImportedQuestion Question(int index, SheetRow row, SheetColumns columns)
    {
        var issues = new List<ImportIssue>();
        var texts = new RichText(_ => null, (kind, what, why) => issues.Add(new(row.Number, kind, what, why)));
        var definition = new SheetRowReader(row.Number, texts, issues).Read(columns.Cell(row, SheetField.Type), columns.Cell(row, SheetField.Prompt), columns.Options(row), columns.Cell(row, SheetField.Answer));
        if (definition is not null) definition = definition with { Feedback = texts.ToMarkdown(columns.Cell(row, SheetField.Feedback), TextFormat.Markdown) };
        var tags = columns.Cell(row, SheetField.Tags).Split([';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct().ToList();
        var identifier = columns.Cell(row, SheetField.Identifier);
        return Finished.Check(new ImportedQuestion(index, row.Number, identifier.Length > 0 ? identifier : null, columns.Cell(row, SheetField.Title).ReplaceLineEndings(" "), Finished.Category(columns.Cell(row, SheetField.Category)), tags,
            Finished.Points(columns.Cell(row, SheetField.Points), row.Number, issues), definition, issues) 
        {
            Difficulty = Difficulty(columns.Cell(row, SheetField.Difficulty)), Level = CognitiveLevels.Of(columns.Cell(row, SheetField.Level)), Verbatim = string.Join('\t', row.Cells),
            Case = Case(columns.Cell(row, SheetField.Case), texts),
            Outcome = columns.Cell(row, SheetField.Outcome).Trim().ReplaceLineEndings(" "), Source = columns.Cell(row, SheetField.Source).Trim().ReplaceLineEndings(" "),
        });
    }

    /// <summary>The first line is the title, the rest the case; a single line is both.</summary>
    private static CaseDraft? Case(string cell, RichText texts)
    {
        var told = cell.Trim().ReplaceLineEndings("\n");
        if (told.Length == 0) return null;
        var end = told.IndexOf('\n', StringComparison.Ordinal);
        var title = end < 0 ? told : told[..end];
        return new CaseDraft(title.Length > CaseBody.LongestTitle ? PlainText.Line(title, CaseBody.LongestTitle) : title, texts.ToMarkdown(end < 0 ? told : told[(end + 1)..].Trim(), TextFormat.Markdown));
    }

    private static int? Difficulty(string text) => text.Trim().ToLowerInvariant() switch
    {
        "1" or "dễ" or "easy" => 1,
        "2" or "trung bình" or "medium" => 2,
        "3" or "khó" or "hard" => 3,
        _ => null,
    };

    private static ImportIssue Issue(SheetProblem problem) => problem switch
    {
        SheetProblem.TooLarge => new(0, ImportIssueKind.TooLarge, ImportPhrase.WorkbookLimit.With(QuestionFiles.LargestFile / 1024 / 1024)),
        SheetProblem.TooManyRows => new(0, ImportIssueKind.TooLarge, ImportPhrase.SheetLimit.With(MostRows)),
        SheetProblem.Unreadable => new(0, ImportIssueKind.Unreadable, ImportPhrase.NoWorkbook),
        SheetProblem.NotUtf8 => new(0, ImportIssueKind.Unreadable, ImportPhrase.NotUtf8),
    };
}
