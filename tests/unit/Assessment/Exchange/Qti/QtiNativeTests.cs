using Lms.Assessment.Exchange;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;
using Lms.Assessment.Scoring;
using static Lms.UnitTests.Assessment.Exchange.Qti.QtiFiles;

namespace Lms.UnitTests.Assessment.Exchange.Qti;

/// <summary>Items that our own types express. Whatever the mapping, both ways of scoring have to give the same for the responses tried here.</summary>
public sealed class QtiNativeTests
{
    private static readonly byte[] Image = [1, 2, 3];

    [Theory]
    [InlineData(21), InlineData(22), InlineData(30)]
    public void A_choice_becomes_a_single_choice(int version)
    {
        var question = Question(Item(Response("single", "identifier", Correct("B")) + Score(), """<p>Xem <strong>kỹ</strong> tình huống.</p><choiceInteraction responseIdentifier="RESPONSE" shuffle="true" maxChoices="1"><prompt>Ai đúng?</prompt><simpleChoice identifier="A">An</simpleChoice><simpleChoice identifier="B">Bình</simpleChoice><simpleChoice identifier="C">Chi</simpleChoice></choiceInteraction>""", "match_correct", version));
        var single = Assert.IsType<SingleChoice>(question.Definition);
        Assert.Equal("Xem **kỹ** tình huống.\n\nAi đúng?", single.Prompt);
        Assert.Equal([("A", "An", false), ("B", "Bình", true), ("C", "Chi", false)], single.Options.Select(o => (o.Id, o.Text, o.Correct)));
        Assert.Empty(question.Issues);
        foreach (var id in new[] { "A", "B", "C" }) Same(question, new ChoiceResponse([id]), id);
    }

    [Fact]
    public void A_mapped_single_choice_keeps_what_each_choice_earns()
    {
        var question = Question(Item(Response("single", "identifier", Mapping("defaultValue=\"-1\"", ("A", 4), ("B", 1))) + Score(), """<choiceInteraction responseIdentifier="RESPONSE" maxChoices="1"><prompt>?</prompt><simpleChoice identifier="A">An</simpleChoice><simpleChoice identifier="B">Bình</simpleChoice><simpleChoice identifier="C">Chi</simpleChoice></choiceInteraction>""", "map_response"));
        Assert.Equal([1m, 0.25m, -0.25m], Assert.IsType<SingleChoice>(question.Definition).Options.Select(o => o.Fraction!.Value));
        Assert.Equal(4m, question.Points);
    }

    [Theory]
    [InlineData(21), InlineData(30)]
    public void Several_choices_are_all_or_nothing_or_mapped(int version)
    {
        const string body = """<choiceInteraction responseIdentifier="RESPONSE" maxChoices="0"><prompt>?</prompt><simpleChoice identifier="H">Hydro</simpleChoice><simpleChoice identifier="He">Heli</simpleChoice><simpleChoice identifier="C">Carbon</simpleChoice><simpleChoice identifier="O">Oxy</simpleChoice></choiceInteraction>""";
        var all = Question(Item(Response("multiple", "identifier", Correct("H", "O")) + Score(), body, "match_correct", version));
        Assert.Equal(MultipleScoring.AllOrNothing, Assert.IsType<MultipleResponse>(all.Definition).Scoring);
        var mapped = Question(Item(Response("multiple", "identifier", Correct("H", "O") + Mapping("lowerBound=\"0\" upperBound=\"2\" defaultValue=\"-2\"", ("H", 1), ("O", 1))) + Score(), body, "map_response", version));
        var multiple = Assert.IsType<MultipleResponse>(mapped.Definition);
        Assert.Equal((MultipleScoring.Mapped, 0m, 1m), (multiple.Scoring, multiple.LowerBound, multiple.UpperBound));
        string[] ids = ["H", "He", "C", "O"];
        foreach (var question in new[] { all, mapped })
            for (var bits = 1; bits < 16; bits++)
            {
                string[] ticked = [.. ids.Where((_, i) => (bits >> i & 1) == 1)];
                Same(question, new ChoiceResponse([.. ticked.Order(StringComparer.Ordinal)]), ticked);
            }
    }

