using Lms.Assessment.Exchange;
using Lms.Assessment.Questions.Types;
using Lms.Assessment.Scoring;

namespace Lms.UnitTests.Assessment.Exchange;

public sealed class MoodleXmlTests
{
    [Fact]
    public void A_choice_keeps_fractions_feedback_outcomes_points_tags_and_number()
    {
        var file = Files.Moodle("multichoice", """
            <generalfeedback format="html"><text>Chung</text></generalfeedback><defaultgrade>2.5</defaultgrade><idnumber>CTXH-01</idnumber><single>true</single>
            <correctfeedback format="html"><text>Giỏi</text></correctfeedback><partiallycorrectfeedback format="html"><text>Gần</text></partiallycorrectfeedback><incorrectfeedback format="html"><text>Sai</text></incorrectfeedback>
            <answer fraction="100" format="html"><text><![CDATA[<p>Thân <em>chủ</em></p>]]></text><feedback format="html"><text>Đúng</text></feedback></answer>
            <answer fraction="-100" format="html"><text>Nhân viên</text></answer>
            <answer fraction="50" format="html"><text>Cả hai</text></answer>
            <tags><tag><text>đạo đức</text></tag></tags>
            """);
        var question = file.Taken<SingleChoice>();
        Assert.Equal([1m, -1m, 0.5m], question.Options.Select(o => o.Fraction!.Value));
        Assert.Equal(("Thân *chủ*", "Đúng", "Chung"), (question.Options[0].Text, question.Options[0].Feedback, question.Feedback));
        Assert.Equal(("Giỏi", "Gần", "Sai"), (question.Outcomes!.Right, question.Outcomes.PartlyRight, question.Outcomes.Wrong));
        Assert.Equal((2.5m, "CTXH-01", "đạo đức"), (file.Questions[0].Points, file.Questions[0].Identifier, Assert.Single(file.Questions[0].Tags)));
        Assert.Equal(-1m, question.Fraction(options: "b"));
    }

    [Fact]
    public void Ticked_fractions_add_up_within_nothing_and_all()
    {
        var question = Files.Moodle("multichoice", """<single>false</single><answer fraction="33.33333"><text>A</text></answer><answer fraction="33.33333"><text>B</text></answer><answer fraction="33.33333"><text>C</text></answer><answer fraction="-50"><text>D</text></answer>""").Taken<MultipleResponse>();
        Assert.Equal(MarkReason.Right, Scorer.Score(question, new ChoiceResponse(["a", "b", "c"])).Reason);
        Assert.Equal(0m, question.Fraction("a", "d"));
    }

    [Fact]
    public void A_statement_knows_what_to_say_to_both_answers()
    {
        var question = Files.Moodle("truefalse", """<answer fraction="0"><text>true</text><feedback><text>Không phải</text></feedback></answer><answer fraction="100"><text>false</text><feedback><text>Phải</text></feedback></answer>""").Taken<TrueFalse>();
        Assert.Equal((false, "Không phải", "Phải"), (question.Correct, question.TrueFeedback, question.FalseFeedback));
    }

    [Theory]
    [InlineData("0", "hà nội", 1)]
    [InlineData("1", "hà nội", 0.5)]
    [InlineData("0", "ha noi", 0.5)]
    [InlineData("0", "Huế", 0)]
    public void Short_answers_ignore_case_unless_told_and_take_wildcards_while_diacritics_always_count(string usecase, string given, double fraction) =>
        Assert.Equal((decimal)fraction, Files.Moodle("shortanswer", $"""<usecase>{usecase}</usecase><answer fraction="100"><text>Hà Nội</text></answer><answer fraction="50"><text>h* n*</text></answer>""").Taken<ShortText>().Fraction(given));

    [Theory]
    [InlineData("5500", 0.9)]
    [InlineData("5500 W", 1)]
    [InlineData("5,55 kW", 1)]
    [InlineData("5.9 kW", 0.5)]
    [InlineData("5.5 W", 0)]
    public void A_number_has_tiers_of_tolerance_and_units_by_which_the_answer_is_multiplied(string given, double fraction) =>
        Assert.Equal((decimal)fraction, Files.Moodle("numerical", """
            <answer fraction="100"><text>5500</text><tolerance>100</tolerance></answer><answer fraction="50"><text>5500</text><tolerance>500</tolerance></answer>
            <units><unit><multiplier>1</multiplier><unit_name>W</unit_name></unit><unit><multiplier>0.001</multiplier><unit_name>kW</unit_name></unit></units>
            <unitgradingtype>1</unitgradingtype><unitpenalty>0.1</unitpenalty><showunits>0</showunits><unitsleft>0</unitsleft>
            """).Taken<Numeric>().Fraction(given));

    [Fact]
    public void A_star_takes_any_number() =>
        Assert.Equal(0.1m, Files.Moodle("numerical", """<answer fraction="100"><text>3,5</text><tolerance>0</tolerance></answer><answer fraction="10"><text>*</text><tolerance>0</tolerance></answer>""").Taken<Numeric>().Fraction("99"));

