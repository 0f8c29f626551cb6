using Lms.Assessment.Exchange;
using static Lms.UnitTests.Assessment.Exchange.Qti.QtiFiles;

namespace Lms.UnitTests.Assessment.Exchange.Qti;

/// <summary>Items scored by their own rules, in all notations.</summary>
public sealed class QtiScoringTests
{
    private const string Choices = """<choiceInteraction responseIdentifier="RESPONSE" shuffle="false" maxChoices="0"><prompt>Chọn</prompt><simpleChoice identifier="A">a</simpleChoice><simpleChoice identifier="B">b</simpleChoice><simpleChoice identifier="C">c</simpleChoice></choiceInteraction>""";
    private const string Entry = """<p>Thủ đô: <textEntryInteraction responseIdentifier="RESPONSE"/></p>""";

    [Theory]
    [InlineData("match_correct"), InlineData("match_correct.xml"), InlineData("CC2_match.xml")]
    public void Match_correct_gives_one_or_nothing(string template)
    {
        var question = Question(Item(Response("multiple", "identifier", Correct("A", "B")) + Score(), Choices, template));
        Assert.Equal((1d, 0d, 0d, 0d), (question.ScoreOf("B", "A"), question.ScoreOf("A"), question.ScoreOf("A", "B", "C"), question.ScoreOf()));
        Assert.Equal(1m, question.Points);
    }

    [Theory]
    [InlineData("https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/map_response.xml"), InlineData("http://www.imsglobal.org/question/qti_v2p0/rptemplates/map_response"), InlineData("/templates/RPTEMPLATES/map_response.xml")]
    public void A_standard_template_is_known_by_the_end_of_its_address(string address)
    {
        var question = Question(Item(Response("single", "string", Mapping("", ("a", 2))) + Score(), Entry, $"<responseProcessing template=\"{address}\"/>"));
        Assert.Equal((2d, 2m), (question.ScoreOf("a"), question.Points));
    }

    [Theory]
    [InlineData(21, 0d), InlineData(22, 1d), InlineData(30, 1d)]
    public void Case_counts_by_default_in_2_1_but_not_from_2_2_on(int version, double expected) =>
        Assert.Equal(expected, Question(Item(Response("single", "string", Mapping("defaultValue=\"0\"", ("York", 1))) + Score(), Entry, "map_response", version)).ScoreOf("york"));

    [Theory]
    [InlineData(21), InlineData(22), InlineData(30)]
    public void A_stated_case_rule_goes_before_the_default(int version)
    {
        var mapping = """<mapping defaultValue="0"><mapEntry mapKey="York" mappedValue="1" caseSensitive="true"/><mapEntry mapKey="york" mappedValue="0.5" caseSensitive="false"/></mapping>""";
        var question = Question(Item(Response("single", "string", mapping) + Score(), Entry, "map_response", version));
        Assert.Equal((1d, 0.5d, 0.5d, 0d), (question.ScoreOf("York"), question.ScoreOf("york"), question.ScoreOf("YORK"), question.ScoreOf("Yor")));
    }

    [Theory]
    [InlineData(21), InlineData(22), InlineData(30)]
    public void A_value_given_twice_counts_once_and_the_sum_keeps_its_bounds(int version)
    {
        var question = Question(Item(Response("multiple", "identifier", Mapping("lowerBound=\"-1\" upperBound=\"2.5\" defaultValue=\"-2\"", ("A", 1), ("B", 2))) + Score(), Choices, "map_response", version));
        Assert.Equal((1d, 2.5d, -1d, -1d), (question.ScoreOf("A", "A"), question.ScoreOf("A", "B"), question.ScoreOf("A", "C"), question.ScoreOf("C")));
        Assert.Equal(2.5m, question.Points);
    }

    [Fact]
    public void No_answer_scores_nothing_in_the_template_but_the_default_in_a_mapping_of_its_own()
    {
        var declaration = Response("single", "identifier", Mapping("defaultValue=\"-0.5\"", ("A", 1))) + Score();
        const string rules = "<responseProcessing><setOutcomeValue identifier=\"SCORE\"><mapResponse identifier=\"RESPONSE\"/></setOutcomeValue></responseProcessing>";
        Assert.Equal(0d, Question(Item(declaration, Choices, "map_response")).ScoreOf());
        Assert.Equal(-0.5d, Question(Item(declaration, Choices, rules)).ScoreOf());
    }