    [Fact]
    public void A_limit_of_choices_that_matters_keeps_the_item_to_its_own_rules()
    {
        var question = Question(Item(Response("multiple", "identifier", Mapping("", ("A", 1), ("B", 2), ("C", 1))) + Score(), """<choiceInteraction responseIdentifier="RESPONSE" maxChoices="2"><prompt>?</prompt><simpleChoice identifier="A">An</simpleChoice><simpleChoice identifier="B">Bình</simpleChoice><simpleChoice identifier="C">Chi</simpleChoice></choiceInteraction>""", "map_response"));
        Assert.Null(question.Definition);
        Assert.Equal((3d, 3m), (question.ScoreOf("A", "B"), question.Points));
        Assert.Contains(question.Issues, i => i.Kind == ImportIssueKind.RulesNotSupported);
    }

    [Theory]
    [InlineData(21), InlineData(30)]
    public void An_order_is_right_as_a_whole(int version)
    {
        var question = Question(Item(Response("ordered", "identifier", Correct("C", "A", "B")) + Score(), """<orderInteraction responseIdentifier="RESPONSE" shuffle="true"><prompt>Xếp</prompt><simpleChoice identifier="A">một</simpleChoice><simpleChoice identifier="B">hai</simpleChoice><simpleChoice identifier="C">ba</simpleChoice></orderInteraction>""", "match_correct", version));
        var ordering = Assert.IsType<Ordering>(question.Definition);
        Assert.Equal((OrderingScoring.AllOrNothing, "ba một hai"), (ordering.Scoring, string.Join(' ', ordering.Items.Select(i => i.Text))));
        foreach (string[] order in new[] { (string[])["C", "A", "B"], ["A", "B", "C"], ["C", "B", "A"] }) Same(question, new OrderResponse(order), order);
    }

    [Theory]
    [InlineData(21), InlineData(30)]
    public void Pairs_go_by_the_side_whose_items_are_used_once(int version)
    {
        const string body = """<matchInteraction responseIdentifier="RESPONSE" maxAssociations="3" shuffle="true"><prompt>Nối</prompt><simpleMatchSet><simpleAssociableChoice identifier="X" matchMax="3">Luật</simpleAssociableChoice><simpleAssociableChoice identifier="Y" matchMax="3">Đạo đức</simpleAssociableChoice></simpleMatchSet><simpleMatchSet><simpleAssociableChoice identifier="a" matchMax="1">một</simpleAssociableChoice><simpleAssociableChoice identifier="b" matchMax="1">hai</simpleAssociableChoice><simpleAssociableChoice identifier="c" matchMax="1">ba</simpleAssociableChoice></simpleMatchSet></matchInteraction>""";
        var question = Question(Item(Response("multiple", "directedPair", Correct("X a", "Y b", "X c") + Mapping("defaultValue=\"0\"", ("X a", 1), ("Y b", 1), ("X c", 1))) + Score(), body, "map_response", version));
        var matching = Assert.IsType<Matching>(question.Definition);
        Assert.Equal([("a", "X"), ("b", "Y"), ("c", "X")], matching.Left.Select(l => (l.Id, l.Right)));
        Assert.Equal((MatchingScoring.PerPair, 3m), (matching.Scoring, question.Points));
        foreach (var a in new[] { "X", "Y" })
            foreach (var b in new[] { "X", "Y" }) Same(question, new MatchResponse(new Dictionary<string, string> { ["a"] = a, ["b"] = b }), $"{a} a", $"{b} b");
    }

    [Fact]
    public void Associated_pairs_become_a_matching()
    {
        const string body = """<associateInteraction responseIdentifier="RESPONSE" maxAssociations="2"><prompt>Đối thủ</prompt><simpleAssociableChoice identifier="A" matchMax="1">Antonio</simpleAssociableChoice><simpleAssociableChoice identifier="P" matchMax="1">Prospero</simpleAssociableChoice><simpleAssociableChoice identifier="C" matchMax="1">Capulet</simpleAssociableChoice><simpleAssociableChoice identifier="M" matchMax="1">Montague</simpleAssociableChoice></associateInteraction>""";
        var question = Question(Item(Response("multiple", "pair", Correct("A P", "C M") + Mapping("", ("A P", 2), ("C M", 2))) + Score(), body, "map_response"));
        Assert.Equal([("A", "P"), ("C", "M")], Assert.IsType<Matching>(question.Definition).Left.Select(l => (l.Id, l.Right)));
        Assert.Equal((2d, 4m), (question.ScoreOf("P A"), question.Points));
    }