    [Fact]
    public void A_pair_with_nothing_on_the_left_is_a_distractor_and_a_repeated_text_one_item()
    {
        var question = Files.Moodle("matching", """
            <subquestion format="html"><text>Hà Nội</text><answer><text>Việt Nam</text></answer></subquestion><subquestion format="html"><text>Huế</text><answer><text>Việt Nam</text></answer></subquestion>
            <subquestion format="html"><text></text><answer><text>Lào</text></answer></subquestion>
            """).Taken<Matching>();
        Assert.Equal(["Việt Nam", "Lào"], question.Right.Select(r => r.Text));
        Assert.Equal(2, question.Left.Count);
    }

    [Theory]
    [InlineData("-1", OrderingScoring.AllOrNothing)]
    [InlineData("0", OrderingScoring.ExactPosition)]
    [InlineData("1", OrderingScoring.NextItem)]
    [InlineData("2", OrderingScoring.NextItemOrEnd)]
    [InlineData("3", OrderingScoring.Neighbours)]
    [InlineData("4", OrderingScoring.RelativeOrder)]
    [InlineData("5", OrderingScoring.LongestSubset)]
    [InlineData("6", OrderingScoring.LongestRun)]
    [InlineData("7", OrderingScoring.Distance)]
    [InlineData("LONGEST_CONTIGUOUS_SUBSET", OrderingScoring.LongestRun)]
    public void An_order_is_counted_as_the_file_says(string given, OrderingScoring expected)
    {
        var question = Files.Moodle("ordering", $"""<gradingtype>{given}</gradingtype><layouttype>0</layouttype><answer fraction="2.0000000" format="html"><text>Hai</text></answer><answer fraction="1.0000000" format="html"><text>Một</text></answer>""").Taken<Ordering>();
        Assert.Equal(expected, question.Scoring);
        Assert.Equal(["Một", "Hai"], question.Items.Select(i => i.Text));
    }

    [Fact]
    public void An_essay_keeps_its_limits_and_one_without_text_field_asks_for_files()
    {
        var essay = Files.Moodle("essay", """<responseformat>editor</responseformat><minwordlimit>100</minwordlimit><maxwordlimit>300</maxwordlimit><graderinfo format="html"><text>Chấm ý</text></graderinfo>""").Taken<Essay>();
        Assert.Equal((100, 300, "Chấm ý"), (essay.FewestWords, essay.MostWords, essay.MarkingNotes));
        var upload = Files.Moodle("essay", """<responseformat>noinline</responseformat><attachments>2</attachments><maxbytes>5000</maxbytes><filetypeslist>.pdf,.docx</filetypeslist>""").Taken<FileUpload>();
        Assert.Equal((2, 5000L), (upload.MostFiles, upload.MostBytes));
        Assert.Equal([".pdf", ".docx"], upload.Extensions);
    }