    [Theory]
    [InlineData(21), InlineData(30)]
    public void An_area_counts_once_and_the_first_of_two_that_overlap(int version)
    {
        var areas = """<areaMapping defaultValue="-1" lowerBound="0"><areaMapEntry shape="circle" coords="50,50,10" mappedValue="2"/><areaMapEntry shape="rect" coords="45,45,200,200" mappedValue="1"/></areaMapping>""";
        var body = """<selectPointInteraction responseIdentifier="RESPONSE" maxChoices="3"><prompt>Chỉ</prompt><object type="image/png" data="a.png" width="300" height="300"/></selectPointInteraction>""";
        var question = Question(Item(Response("multiple", "point", areas) + Score(), body, "map_response_point", version));
        Assert.Equal((2d, 2d, 3d, 1d, 0d), (question.ScoreOf("50 50"), question.ScoreOf("50 50", "51 51"), question.ScoreOf("50 50", "100 100"), question.ScoreOf("50 50", "0 0"), question.ScoreOf("0 0")));
        Assert.Equal(3m, question.Points);
    }

    [Fact]
    public void The_maximum_is_what_the_item_says_or_what_its_limits_allow()
    {
        var mapped = Response("multiple", "identifier", Mapping("", ("A", 1), ("B", 2), ("C", -1)));
        Assert.Equal(3m, Question(Item(mapped + Score(), Choices, "map_response")).Points);
        Assert.Equal(2m, Question(Item(mapped + Score(), Choices.Replace("maxChoices=\"0\"", "maxChoices=\"1\"", StringComparison.Ordinal), "map_response")).Points);
        Assert.Equal(7m, Question(Item(mapped + Score(7), Choices, "map_response")).Points);
        Assert.Equal(5m, Question(Item(mapped + Score() + """<outcomeDeclaration identifier="MAXSCORE" cardinality="single" baseType="float"><defaultValue><value>5</value></defaultValue></outcomeDeclaration>""", Choices, "map_response")).Points);
        var pairs = """<matchInteraction responseIdentifier="RESPONSE" maxAssociations="4"><simpleMatchSet><simpleAssociableChoice identifier="L" matchMax="1">l</simpleAssociableChoice></simpleMatchSet><simpleMatchSet><simpleAssociableChoice identifier="X" matchMax="4">x</simpleAssociableChoice><simpleAssociableChoice identifier="Y" matchMax="4">y</simpleAssociableChoice></simpleMatchSet></matchInteraction>""";
        Assert.Equal(2m, Question(Item(Response("multiple", "directedPair", Mapping("", ("L X", 1), ("L Y", 2))) + Score(), pairs, "map_response")).Points);
        const string rules = "<responseProcessing><responseCondition><responseIf><match><variable identifier=\"RESPONSE\"/><correct identifier=\"RESPONSE\"/></match><setOutcomeValue identifier=\"SCORE\"><baseValue baseType=\"float\">4</baseValue></setOutcomeValue></responseIf></responseCondition></responseProcessing>";
        Assert.Equal(4m, Question(Item(Response("single", "identifier", Correct("A")) + Score(), Choices, rules)).Points);
    }