    [Theory]
    [InlineData(21), InlineData(30)]
    public void A_word_or_a_number_to_type(int version)
    {
        var word = Question(Item(Response("single", "string", Correct("York") + Mapping("defaultValue=\"0\"", ("York", 1), ("Lancaster", 0.5))) + Score(), """<p>Mùa đông … <textEntryInteraction responseIdentifier="RESPONSE" expectedLength="15"/> .</p>""", "map_response", version));
        var text = Assert.IsType<ShortText>(word.Definition);
        Assert.Equal((version == 21, 2), (text.CaseSensitive, text.Answers.Count));
        foreach (var given in new[] { "York", "york", "Lancaster", "x" }) Same(word, new TextResponse(given), given);
        const string rules = """<responseProcessing><responseCondition><responseIf><equal toleranceMode="absolute" tolerance="0.5"><variable identifier="RESPONSE"/><correct identifier="RESPONSE"/></equal><setOutcomeValue identifier="SCORE"><baseValue baseType="float">2</baseValue></setOutcomeValue></responseIf><responseElseIf><equal toleranceMode="relative" tolerance="10 10"><baseValue baseType="float">20</baseValue><variable identifier="RESPONSE"/></equal><setOutcomeValue identifier="SCORE"><baseValue baseType="float">1</baseValue></setOutcomeValue></responseElseIf></responseCondition></responseProcessing>""";
        var number = Question(Item(Response("single", "float", Correct("20")) + Score(), """<p>Bao nhiêu? <textEntryInteraction responseIdentifier="RESPONSE"/></p>""", rules, version));
        var numeric = Assert.IsType<Numeric>(number.Definition);
        Assert.Equal([("20", "0.5", 1m), ("20", "0.1", 0.5m)], numeric.Answers.Select(a => (a.Value, a.Tolerance, a.Fraction)));
        foreach (var given in new[] { "20", "20.5", "20.51", "22", "22.01", "18", "abc" }) Same(number, new TextResponse(given), given);
    }

    [Theory]
    [InlineData(21), InlineData(30)]
    public void Gaps_that_count_for_themselves_become_a_text_with_gaps(int version)
    {
        var declarations = Response("single", "identifier", Mapping("", ("G", 1), ("L", 0.5)), "R1") + Response("single", "string", Mapping("", ("nhà", 2)), "R2") + Response("single", "integer", Correct("3"), "R3") + Score();
        const string body = """<p>Chọn <inlineChoiceInteraction responseIdentifier="R1"><inlineChoice identifier="G">Gloucester</inlineChoice><inlineChoice identifier="L">Lancaster</inlineChoice></inlineChoiceInteraction>, gõ <textEntryInteraction responseIdentifier="R2"/> và <textEntryInteraction responseIdentifier="R3"/>.</p>""";
        const string rules = """<responseProcessing><setOutcomeValue identifier="SCORE"><sum><mapResponse identifier="R1"/><mapResponse identifier="R2"/></sum></setOutcomeValue><responseCondition><responseIf><match><variable identifier="R3"/><correct identifier="R3"/></match><setOutcomeValue identifier="SCORE"><sum><variable identifier="SCORE"/><baseValue baseType="float">1</baseValue></sum></setOutcomeValue></responseIf></responseCondition></responseProcessing>""";
        var question = Question(Item(declarations, body, rules, version));
        var cloze = Assert.IsType<Cloze>(question.Definition);
        Assert.Equal("Chọn [[1]], gõ [[2]] và [[3]].", cloze.Prompt);
        Assert.Equal([1m, 2m, 1m], cloze.Gaps.Select(g => g.Weight));
        Assert.Equal(4m, question.Points);
        var given = new GapsResponse(new Dictionary<int, Response> { [1] = new ChoiceResponse(["L"]), [2] = new TextResponse("nhà"), [3] = new TextResponse("4") });
        Assert.Equal(question.ScoreOfAll(("R1", ["L"]), ("R2", ["nhà"]), ("R3", ["4"])) / 4, (double)Scorer.Score(cloze, given).Fraction, 6);
    }

    [Fact]
    public void Gaps_that_only_count_together_keep_their_own_rules()
    {
        const string rules = """<responseProcessing><responseCondition><responseIf><and><match><variable identifier="R1"/><correct identifier="R1"/></match><match><variable identifier="R2"/><correct identifier="R2"/></match></and><setOutcomeValue identifier="SCORE"><baseValue baseType="float">1</baseValue></setOutcomeValue></responseIf></responseCondition></responseProcessing>""";
        var question = Question(Item(Response("single", "string", Correct("a"), "R1") + Response("single", "string", Correct("b"), "R2") + Score(), """<p><textEntryInteraction responseIdentifier="R1"/> <textEntryInteraction responseIdentifier="R2"/></p>""", rules));
        Assert.Null(question.Definition);
        Assert.Equal((1d, 0d, 1m), (question.ScoreOfAll(("R1", ["a"]), ("R2", ["b"])), question.ScoreOfAll(("R1", ["a"])), question.Points));
    }