    [Fact]
    public void A_calculated_question_brings_its_sets_of_values()
    {
        var question = Files.Moodle("calculated", """
            <answer fraction="100"><text>{a} * {b}</text><tolerance>0.01</tolerance><tolerancetype>2</tolerancetype><correctanswerformat>1</correctanswerformat><correctanswerlength>1</correctanswerlength></answer>
            <dataset_definitions><dataset_definition><name><text>a</text></name><minimum><text>1</text></minimum><maximum><text>9</text></maximum><decimals><text>0</text></decimals>
              <dataset_items><dataset_item><number>1</number><value>2</value></dataset_item><dataset_item><number>2</number><value>4</value></dataset_item></dataset_items></dataset_definition>
            <dataset_definition><name><text>b</text></name><dataset_items><dataset_item><number>2</number><value>5</value></dataset_item><dataset_item><number>1</number><value>3</value></dataset_item></dataset_items></dataset_definition></dataset_definitions>
            """).Taken<Calculated>();
        Assert.Equal([2.0, 4.0], question.ValueSets.Select(s => s["a"]));
        Assert.Equal([3.0, 5.0], question.ValueSets.Select(s => s["b"]));
        Assert.Equal(1m, Scorer.Score(question, new TextResponse("20"), question.ValueSets[1]).Fraction);
        Assert.Equal((ToleranceKind.Absolute, 1), (question.Answers[0].Kind, question.Answers[0].Decimals));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Options_that_are_calculated_are_plain_ones_where_there_is_one_set_of_values_only(int sets)
    {
        var items = string.Concat(Enumerable.Range(1, sets).Select(i => $"<dataset_item><number>{i}</number><value>{i + 2}</value></dataset_item>"));
        var file = Files.Moodle("calculatedmulti", $"""
            <questiontext format="html"><text><![CDATA[<p>Cạnh {"{a}"}: diện tích?</p>]]></text></questiontext><single>true</single>
            <answer fraction="100"><text>{"{={a}*{a}}"} m²</text><correctanswerlength>0</correctanswerlength></answer><answer fraction="0"><text>{"{={a}+1}"} m²</text><correctanswerlength>1</correctanswerlength></answer>
            <dataset_definitions><dataset_definition><name><text>a</text></name><dataset_items>{items}</dataset_items></dataset_definition></dataset_definitions>
            """);
        if (sets > 1)
        {
            Assert.Equal(ImportIssueKind.TypeNotSupported, file.Refused().Kind);
            return;
        }

        var question = file.Taken<SingleChoice>();
        Assert.Equal("Cạnh 3: diện tích?", question.Prompt);
        Assert.Equal(["9 m²", "4.0 m²"], question.Options.Select(o => o.Text));
    }

    [Theory]
    [InlineData("gapselect", "selectoption")]
    [InlineData("ddwtos", "dragbox")]
    public void Gaps_are_numbered_by_their_place_and_not_by_their_choice(string type, string choice)
    {
        var question = Files.Moodle(type, $"""<questiontext format="html"><text><![CDATA[<p>Con [[2]] kêu [[3]].</p>]]></text></questiontext><{choice}><text>chó</text><group>1</group></{choice}><{choice}><text>mèo</text><group>1</group></{choice}><{choice}><text>meo</text><group>2</group></{choice}>""").Taken<GapSelect>();
        Assert.Equal("Con [[1]] kêu [[2]].", question.Prompt);
        Assert.Equal(["b", "c"], question.Gaps);
        Assert.Equal(type == "ddwtos", question.Drag);
    }

    [Fact]
    public void One_kind_of_marker_is_a_hotspot_and_several_are_refused_with_the_reason()
    {
        const string picture = """<file name="bản đồ.png" encoding="base64">aGVsbG8=</file>""";
        var file = Files.Moodle("ddmarker", $"""{picture}<drag><no>1</no><text>X</text></drag><drop><no>1</no><shape>circle</shape><coords>50,60;10</coords><choice>1</choice></drop><drop><no>2</no><shape>rectangle</shape><coords>10,20;30,40</coords><choice>1</choice></drop>""");
        var question = file.Taken<Hotspot>();
        Assert.Equal([10, 20, 40, 60], question.Areas[1].Coordinates);
        Assert.Equal(0.5m, Scorer.Score(question, new PointsResponse([new(55, 60)])).Fraction);
        Assert.Equal($"file:{Assert.Single(file.Media).Name}", question.Image);
        var refused = Files.Moodle("ddmarker", $"""{picture}<drop><shape>circle</shape><coords>1,1;1</coords><choice>1</choice></drop><drop><shape>circle</shape><coords>9,9;1</coords><choice>2</choice></drop>""").Refused();
        Assert.Equal(ImportIssueKind.TypeNotSupported, refused.Kind);
    }

    [Fact]
    public void Files_come_along_under_names_of_their_own()
    {
        var file = Files.Read($"""
            <quiz>{Image("aGVsbG8=")}{Image("d29ybGQ=")}</quiz>
            """);
        Assert.Equal(["anh.png", "anh-2.png"], file.Media.Select(m => m.Name));
        Assert.Equal(["![Ảnh](file:anh.png)", "![Ảnh](file:anh-2.png)"], file.Questions.Select(q => q.Definition!.Prompt));

        static string Image(string base64) => $"""<question type="essay"><questiontext format="html"><text><![CDATA[<img src="@@PLUGINFILE@@/anh.png" alt="Ảnh" onerror="x()">]]></text><file name="anh.png" encoding="base64">{base64}</file></questiontext></question>""";
    }

    [Fact]
    public void What_is_not_taken_is_told_with_its_line()
    {
        var file = Files.Read("<quiz>\n<question type=\"essay\"><questiontext format=\"html\"><text>Vì sao?</text></questiontext>\n<penalty>0.5</penalty>\n<hint format=\"html\"><text>Gợi ý</text></hint>\n<mystery>7</mystery></question>\n<question type=\"stack\"/>\n<question type=\"description\"/></quiz>");
        Assert.Equal([(3, "<penalty>"), (4, "<hint>"), (5, "<mystery>")], file.Questions[0].Issues.Select(i => (i.Line, i.Details[0])));
        Assert.Equal([(6, ImportIssueKind.TypeNotSupported), (7, ImportIssueKind.TypeNotSupported)], file.Questions.Skip(1).Select(q => (q.Issues[0].Line, q.Issues[0].Kind)));
        Assert.Equal([0, 1, 2], file.Questions.Select(q => q.Index));
    }

    [Fact]
    public void A_file_that_breaks_off_gives_what_stands_before_the_break()
    {
        var file = Files.Read("<quiz><question type=\"essay\"><questiontext><text>Một</text></questiontext></question>\n<question type=\"essay\"><questiontext>");
        Assert.Single(file.Questions);
        Assert.Equal((ImportIssueKind.Unreadable, 2), (Assert.Single(file.Issues).Kind, file.Issues[0].Line));
    }
}
