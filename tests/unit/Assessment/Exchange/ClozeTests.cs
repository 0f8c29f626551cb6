using Lms.Assessment.Exchange;
using Lms.Assessment.Questions.Types;
using Lms.Assessment.Scoring;

namespace Lms.UnitTests.Assessment.Exchange;

public sealed class ClozeTests
{
    [Theory]
    [InlineData("SA", typeof(ShortText), GapDisplay.Inline)]
    [InlineData("SHORTANSWER", typeof(ShortText), GapDisplay.Inline)]
    [InlineData("MW", typeof(ShortText), GapDisplay.Inline)]
    [InlineData("SAC", typeof(ShortText), GapDisplay.Inline)]
    [InlineData("SHORTANSWER_C", typeof(ShortText), GapDisplay.Inline)]
    [InlineData("MC", typeof(SingleChoice), GapDisplay.Inline)]
    [InlineData("MULTICHOICE", typeof(SingleChoice), GapDisplay.Inline)]
    [InlineData("MCS", typeof(SingleChoice), GapDisplay.Inline)]
    [InlineData("MCV", typeof(SingleChoice), GapDisplay.List)]
    [InlineData("MULTICHOICE_VS", typeof(SingleChoice), GapDisplay.List)]
    [InlineData("MCVS", typeof(SingleChoice), GapDisplay.List)]
    [InlineData("MCH", typeof(SingleChoice), GapDisplay.Row)]
    [InlineData("MCHS", typeof(SingleChoice), GapDisplay.Row)]
    [InlineData("MR", typeof(MultipleResponse), GapDisplay.List)]
    [InlineData("MULTIRESPONSE", typeof(MultipleResponse), GapDisplay.List)]
    [InlineData("MRS", typeof(MultipleResponse), GapDisplay.List)]
    [InlineData("MRH", typeof(MultipleResponse), GapDisplay.Row)]
    [InlineData("MRHS", typeof(MultipleResponse), GapDisplay.Row)]
    public void Every_code_makes_its_gap(string code, Type type, GapDisplay display)
    {
        var gap = Assert.Single(Read($"Chọn {{1:{code}:=Hà Nội~Huế}}.").Gaps);
        Assert.Equal((type, display), (gap.Question.GetType(), gap.Display));
    }

    [Theory]
    [InlineData("NM")]
    [InlineData("NUMERICAL")]
    public void A_number_has_tiers(string code)
    {
        var gap = Assert.Single(Read($"Số {{2:{code}:=23.8:0.1#tốt~%50%23.8:2}}").Gaps);
        Assert.Equal((2m, 1m, 0.5m, 0m), (gap.Weight, gap.Question.Fraction("23,9"), gap.Question.Fraction("25"), gap.Question.Fraction("26")));
    }

    [Fact]
    public void Gaps_count_by_their_weights_and_the_file_s_sum_is_the_points()
    {
        var file = Files.Moodle("cloze", Text("{1:SA:=a} {3:SA:=b}"));
        var question = file.Taken<Cloze>();
        Assert.Equal("[[1]] [[2]]", question.Prompt);
        Assert.Equal(4m, file.Questions[0].Points);
        Assert.Equal(0.75m, Scorer.Score(question, new GapsResponse(new Dictionary<int, Response> { [2] = new TextResponse("b") })).Fraction);
    }

    [Fact]
    public void Several_right_ones_share_the_whole_and_a_wrong_one_takes_as_much_as_a_right_one_brings()
    {
        var question = Assert.Single(Read("{1:MR:=a~=b~=c~d}").Gaps).Question;
        Assert.Equal(1m, question.Fraction("a", "b", "c"), 6);
        Assert.Equal(1m / 3m, question.Fraction("a", "b", "d"), 6);
    }

    [Fact]
    public void With_percentages_only_the_right_ones_are_evened_out()
    {
        var options = Assert.IsType<MultipleResponse>(Assert.Single(Read("{1:MR:%50%a~%50%b~%-25%c~d}").Gaps).Question).Options;
        Assert.Equal([0.5m, 0.5m, -0.25m, 0m], options.Select(o => o.Fraction!.Value));
    }

    [Fact]
    public void Escapes_entities_and_tags_within_a_code_are_undone()
    {
        var options = Assert.IsType<SingleChoice>(Assert.Single(Read("<b>{1:MC:=&lt;p&gt; \\} ngoặc#phản \\# hồi~a \\~ b~<i>nghiêng</i>~Tom &amp;amp; Jerry}</b>").Gaps).Question).Options;
        Assert.Equal(["\\<p> } ngoặc", "a ~ b", "*nghiêng*", "Tom & Jerry"], options.Select(o => o.Text));
        Assert.Equal("phản # hồi", options[0].Feedback);
    }

    [Fact]
    public void A_unit_behind_the_number_is_a_unit()
    {
        var question = Assert.IsType<Numeric>(Assert.Single(Read("{1:NM:=5 kg:0.5}").Gaps).Question);
        Assert.Equal((1m, 1m, 0m), (question.Fraction("5,5 kg"), question.Fraction("5"), question.Fraction("5 m")));
    }

    [Fact]
    public void A_code_that_does_not_close_is_told() => Assert.Equal(ImportIssueKind.Incomplete, Files.Moodle("cloze", Text("Thủ đô {1:SA:=Hà Nội")).Refused().Kind);

    private static Cloze Read(string text) => Files.Moodle("multianswer", Text(text)).Taken<Cloze>();

    private static string Text(string text) => $"<questiontext format=\"html\"><text><![CDATA[{text}]]></text></questiontext>";
}