    [Theory]
    [InlineData(21), InlineData(30)]
    public void Words_are_picked_or_dragged_into_gaps(int version)
    {
        const string list = "<inlineChoice identifier=\"W\">mùa đông</inlineChoice><inlineChoice identifier=\"S\">mùa hè</inlineChoice>";
        var picked = Question(Item(Response("single", "identifier", Correct("W")) + Score(), $"<p>Giờ là <inlineChoiceInteraction responseIdentifier=\"RESPONSE\">{list}</inlineChoiceInteraction>.</p>", "match_correct", version));
        Assert.Equal("W", Assert.Single(Assert.IsType<GapSelect>(picked.Definition).Gaps));
        const string body = """<gapMatchInteraction responseIdentifier="RESPONSE" shuffle="false"><prompt>Kéo</prompt><gapText identifier="W" matchMax="1">đông</gapText><gapText identifier="S" matchMax="1">hè</gapText><gapText identifier="A" matchMax="1">thu</gapText><blockquote><p>Nay là <gap identifier="G1"/> rồi <gap identifier="G2"/></p></blockquote></gapMatchInteraction>""";
        var dragged = Question(Item(Response("multiple", "directedPair", Correct("W G1", "S G2") + Mapping("lowerBound=\"0\"", ("W G1", 1), ("S G2", 1))) + Score(), body, "map_response", version));
        var select = Assert.IsType<GapSelect>(dragged.Definition);
        Assert.True(select.Drag);
        Assert.Equal("Kéo\n\n> Nay là [[1]] rồi [[2]]", select.Prompt);
        Assert.Equal(["W", "S"], select.Gaps);
        Same(dragged, new GapsResponse(new Dictionary<int, Response> { [1] = new ChoiceResponse(["W"]), [2] = new ChoiceResponse(["A"]) }), "W G1", "A G2");
    }

    [Theory]
    [InlineData(21), InlineData(30)]
    public void Places_on_an_image(int version)
    {
        const string picture = """<object type="image/png" data="images/map.png" width="200" height="200">Bản đồ</object>""";
        var hotspot = Question(Item(Response("single", "identifier", Correct("B")) + Score(), $"<hotspotInteraction responseIdentifier=\"RESPONSE\" maxChoices=\"1\"><prompt>Ở đâu?</prompt>{picture}<hotspotChoice identifier=\"A\" shape=\"circle\" coords=\"50,50,8\"/><hotspotChoice identifier=\"B\" shape=\"circle\" coords=\"100,100,8\"/></hotspotInteraction>", "match_correct", version), ("images/map.png", Image));
        var areas = Assert.IsType<Hotspot>(hotspot.Definition);
        Assert.Equal(("file:map.png", "Bản đồ"), (areas.Image, areas.ImageText));
        Assert.Equal([0m, 1m], areas.Areas.Select(a => a.Fraction));
        const string mapping = """<areaMapping defaultValue="0"><areaMapEntry shape="circle" coords="102,113,16" mappedValue="1"/></areaMapping>""";
        var point = Question(Item(Response("single", "point", mapping) + Score(), $"<selectPointInteraction responseIdentifier=\"RESPONSE\" maxChoices=\"1\"><prompt>Chỉ</prompt>{picture}</selectPointInteraction>", "map_response_point", version), ("images/map.png", Image));
        Assert.IsType<Hotspot>(point.Definition);
        foreach (var (x, y) in new[] { (102, 113), (118, 113), (119, 113), (0, 0) }) Same(point, new PointsResponse([new ImagePoint(x, y)]), $"{x} {y}");
    }

    [Fact]
    public void Overlapping_areas_keep_their_own_rules()
    {
        const string mapping = """<areaMapping defaultValue="0"><areaMapEntry shape="circle" coords="50,50,20" mappedValue="1"/><areaMapEntry shape="circle" coords="60,50,20" mappedValue="2"/></areaMapping>""";
        var question = Question(Item(Response("single", "point", mapping) + Score(), """<selectPointInteraction responseIdentifier="RESPONSE" maxChoices="1"><object type="image/png" data="m.png"/></selectPointInteraction>""", "map_response_point"), ("m.png", Image));
        Assert.Null(question.Definition);
        Assert.Equal((1d, 2d), (question.ScoreOf("55 50"), question.ScoreOf("75 50")));
    }