    [Theory]
    [InlineData(21), InlineData(22), InlineData(30)]
    public void Conditions_run_in_order_until_the_response_is_left(int version)
    {
        const string rules = """
            <responseProcessing>
              <responseCondition>
                <responseIf><isNull><variable identifier="RESPONSE"/></isNull><exitResponse/></responseIf>
                <responseElseIf><gt><variable identifier="RESPONSE"/><baseValue baseType="integer">10</baseValue></gt><setOutcomeValue identifier="SCORE"><baseValue baseType="float">2</baseValue></setOutcomeValue></responseElseIf>
                <responseElse><setOutcomeValue identifier="SCORE"><baseValue baseType="float">1</baseValue></setOutcomeValue><exitResponse/></responseElse>
              </responseCondition>
              <responseProcessingFragment><setOutcomeValue identifier="SCORE"><sum><variable identifier="SCORE"/><baseValue baseType="float">0.5</baseValue></sum></setOutcomeValue></responseProcessingFragment>
              <lookupOutcomeValue identifier="GRADE"><variable identifier="SCORE"/></lookupOutcomeValue>
              <setOutcomeValue identifier="SCORE"><sum><variable identifier="SCORE"/><variable identifier="GRADE"/></sum></setOutcomeValue>
            </responseProcessing>
            """;
        const string grade = """<outcomeDeclaration identifier="GRADE" cardinality="single" baseType="float"><interpolationTable defaultValue="0"><interpolationTableEntry sourceValue="3" targetValue="30"/><interpolationTableEntry sourceValue="2.5" includeBoundary="false" targetValue="20"/><interpolationTableEntry sourceValue="1" targetValue="10"/></interpolationTable></outcomeDeclaration>""";
        var question = Question(Item(Response("single", "integer", Correct("11")) + Score() + grade, Entry, rules, version));
        Assert.Equal((0d, 12.5d, 1d), (question.ScoreOf(), question.ScoreOf("11"), question.ScoreOf("10")));
    }

    [Fact]
    public void Common_cartridge_rules_award_the_maximum_that_is_declared()
    {
        const string maximum = """<outcomeDeclaration identifier="MAXSCORE" cardinality="single" baseType="float"><defaultValue><value>3</value></defaultValue></outcomeDeclaration><outcomeDeclaration identifier="FEEDBACKBASIC" cardinality="single" baseType="identifier"/>""";
        var question = Question(Item(Response("single", "identifier", Correct("A")) + Score() + maximum, Choices, "CC2_match_basic.xml", more: """<modalFeedback outcomeIdentifier="FEEDBACKBASIC" identifier="correct" showHide="show"><p>Tốt</p></modalFeedback>"""));
        Assert.Equal((3d, 0d, 3m), (question.ScoreOf("A"), question.ScoreOf("B"), question.Points));
        Assert.Equal("Tốt", question.Definition!.Outcomes!.Right);
    }

    [Theory]
    [InlineData(21), InlineData(30)]
    public void Template_values_given_from_outside_replace_the_drawn_ones(int version)
    {
        const string templates = """
            <templateDeclaration identifier="a" cardinality="single" baseType="integer"/><templateDeclaration identifier="b" cardinality="single" baseType="integer"/><templateDeclaration identifier="s" cardinality="single" baseType="integer"/>
            """;
        const string processing = """
            <templateProcessing>
              <setTemplateValue identifier="a"><randomInteger min="1" max="9"/></setTemplateValue><setTemplateValue identifier="b"><randomInteger min="1" max="9" step="2"/></setTemplateValue>
              <templateConstraint><not><match><variable identifier="a"/><variable identifier="b"/></match></not></templateConstraint>
              <setTemplateValue identifier="s"><sum><variable identifier="a"/><variable identifier="b"/></sum></setTemplateValue>
              <setCorrectResponse identifier="RESPONSE"><variable identifier="s"/></setCorrectResponse>
            </templateProcessing>
            """;
        var question = Question(Item(Response("single", "integer") + Score() + templates + processing, """<p><printedVariable identifier="a"/> + <printedVariable identifier="b"/> = <textEntryInteraction responseIdentifier="RESPONSE"/></p>""", "match_correct", version));
        double Given(string answer, string a, string b) => question.Scoring!(new Dictionary<string, IReadOnlyList<string>> { ["RESPONSE"] = [answer] }, new Dictionary<string, string> { ["a"] = a, ["b"] = b }).Score;
        Assert.Equal((1d, 0d, 1d), (Given("7", "3", "4"), Given("8", "3", "4"), Given("300", "100", "200")));
        Assert.Equal(1, Enumerable.Range(2, 17).Count(n => question.ScoreOf($"{n}") == 1d));
        Assert.Null(question.Definition);
        Assert.Contains(question.Issues, i => i.Kind == ImportIssueKind.RulesNotSupported);
        Assert.NotNull(question.Verbatim);
    }

