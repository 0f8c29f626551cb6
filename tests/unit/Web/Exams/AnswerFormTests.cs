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
    public void What_is_no_answer_is_not_understood_and_does_not_throw(string json) =>
        Assert.Null(AnswerForm.Parse(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void Bytes_that_are_no_text_are_not_understood() =>
        Assert.Null(AnswerForm.Parse(new byte[] { (byte)'{', (byte)'"', (byte)'t', (byte)'e', (byte)'x', (byte)'t', (byte)'"', (byte)':', (byte)'"', 0xC3, (byte)'"', (byte)'}' }));

    [Fact]
    public void Choices_are_each_taken_once_and_in_order()
    {
        var choice = Assert.IsType<ChoiceResponse>(AnswerForm.Parse("""{"choice":["c","a","c"]}"""u8.ToArray()));

        Assert.Equal(["a", "c"], choice.OptionIds);
    }

    [Fact]
    public void Decomposed_letters_are_composed()
    {
        var text = Assert.IsType<TextResponse>(AnswerForm.Parse(Encoding.UTF8.GetBytes("{\"text\":\"tham va\u0302\u0301n\"}")));

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

    private static SlotView Slot(int slot, string type, Response? response = null) =>
        new(slot, null, Points.Of(1), new ShownQuestion(type, "?", []), response, null);

    private static FormCollection Form(params (string Name, string Value)[] fields) =>
        new(fields.ToDictionary(f => f.Name, f => new StringValues(f.Value)));
}