    [Fact]
    public void A_slider_is_a_number_and_what_people_mark_is_left_to_them()
    {
        var slider = Question(Item(Response("single", "integer", Correct("16")) + Score(), """<sliderInteraction responseIdentifier="RESPONSE" lowerBound="0" upperBound="100" step="1"><prompt>Bao nhiêu?</prompt></sliderInteraction>""", "match_correct"));
        Assert.Equal("16", Assert.Single(Assert.IsType<Numeric>(slider.Definition).Answers).Value);
        var essay = Question(Item(Response("single", "string") + Score(5), """<p>Viết.</p><extendedTextInteraction responseIdentifier="RESPONSE" expectedLines="5"/><rubricBlock view="scorer"><p>Chấm theo ý.</p></rubricBlock>""", ""));
        Assert.Equal(("Viết.", "Chấm theo ý.", 5m), (essay.Definition!.Prompt, ((Essay)essay.Definition).MarkingNotes, essay.Points));
        Assert.IsType<FileUpload>(Question(Item(Response("single", "file") + Score(), """<uploadInteraction responseIdentifier="RESPONSE"><prompt>Nộp tệp</prompt></uploadInteraction>""", "")).Definition);
    }

    [Fact]
    public void Feedback_goes_where_it_is_said()
    {
        const string body = """<choiceInteraction responseIdentifier="RESPONSE" maxChoices="1"><prompt>?</prompt><simpleChoice identifier="true">Có<feedbackInline outcomeIdentifier="FEEDBACK" identifier="true" showHide="show">Đúng luật.</feedbackInline></simpleChoice><simpleChoice identifier="false">Không</simpleChoice></choiceInteraction><feedbackBlock outcomeIdentifier="FEEDBACK" identifier="none" showHide="hide"><p>Luôn nói.</p></feedbackBlock>""";
        const string rules = """<responseProcessing><responseCondition><responseIf><match><variable identifier="RESPONSE"/><correct identifier="RESPONSE"/></match><setOutcomeValue identifier="SCORE"><baseValue baseType="float">1</baseValue></setOutcomeValue></responseIf></responseCondition><setOutcomeValue identifier="FEEDBACK"><variable identifier="RESPONSE"/></setOutcomeValue></responseProcessing>""";
        var question = Question(Item(Response("single", "identifier", Correct("true")) + Score() + """<outcomeDeclaration identifier="FEEDBACK" cardinality="single" baseType="identifier"/>""", body, rules,
            more: """<modalFeedback outcomeIdentifier="FEEDBACK" identifier="false" showHide="show">Sai rồi.</modalFeedback>"""));
        var single = Assert.IsType<SingleChoice>(question.Definition);
        Assert.Equal(("Luôn nói.", "Đúng luật.", "Sai rồi."), (single.Feedback, single.Options[0].Feedback, single.Options[1].Feedback));
        Assert.Equal("Có", single.Options[0].Text);
    }

    [Fact]
    public void Scripts_do_not_come_through()
    {
        var question = Question(Item(Response("single", "identifier", Correct("A")) + Score(), """<div onclick="evil()">Đọc<script>alert(1)</script> <a href="javascript:evil()">đây</a></div><choiceInteraction responseIdentifier="RESPONSE" maxChoices="1"><simpleChoice identifier="A">An <img src="x.png" alt="ảnh" onerror="evil()"/></simpleChoice><simpleChoice identifier="B">B</simpleChoice></choiceInteraction>""", "match_correct"));
        Assert.DoesNotContain("evil", AssessmentTexts(question.Definition!), StringComparison.Ordinal);
        Assert.DoesNotContain("alert", AssessmentTexts(question.Definition!), StringComparison.Ordinal);
        Assert.Contains(question.Issues, i => i.Kind == ImportIssueKind.MediaMissing);
    }

    private static string AssessmentTexts(QuestionDefinition question) => System.Text.Json.JsonSerializer.Serialize(question);

    private static void Same(ImportedQuestion question, Response given, params string[] texts)
    {
        var score = question.Scoring!(new Dictionary<string, IReadOnlyList<string>> { ["RESPONSE"] = texts }, null);
        Assert.Equal(score.Score / score.Maximum, (double)Scorer.Score(question.Definition!, given).Fraction, 6);
    }
}
