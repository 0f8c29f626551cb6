using System.Text;
using Lms.Assessment.Exchange;
using Lms.Assessment.Questions;
using Lms.Assessment.Scoring;

namespace Lms.UnitTests.Assessment.Exchange;

/// <summary>Files as tests write them down.</summary>
internal static class Files
{
    public static ImportedFile Read(string text, QuestionFormat? format = null, string name = "questions.txt") => QuestionFiles.Read(Encoding.UTF8.GetBytes(text), name, format);

    /// <summary>The only question of the file, which is to be as our rules want it.</summary>
    public static T Taken<T>(this ImportedFile file) where T : QuestionDefinition
    {
        var question = Assert.Single(file.Questions);
        Assert.DoesNotContain(question.Issues, i => i.Kind is ImportIssueKind.InvalidQuestion or ImportIssueKind.Incomplete);
        return Assert.IsType<T>(question.Definition);
    }

    /// <summary>Why the only question was not taken.</summary>
    public static ImportIssue Refused(this ImportedFile file)
    {
        var question = Assert.Single(file.Questions);
        Assert.Null(question.Definition);
        return question.Issues[0];
    }

    public static T Gift<T>(string text) where T : QuestionDefinition => Read(text, QuestionFormat.Gift).Taken<T>();

    public static ImportedFile Moodle(string type, string inner) => Read(Quiz(type, inner));

    public static string Quiz(string type, string inner) => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <quiz>
        <question type="{type}"><name><text>Câu hỏi</text></name>
        {(inner.Contains("<questiontext", StringComparison.Ordinal) ? "" : "<questiontext format=\"html\"><text>Vì sao?</text></questiontext>")}
        {inner}
        </question>
        </quiz>
        """;

    public static decimal Fraction(this QuestionDefinition question, string text) => Scorer.Score(question, new TextResponse(text)).Fraction;

    public static decimal Fraction(this QuestionDefinition question, params string[] options) => Scorer.Score(question, new ChoiceResponse([.. options.Order(StringComparer.Ordinal)])).Fraction;
}
