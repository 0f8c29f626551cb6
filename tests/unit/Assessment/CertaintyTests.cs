using Lms.Assessment.Attempts;
using Lms.Assessment.Papers;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;
using Lms.Assessment.Scoring;
using Lms.Data;
using Lms.UnitTests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.UnitTests.Assessment;

public sealed class CertaintyTests
{
    private static readonly Guid Learner = Guid.NewGuid();

    [Theory]
    [InlineData(1, 1, 0)]
    [InlineData(2, 2, -2)]
    [InlineData(3, 3, -6)]
    public void Right_and_wrong_bring_what_Gardner_Medwin_gives_them(int certainty, int right, int wrong)
    {
        Assert.Equal((right, wrong), (CertaintyMarks.Of(1m, (Certainty)certainty), CertaintyMarks.Of(0m, (Certainty)certainty)));
        Assert.Equal(wrong, CertaintyMarks.Of(-0.5m, (Certainty)certainty));
        Assert.Equal((right + wrong) / 2m, CertaintyMarks.Of(0.5m, (Certainty)certainty));
    }

    [Fact]
    public void Who_says_what_she_believes_can_expect_most()
    {
        for (var percent = 0; percent <= 100; percent++)
        {
            var believed = percent / 100m;
            var best = Enum.GetValues<Certainty>().MaxBy(c => believed * CertaintyMarks.Of(1m, c) + (1 - believed) * CertaintyMarks.Of(0m, c));
            Assert.Equal(percent > 80 ? Certainty.High : percent >= 67 ? Certainty.Middle : Certainty.Low, best);
        }
    }

    public static TheoryData<Response> Responses => new()
    {
        new ChoiceResponse(["a", "c"]), new TextResponse("tham vấn \"x\""), new MatchResponse(new Dictionary<string, string> { ["1"] = "b" }), new OrderResponse(["c", "a"]),
        new GapsResponse(new Dictionary<int, Response> { [1] = new TextResponse("x"), [2] = new ChoiceResponse(["a"]) }), new PointsResponse([new(1, 2)]),
    };

    [Theory, MemberData(nameof(Responses))]
    public void A_stored_answer_reads_the_same_whatever_certainty_stands_around_it(Response response)
    {
        var plain = ResponseJson.Write(response);
        var certain = ResponseJson.Write(response, Certainty.High);
        Assert.Equal((plain, Certainty.High), (ResponseJson.Write(ResponseJson.Read(certain)), ResponseJson.ReadCertainty(certain)));
        Assert.Null(ResponseJson.ReadCertainty(plain));
        Assert.Equal(plain, ResponseJson.Write(response, null));
    }

    [Theory, EveryDatabase]
    public async Task Certainty_has_marks_of_its_own_and_neither_score_nor_passing_hears_of_it(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var (sure, plain) = (await SitAsync(db, asks: true), await SitAsync(db, asks: false));

        var (asked, unasked) = ((await Sample.ReviewAsync(db, sure, Learner))!, (await Sample.ReviewAsync(db, plain, Learner))!);
        Assert.Equal((unasked.Score, unasked.Passed, 267), (asked.Score, asked.Passed, asked.Score!.Value.Hundredths));
        Assert.Null(unasked.Certainty);
        Assert.All(unasked.Slots, s => Assert.Null(s.Certain));

        // Right and very sure 3; wrong and very sure −6; two of three and fairly sure −2 + 4·2/3 = 2/3; right without a word 1; left open 0.
        Assert.Equal([3m, -6m, Rounded(2m / 3m), 1m, 0m], asked.Slots.Select(s => Rounded(s.Certain!.Mark)));
        Assert.Equal(Rounded(3m - 6m + 2m / 3m + 1m), Rounded(asked.Certainty!.Marks));
        Assert.Equal(15, asked.Certainty.Most);
        Assert.Equal([(Certainty.Low, 1, 1), (Certainty.Middle, 1, 0), (Certainty.High, 2, 1)], asked.Certainty.Levels.Select(l => (l.Certainty, l.Answers, l.Right)));
        await foreach (var mismatch in db.Scope().ServiceProvider.GetRequiredService<ExamResults>().RecomputeAsync()) Assert.Fail($"{mismatch}");
    }

    [Theory, EveryDatabase]
    public async Task To_think_again_about_how_sure_one_is_is_a_step_like_any_other(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var bank = await Sample.BankAsync(db, Sample.Single());
        var attempt = await Sample.StartAsync(db, await Sample.ExamAsync(db, Paper(bank, 1, asks: true)), Learner);
        await Sample.AnswerAsync(db, attempt, Learner, new GivenAnswer(1, new ChoiceResponse(["a"]), Certainty.Low));
        await Sample.AnswerAsync(db, attempt, Learner, new GivenAnswer(1, new ChoiceResponse(["a"]), Certainty.Low));
        await Sample.AnswerAsync(db, attempt, Learner, new GivenAnswer(1, new ChoiceResponse(["a"]), Certainty.High));
        Assert.Equal(2, await Sample.StepsAsync(db));
        var slot = (await Sample.ShowAsync(db, attempt, Learner)).Slots[0];
        Assert.Equal((true, Certainty.High, "a"), (slot.AsksCertainty, slot.Certainty!.Value, ((ChoiceResponse)slot.Response!).OptionIds[0]));
    }

    private static decimal Rounded(decimal mark) => decimal.Round(mark, 20);

    /// <summary>Five questions, of which the last is left open.</summary>
    private static async Task<PublicCode> SitAsync(TestDatabase db, bool asks)
    {
        var bank = await Sample.BankAsync(db, [.. new[] { Sample.Single(), Sample.Statement(), Sample.Multiple(scoring: MultipleScoring.PartialWithoutPenalty), Sample.Text(), Sample.Single(2) }.Select(d => d with { Category = "Chung" })]);
        var attempt = await Sample.StartAsync(db, await Sample.ExamAsync(db, Paper(bank, 5, asks)), Learner);
        Assert.Equal(AnswerOutcome.Saved, (await Sample.AnswerAsync(db, attempt, Learner,
            new GivenAnswer(1, new ChoiceResponse(["a"]), Certainty.High), new GivenAnswer(2, new ChoiceResponse(["false"]), Certainty.High),
            new GivenAnswer(3, new ChoiceResponse(["a", "b"]), Certainty.Middle), new GivenAnswer(4, new TextResponse("kiểm huấn viên")))).Outcome);
        Assert.Equal(HandInOutcome.Graded, await Sample.HandInAsync(db, attempt, Learner));
        return attempt;
    }

    private static PaperContent Paper(Guid bank, int questions, bool asks) => Sample.Paper(bank) with
    {
        AsksCertainty = asks, ShuffleQuestions = false, Review = new ReviewPolicy { WhileOpen = ReviewDetail.All },
        Sections = [new() { Draws = [new(bank, null, null, questions, new(100))] }],
    };
}
