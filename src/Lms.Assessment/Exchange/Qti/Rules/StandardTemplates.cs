using System.Text;

namespace Lms.Assessment.Exchange.Qti.Rules;

internal enum StandardTemplate { MatchCorrect, MapResponse, MapResponsePoint, CommonMatch, CommonMatchBasic, CommonMapResponse }

/// <summary>
/// The response processing that items only name. The name is an address whose host and version changed over the years
/// (imsglobal.org/question/qti_v2p0/rptemplates/match_correct, purl.imsglobal.org/spec/qti/v3p0/rptemplates/match_correct.xml …),
/// so the last part of it decides. CC2 are the three of Common Cartridge.
/// </summary>
internal static class StandardTemplates
{
    private const string Match = "<match><variable identifier='RESPONSE'/><correct identifier='RESPONSE'/></match>";
    private const string IsNull = "<isNull><variable identifier='RESPONSE'/></isNull>";

    private static readonly Dictionary<StandardTemplate, QtiNode> Rules = new()
    {
        [StandardTemplate.MatchCorrect] = Parse(Condition(Match, Score("<baseValue baseType='float'>1</baseValue>"), Score("<baseValue baseType='float'>0</baseValue>"))),
        [StandardTemplate.MapResponse] = Parse(Condition(IsNull, Score("<baseValue baseType='float'>0</baseValue>"), Score("<mapResponse identifier='RESPONSE'/>"))),
        [StandardTemplate.MapResponsePoint] = Parse(Condition(IsNull, Score("<baseValue baseType='float'>0</baseValue>"), Score("<mapResponsePoint identifier='RESPONSE'/>"))),
        [StandardTemplate.CommonMatch] = Parse(Condition(Match, Score("<baseValue baseType='float'>1</baseValue>"), Score("<baseValue baseType='float'>0</baseValue>"))),
        [StandardTemplate.CommonMatchBasic] = Parse(Condition(Match, Score("<variable identifier='MAXSCORE'/>") + Say("FEEDBACKBASIC", "correct"), Say("FEEDBACKBASIC", "incorrect"))),
        [StandardTemplate.CommonMapResponse] = Parse(Condition(IsNull, Score("<baseValue baseType='float'>0</baseValue>"), Score("<mapResponse identifier='RESPONSE'/>"))
            + Condition("<gte><variable identifier='SCORE'/><variable identifier='MAXSCORE'/></gte>", Say("FEEDBACK", "correct") + Say("FEEDBACKBASIC", "correct"), Say("FEEDBACK", "incorrect") + Say("FEEDBACKBASIC", "incorrect"))),
    };

    public static QtiNode RulesOf(StandardTemplate template) => Rules[template];

    /// <summary>Null where the address names none of them.</summary>
    public static StandardTemplate? Of(string address)
    {
        var name = address.Trim().TrimEnd('/').Split('/', '\\')[^1];
        if (name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)) name = name[..^4];
        return name.ToLowerInvariant() switch
        {
            "match_correct" => StandardTemplate.MatchCorrect,
            "map_response" => StandardTemplate.MapResponse,
            "map_response_point" => StandardTemplate.MapResponsePoint,
            "cc2_match" => StandardTemplate.CommonMatch,
            "cc2_match_basic" => StandardTemplate.CommonMatchBasic,
            "cc2_map_response" => StandardTemplate.CommonMapResponse,
            _ => null,
        };
    }

    private static string Condition(string test, string then, string otherwise) =>
        $"<responseCondition><responseIf>{test}{then}</responseIf><responseElse>{otherwise}</responseElse></responseCondition>";

    private static string Score(string expression) => $"<setOutcomeValue identifier='SCORE'>{expression}</setOutcomeValue>";

    private static string Say(string outcome, string word) => $"<setOutcomeValue identifier='{outcome}'><baseValue baseType='identifier'>{word}</baseValue></setOutcomeValue>";

    private static QtiNode Parse(string rules) => QtiXml.Read(Encoding.UTF8.GetBytes($"<responseProcessing>{rules}</responseProcessing>"), out _, out _)!.Root;
}
