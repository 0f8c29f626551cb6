using System.Globalization;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;

namespace Lms.Assessment.Exchange.Moodle;

internal static class MoodleWritten
{
    public static QuestionDefinition? Short(MoodleQuestion question)
    {
        var answers = question.Children("answer").Select(a => new TextAnswer(question.Texts.Words(a), question.Fraction(a), question.Texts.Markdown(a.Element("feedback")))).Where(a => a.Text.Length > 0).ToList();
        return answers.Count == 0 ? question.Refuse(ImportIssueKind.Incomplete, ImportPhrase.AnAnswer)
            : new ShortText { Prompt = question.Prompt, Answers = answers, CaseSensitive = question.Flag("usecase", ifNone: false), Wildcards = true };
    }

    public static QuestionDefinition Essay(MoodleQuestion question)
    {
        var (prompt, notes, template) = (question.Prompt, question.Markdown("graderinfo"), question.Markdown("responsetemplate"));
        var attachments = question.Whole("attachments") ?? 0;
        var (required, bytes, types) = (question.Whole("attachmentsrequired") ?? 0, question.Number("maxbytes") ?? 0m, question.Value("filetypeslist"));
        var (fewest, most) = (question.Whole("minwordlimit"), question.Whole("maxwordlimit"));
        question.Flag("responserequired", true);
        var upload = question.Value("responseformat").Trim() == "noinline";
        if (upload)
        {
            return new FileUpload
            {
                Prompt = prompt, MarkingNotes = notes, MostFiles = attachments < 0 ? 20 : Math.Max(1, Math.Min(attachments, 20)),
                MostBytes = bytes is > 0m and < 100_000_000m ? (long)bytes : 10_000_000, Extensions = Extensions(types),
            };
        }

        if (attachments != 0 || required != 0) question.Drop("<attachments>", ImportPhrase.NoFilesHere);
        return new Essay { Prompt = prompt, MarkingNotes = notes, Template = template, FewestWords = fewest > 0 ? fewest : null, MostWords = most > 0 ? most : null };
    }

    private static IReadOnlyList<string> Extensions(string list) =>
        [.. list.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries).Where(e => e.StartsWith('.') && e.Length < 12).Select(e => e.ToLower(CultureInfo.InvariantCulture)).Distinct().Take(20)];
}
