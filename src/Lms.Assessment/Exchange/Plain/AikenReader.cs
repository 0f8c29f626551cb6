using System.Text.RegularExpressions;
using Lms.Assessment.Exchange.Texts;
using Lms.Assessment.Questions;

namespace Lms.Assessment.Exchange.Plain;

/// <summary>Aiken: the question, its options as "A." or "A)", and "ANSWER: B". Blank lines do not matter.</summary>
internal static partial class AikenReader
{
    public static ImportedFile Read(string text)
    {
        var questions = new List<ImportedQuestion>();
        var draft = new Draft();
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].Trim();
            if (line.Length == 0) continue;
            if (AnswerLine().Match(line) is { Success: true } answer)
            {
                draft.Begin(i + 1);
                questions.Add(draft.End(questions.Count, i + 1, answer.Groups["letter"].Value.Trim()));
                draft = new Draft();
            }
            else
            {
                // A line "U.S. …" is no option: the letters come in their order.
                if (draft.Options.Count > 0 && draft.Answerless(line) is { } lost)
                {
                    questions.Add(lost.End(questions.Count, lost.LastLine, null));
                    draft = new Draft();
                }

                draft.Add(line, i + 1);
            }
        }

        if (!draft.IsEmpty) questions.Add(draft.End(questions.Count, draft.LastLine, null));
        return new ImportedFile(QuestionFormat.Aiken, questions, [], questions.Count > 0 ? [] : [new(0, ImportIssueKind.Unreadable, ImportPhrase.NoQuestionInFile)]);
    }

    private sealed class Draft
    {
        private const int LongestText = 20_000;
        private readonly List<string> prompt = [];
        private int first;

        public List<string> Options { get; } = [];
        public int LastLine { get; private set; }
        public bool IsEmpty => prompt.Count == 0 && Options.Count == 0;

        public void Begin(int line) => (first, LastLine) = (first == 0 ? line : first, line);

        public void Add(string line, int number)
        {
            Begin(number);
            var match = OptionLine().Match(line);
            if (match.Success && match.Groups["letter"].Value[0] == 'A' + Options.Count && prompt.Count > 0) Options.Add(match.Groups["text"].Value.Trim());
            else if (Options.Count > 0) Options[^1] += $"\n{line}";
            else prompt.Add(line);
        }

        /// <summary>After two options or more, a line that is none, and another "A.", begin the next question: this one has no answer line.</summary>
        public Draft? Answerless(string line) => Options.Count >= 2 && !OptionLine().IsMatch(line) ? this : null;

        public ImportedQuestion End(int index, int line, string? letter)
        {
            var issues = new List<ImportIssue>();
            var right = letter is { Length: 1 } ? char.ToUpperInvariant(letter[0]) - 'A' : -1;
            if (letter is null) issues.Add(new(line, ImportIssueKind.Incomplete, ImportPhrase.AnswerLine));
            else if (prompt.Count == 0) issues.Add(new(line, ImportIssueKind.Incomplete, ImportPhrase.QuestionBeforeOptions));
            else if (Options.Count < 2) issues.Add(new(line, ImportIssueKind.Incomplete, ImportPhrase.TwoOptions));
            else if (right < 0 || right >= Options.Count) issues.Add(new(line, ImportIssueKind.Incomplete, ImportPhrase.OptionLetter.With(letter)));
            var shown = MarkdownEscape.Text(Cut(string.Join('\n', prompt)));
            var definition = issues.Count > 0 ? null : ChoiceDraft.Single(shown, [.. Options.Select((o, i) => new ChoiceDraft(MarkdownEscape.Text(Cut(o)), i == right ? 1m : 0m))]);
            return Finished.Check(new ImportedQuestion(index, first, null, PlainText.Line(shown, 300), "", [], 1m, definition, issues)
                { Source = $"{string.Join('\n', prompt)}\n{string.Join('\n', Options)}" });
        }

        private static string Cut(string text) => RichText.Clean(text.Length > LongestText ? text[..(LongestText + 1)] : text);
    }

    [GeneratedRegex(@"^(?<letter>[A-Z])[.)]\s*(?<text>.*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex OptionLine();

    [GeneratedRegex(@"^(?:ANSWER|ĐÁP ÁN)\s*:\s*(?<letter>.*?)[.\s]*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    internal static partial Regex AnswerLine();
}
