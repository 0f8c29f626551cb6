using System.Text;
using System.Text.RegularExpressions;

namespace Lms.Assessment.Exchange.Moodle;

internal enum ClozeKind { Short, ShortExact, Numeric, Choice, ChoiceColumn, ChoiceRow, Responses, ResponsesRow }

/// <param name="Percent">"=" for all, "" for none, else a percentage.</param>
internal sealed record ClozeAnswer(string Percent, string Text, string Feedback);

/// <summary>One {2:SHORTANSWER:=Đà Lạt~%50%Dalat#…} within a text ("Embedded Answers (Cloze) question type", docs.moodle.org).</summary>
internal sealed partial record ClozeCode(int Start, int End, decimal Weight, ClozeKind Kind, IReadOnlyList<ClozeAnswer> Answers)
{
    private const int MostGaps = 200, MostAnswers = 200;

    /// <summary>All of a text in their order; one whose braces do not close ends the reading and is told by its start.</summary>
    public static (List<ClozeCode> Codes, int? Unclosed) Find(string text)
    {
        var codes = new List<ClozeCode>();
        for (var at = 0; codes.Count < MostGaps && Opening().Match(text, at) is { Success: true } opening;)
        {
            if (Read(text, opening) is not { } code) return (codes, opening.Index);
            codes.Add(code);
            at = code.End;
        }

        return (codes, null);
    }

    private static ClozeCode? Read(string text, Match opening)
    {
        var answers = new List<ClozeAnswer>();
        for (var at = opening.Index + opening.Length; at < text.Length && answers.Count < MostAnswers; at++)
        {
            // Read before escapes are undone: "\=" is an answer that begins with that sign.
            var mark = Mark().Match(text, at);
            var percent = !mark.Success ? "" : mark.Groups["percent"].Success ? mark.Groups["percent"].Value : "=";
            var (answer, feedback) = (new StringBuilder(), new StringBuilder());
            at = Alternative(text, at + mark.Length, answer, feedback);
            if (at >= text.Length) return null;
            if (answer.Length > 0 || feedback.Length > 0) answers.Add(new ClozeAnswer(percent, answer.ToString().Trim(), feedback.ToString().Trim()));
            if (text[at] == '}') return new ClozeCode(opening.Index, at + 1, Weighs(opening.Groups["weight"].Value), Named(opening.Groups["kind"].Value), answers);
        }

        return null;
    }

    /// <returns>Where the tilde or the brace behind it stands.</returns>
    private static int Alternative(string text, int at, StringBuilder answer, StringBuilder feedback)
    {
        var part = answer;
        for (; at < text.Length && text[at] is not ('~' or '}'); at++)
        {
            if (text[at] == '\\' && at + 1 < text.Length && "}~#\"/\\=%{".Contains(text[at + 1])) part.Append(text[++at]);
            else if (text[at] == '#' && part == answer && text[at - 1] != '&') part = feedback;
            else part.Append(text[at]);
        }

        return at;
    }

    private static decimal Weighs(string text) => text.Length == 0 ? 1m : decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture) is > 0m and var weight ? weight : 1m;

    private static ClozeKind Named(string name) => name switch
    {
        "SHORTANSWER" or "SA" or "MW" => ClozeKind.Short,
        "SHORTANSWER_C" or "SAC" or "MWC" => ClozeKind.ShortExact,
        "NUMERICAL" or "NM" => ClozeKind.Numeric,
        "MULTICHOICE_V" or "MCV" or "MULTICHOICE_VS" or "MCVS" => ClozeKind.ChoiceColumn,
        "MULTICHOICE_H" or "MCH" or "MULTICHOICE_HS" or "MCHS" => ClozeKind.ChoiceRow,
        "MULTIRESPONSE" or "MR" or "MULTIRESPONSE_S" or "MRS" => ClozeKind.Responses,
        "MULTIRESPONSE_H" or "MRH" or "MULTIRESPONSE_HS" or "MRHS" => ClozeKind.ResponsesRow,
        _ => ClozeKind.Choice,
    };

    [GeneratedRegex(@"\{(?<weight>[0-9]{0,3}):(?<kind>NUMERICAL|NM|MULTICHOICE(?:_(?:V|H|S|VS|HS))?|MC(?:VS|HS|V|H|S)?|SHORTANSWER(?:_C)?|SAC?|MWC?|MULTIRESPONSE(?:_(?:H|S|HS))?|MR(?:HS|H|S)?):", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Opening();

    [GeneratedRegex(@"\G\s*(?:=?%(?<percent>-?[0-9]{1,3}(?:[.,][0-9]{0,10})?)%|=)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Mark();
}
