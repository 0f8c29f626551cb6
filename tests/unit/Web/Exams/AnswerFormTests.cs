using System.Text;
using Lms.Assessment.Attempts;
using Lms.Assessment.Scoring;
using Lms.Web.Features.Exams.Sitting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Lms.UnitTests.Web.Exams;

public sealed class AnswerFormTests
{
    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("{}")]
    [InlineData("""{"choice":"a"}""")]
    [InlineData("""{"choice":[1]}""")]
    [InlineData("""{"choice":[null]}""")]
    [InlineData("""{"choice":null,"text":"a"}""")]
    [InlineData("""{"text":{}}""")]
    [InlineData("""{"text":"\ud800"}""")]
    [InlineData("""{"choice":["\udfff"]}""")]
    [InlineData("""{"text":"a"} tail""")]
    [InlineData("""{"choice":["a"],"text":"a"}""")]
    [InlineData("""{"pairs":{"1":7}}""")]
    [InlineData("""{"pairs":{"1":"a","1":"b"}}""")]
    [InlineData("""{"pairs":[]}""")]
    [InlineData("""{"order":{"a":1}}""")]
    [InlineData("""{"order":[null]}""")]
    [InlineData("""{"gaps":{"x":"a"}}""")]
    [InlineData("""{"gaps":{"-1":"a"}}""")]
    [InlineData("""{"gaps":{"1":null}}""")]
    [InlineData("""{"gaps":{"1":"\udfff"}}""")]
    [InlineData("""{"points":[["1","2"]]}""")]
    [InlineData("""{"points":[[1.5,2]]}""")]
    [InlineData("""{"points":[[1,99999999999]]}""")]
    [InlineData("""{"points":7}""")]
    public void What_is_no_answer_is_not_understood_and_does_not_throw(string json) =>
        Assert.Null(AnswerJson.Parse(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void Bytes_that_are_no_text_are_not_understood() =>
        Assert.Null(AnswerJson.Parse(new byte[] { (byte)'{', (byte)'"', (byte)'t', (byte)'e', (byte)'x', (byte)'t', (byte)'"', (byte)':', (byte)'"', 0xC3, (byte)'"', (byte)'}' }));

    [Fact]
    public void Choices_are_each_taken_once_and_in_order()
    {
        var choice = Assert.IsType<ChoiceResponse>(AnswerJson.Parse("""{"choice":["c","a","c"]}"""u8.ToArray())?.Response);

        Assert.Equal(["a", "c"], choice.OptionIds);
    }

    [Fact]
    public void Decomposed_letters_are_composed()
    {
        var text = Assert.IsType<TextResponse>(AnswerJson.Parse(Encoding.UTF8.GetBytes("{\"text\":\"tham va\u0302\u0301n\"}"))?.Response);

        Assert.Equal("tham vấn", text.Text);
    }

    [Fact]
    public void A_question_left_alone_gives_no_answer()
    {
        var answers = AnswerForm.Changes(Form(), [Slot(1, "singleChoice"), Slot(2, "multipleResponse"), Slot(3, "shortText")]);

        Assert.Empty(answers);
    }

    [Fact]
    public void Ticks_taken_away_clear_the_answer()
    {
        var answers = AnswerForm.Changes(Form(), [Slot(2, "multipleResponse", new ChoiceResponse(["a"]))]);

        Assert.Empty(Assert.IsType<ChoiceResponse>(Assert.Single(answers).Response).OptionIds);
    }

    [Fact]
    public void A_form_cut_off_on_its_way_does_not_take_back_a_radio_button() =>
        Assert.Empty(AnswerForm.Changes(Form(), [Slot(1, "singleChoice", new ChoiceResponse(["b"]))]));

    [Fact]
    public void What_was_answered_so_before_is_no_change() =>
        Assert.Empty(AnswerForm.Changes(Form(("answers[1]", "b"), ("answers[3]", "tham vấn")), [Slot(1, "singleChoice", new ChoiceResponse(["b"])), Slot(3, "shortText", new TextResponse("tham vấn"))]));

    [Fact]
    public void A_page_answers_only_the_questions_it_showed()
    {
        var answers = AnswerForm.Changes(Form(("answers[1]", "a"), ("answers[9]", "a")), [Slot(1, "singleChoice")]);

        Assert.Equal(1, Assert.Single(answers).Slot);
    }

    [Fact]
    public void A_form_cut_off_takes_back_no_pair_no_order_and_no_gap()
    {
        var items = new[] { new ShownOption("1", "Một"), new ShownOption("2", "Hai") };
        var gaps = new[] { new ShownGap("shortText", [], Lms.Assessment.Questions.Types.GapDisplay.Inline) };
        SlotView[] slots =
        [
            new(1, null, Points.Of(1), new ShownQuestion("matching", "?", items) { Items = items }, new MatchResponse(new Dictionary<string, string> { ["1"] = "2" }), null),
            new(2, null, Points.Of(1), new ShownQuestion("ordering", "?", items), new OrderResponse(["2", "1"]), null),
            new(3, null, Points.Of(1), new ShownQuestion("cloze", "?", []) { Gaps = gaps }, new GapsResponse(new Dictionary<int, Response> { [1] = new TextResponse("x") }), null),
        ];

        Assert.Empty(AnswerForm.Changes(Form(), slots));
    }

    [Fact]
    public void Two_items_on_one_place_stay_as_they_were_shown()
    {
        var slot = new SlotView(1, null, Points.Of(1), new ShownQuestion("ordering", "?", [new("a", "A"), new("b", "B"), new("c", "C")]), null, null);

        var answer = Assert.Single(AnswerForm.Changes(Form(("answers[1][a]", "2"), ("answers[1][b]", "2"), ("answers[1][c]", "1")), [slot]));

        Assert.Equal(["c", "a", "b"], Assert.IsType<OrderResponse>(answer.Response).ItemIds);
    }

    private static SlotView Slot(int slot, string type, Response? response = null) =>
        new(slot, null, Points.Of(1), new ShownQuestion(type, "?", []), response, null);

    private static FormCollection Form(params (string Name, string Value)[] fields) =>
        new(fields.ToDictionary(f => f.Name, f => new StringValues(f.Value)));
}
