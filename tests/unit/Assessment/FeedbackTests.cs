using Lms.Assessment.Attempts;
using Lms.Assessment.Papers;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;
using Lms.Assessment.Scoring;

namespace Lms.UnitTests.Assessment;

/// <summary>What authors say on an answer, type by type, and what of it may be seen when.</summary>
public sealed class FeedbackTests
{
    private static readonly OutcomeFeedback Outcomes = new("Đúng rồi", "Gần đúng", "Chưa đúng");

    [Fact]
    public void On_a_chosen_option_and_on_others_only_with_the_right_answers()
    {
        var single = new SingleChoice { Prompt = "?", Feedback = "Chung", Outcomes = Outcomes, Options = [new("a", "A", true, "Về A"), new("b", "B", false, "Về B")] };
        var given = new ChoiceResponse(["b"]);
        Assert.Equal([new ShownOption("b", "Về B")], Of(single, given, MarkReason.Wrong, ReviewDetail.Feedback).Options);
        Assert.Equal(["Về A", "Về B"], Of(single, given, MarkReason.Wrong, ReviewDetail.Feedback | ReviewDetail.RightAnswers).Options.Select(o => o.Text));
        var statement = new TrueFalse { Prompt = "?", Correct = true, TrueFeedback = "Về đúng", FalseFeedback = "Về sai" };
        Assert.Equal([new ShownOption("false", "Về sai")], Of(statement, new ChoiceResponse(["false"]), MarkReason.Wrong, ReviewDetail.Feedback).Options);
        var multiple = new MultipleResponse { Prompt = "?", Options = [new("a", "A", true, "Về A"), new("b", "B", false), new("c", "C", true, "Về C")] };
        Assert.Equal(["Về A"], Of(multiple, new ChoiceResponse(["a", "b"]), MarkReason.PartlyRight, ReviewDetail.Feedback).Options.Select(o => o.Text));
    }

    [Fact]
    public void On_the_answer_that_a_typed_text_or_number_fits()
    {
        var text = new ShortText { Prompt = "?", Answers = [new("kiểm huấn viên"), new("giám sát*", 0.5m, "Nên gọi là kiểm huấn viên"), new("*", 0m, "Xem lại bài 2")], Wildcards = true };
        Assert.Equal("Nên gọi là kiểm huấn viên", Typed(text, "Giám sát viên"));
        Assert.Equal("Xem lại bài 2", Typed(text, "giáo viên"));
        Assert.Null(Typed(text, "kiểm huấn viên"));
        var number = new Numeric { Prompt = "?", Answers = [new("650"), new("65", Fraction: 0m, Feedback: "Thiếu một số 0")] };
        Assert.Equal("Thiếu một số 0", Typed(number, "65"));
        var calculated = new Calculated { Prompt = "{x}", Variables = [new("x", 1, 9, 0)], Answers = [new("{x} * 2", Decimals: 0), new("{x} / 2", Fraction: 0m, Feedback: "Nhân chứ không chia")] };
        Assert.Equal("Nhân chứ không chia", Assert.Single(Of(calculated, new TextResponse("2"), MarkReason.Wrong, ReviewDetail.Feedback, new Dictionary<string, double> { ["x"] = 4 }).Answers).Text);

        static string? Typed(QuestionDefinition question, string given) => Of(question, new TextResponse(given), MarkReason.Wrong, ReviewDetail.Feedback).Answers.SingleOrDefault()?.Text;
    }

    [Fact]
    public void On_what_stands_in_each_gap()
    {
        var cloze = new Cloze
        {
            Prompt = "[[1]] [[2]] [[3]]",
            Gaps = [new(1m, new ShortText { Prompt = "", Answers = [new("a"), new("b", 0m, "Về b")] }), new(1m, new SingleChoice { Prompt = "", Options = [new("x", "X", true), new("y", "Y", false, "Về y")] }), new(1m, new Numeric { Prompt = "", Answers = [new("4", Feedback: "Về 4")] })],
        };
        var gaps = new GapsResponse(new Dictionary<int, Response> { [1] = new TextResponse("b"), [2] = new ChoiceResponse(["y"]), [3] = new TextResponse("4") });
        Assert.Equal([new ShownOption("1", "Về b"), new ShownOption("2", "Về y"), new ShownOption("3", "Về 4")], Of(cloze, gaps, MarkReason.Wrong, ReviewDetail.Feedback).Answers);
        var select = new GapSelect { Prompt = "[[1]] [[2]]", Choices = [new("a", "kín", Feedback: "Về kín"), new("b", "hứa")], Gaps = ["a", "b"] };
        Assert.Equal([new ShownOption("2", "Về kín")], Of(select, new GapsResponse(new Dictionary<int, Response> { [1] = new ChoiceResponse(["b"]), [2] = new ChoiceResponse(["a"]) }), MarkReason.Wrong, ReviewDetail.Feedback).Answers);
    }

    [Theory]
    [InlineData(MarkReason.Right, "Đúng rồi")]
    [InlineData(MarkReason.PartlyRight, "Gần đúng")]
    [InlineData(MarkReason.Wrong, "Chưa đúng")]
    [InlineData(MarkReason.NotAnswered, "Chưa đúng")]
    [InlineData(MarkReason.NeedsMarking, "")]
    public void On_how_it_came_out_and_only_where_that_may_be_seen(MarkReason reason, string said)
    {
        QuestionDefinition[] all = [new Essay { Prompt = "?", Outcomes = Outcomes }, new Matching { Prompt = "?", Left = [], Right = [], Outcomes = Outcomes }, new Ordering { Prompt = "?", Items = [], Outcomes = Outcomes }, new Hotspot { Prompt = "?", Image = "", Areas = [], Outcomes = Outcomes }, new FileUpload { Prompt = "?", Outcomes = Outcomes }];
        Assert.All(all, q => Assert.Equal(said, Of(q, null, reason, ReviewDetail.Feedback | ReviewDetail.Correctness).Outcome));
        Assert.All(all, q => Assert.Equal("", Of(q, null, reason, ReviewDetail.Feedback).Outcome));
        Assert.All(all, q => Assert.Null(ReviewedFeedback.Of(q, null, null, reason, ReviewDetail.All & ~ReviewDetail.Feedback)));
    }

    private static ShownFeedback Of(QuestionDefinition question, Response? given, MarkReason reason, ReviewDetail allowed, IReadOnlyDictionary<string, double>? values = null) =>
        ReviewedFeedback.Of(question, given, values, reason, allowed)!;
}