    [Fact]
    public void A_record_is_taken_apart_into_its_fields()
    {
        const string rules = """<responseProcessing><responseCondition><responseIf><and><equal toleranceMode="exact"><fieldValue fieldIdentifier="floatValue"><variable identifier="RESPONSE"/></fieldValue><baseValue baseType="float">1.20</baseValue></equal><match><fieldValue fieldIdentifier="nsf"><variable identifier="RESPONSE"/></fieldValue><baseValue baseType="integer">3</baseValue></match></and><setOutcomeValue identifier="SCORE"><baseValue baseType="float">1</baseValue></setOutcomeValue></responseIf></responseCondition></responseProcessing>""";
        var question = Question(Item("<responseDeclaration identifier=\"RESPONSE\" cardinality=\"record\"/>" + Score(1), Entry, rules));
        Assert.Equal((1d, 0d, 1d), (question.ScoreOf("1.20"), question.ScoreOf("1.2"), question.ScoreOf("floatValue=1.2", "nsf=3")));
    }

    [Theory]
    [InlineData("<customOperator class=\"x.Y\"><variable identifier=\"RESPONSE\"/></customOperator>", "customOperator x.Y"), InlineData("<numberCorrect/>", "numberCorrect")]
    public void Rules_that_cannot_be_run_are_told_with_their_line(string expression, string named)
    {
        var question = Question(Item(Response("single", "identifier", Correct("A")) + Score(), Choices, $"<responseProcessing><setOutcomeValue identifier=\"SCORE\">{expression}</setOutcomeValue></responseProcessing>"));
        var issue = Assert.Single(question.Issues, i => i.Kind == ImportIssueKind.RulesNotSupported);
        Assert.Contains(named, issue.Message, StringComparison.Ordinal);
        Assert.Equal(5, issue.Line);
        Assert.Null(question.Scoring);
        Assert.Contains("assessmentItem", question.Verbatim, StringComparison.Ordinal);
    }

    [Fact]
    public void An_adaptive_item_is_refused_by_name()
    {
        var question = Question(Item(Response("single", "identifier", Correct("A")) + Score(), Choices, "match_correct").Replace("adaptive=\"false\"", "adaptive=\"true\"", StringComparison.Ordinal));
        Assert.Contains(question.Issues, i => i.Message.Contains("adaptive", StringComparison.Ordinal));
        Assert.Null(question.Scoring);
    }

    [Fact]
    public void Numbers_beyond_measure_are_no_question_and_no_crash()
    {
        var question = Question(Item(Response("single", "identifier", """<mapping><mapEntry mapKey="A" mappedValue="1e300"/></mapping>""") + Score(), Choices.Replace("maxChoices=\"0\"", "maxChoices=\"1\"", StringComparison.Ordinal), "map_response"));
        Assert.Equal((1e300, 1m), (question.ScoreOf("A"), question.Points));
        Assert.Null(question.Definition);
    }

    [Fact]
    public void A_maximum_that_the_rules_set_counts()
    {
        const string rules = "<responseProcessing><setOutcomeValue identifier=\"MAXSCORE\"><baseValue baseType=\"float\">8</baseValue></setOutcomeValue><setOutcomeValue identifier=\"SCORE\"><baseValue baseType=\"float\">2</baseValue></setOutcomeValue></responseProcessing>";
        Assert.Equal(8m, Question(Item(Response("single", "identifier", Correct("A")) + Score() + """<outcomeDeclaration identifier="MAXSCORE" cardinality="single" baseType="float"/>""", Choices, rules)).Points);
    }

    [Fact]
    public void A_mapping_tells_what_each_choice_brought()
    {
        var question = Question(Item(Response("multiple", "identifier", Mapping("", ("A", 1), ("B", 3))) + Score(), Choices, "map_response"));
        var score = question.Scoring!(new Dictionary<string, IReadOnlyList<string>> { ["RESPONSE"] = ["A", "B"] }, null);
        Assert.Equal([("A", 0.25m), ("B", 0.75m)], score.Parts.Select(p => (p.Name, p.Fraction)));
        Assert.Equal((4d, 4d), (score.Score, score.Maximum));
    }
}
