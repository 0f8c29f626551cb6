using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;
using Lms.Assessment.Scoring;
using Lms.Assessment.Scoring.Types;

namespace Lms.UnitTests.Assessment;

public sealed class RicherScoringTests
{
    [Theory]
    [InlineData("công tác xã hội", 1.0)]
    [InlineData("Công  tác xã hội cộng đồng", 0.5)]
    [InlineData("xã hội học", 0.0)]
    [InlineData("", 0.0)]
    public void The_first_answer_that_fits_counts(string given, double fraction) =>
        Assert.Equal((decimal)fraction, Scorer.Score(new ShortText { Prompt = "?", Answers = ["công tác xã hội", new("công tác *", 0.5m)], Wildcards = true }, new TextResponse(given)).Fraction);

    [Theory]
    [InlineData(@"5 \* 3", "5 * 3", true)]
    [InlineData(@"5 \* 3", "5 x 3", false)]
    [InlineData("*", "bất kỳ", true)]
    [InlineData("a*b*c", "a1b2c", true)]
    [InlineData("a*b*c", "acb", false)]
    [InlineData("a*a", "a", false)]
    [InlineData("*tham vấn*", "Kỹ năng tham vấn cơ bản", true)]
    [InlineData("tham *", "thamvấn", false)]
    public void A_star_stands_for_any_run_of_characters(string pattern, string given, bool fits) =>
        Assert.Equal(fits, Scorer.Score(new ShortText { Prompt = "?", Answers = [pattern], Wildcards = true }, new TextResponse(given)).Fraction == 1m);

    [Fact]
    public void Many_stars_on_a_long_text_take_no_time() =>
        Assert.Equal(0m, Scorer.Score(new ShortText { Prompt = "?", Answers = [string.Concat(Enumerable.Repeat("a*", 150)) + "b"], Wildcards = true }, new TextResponse(new string('a', 400))).Fraction);

    [Theory]
    [InlineData("a", 1.0)]
    [InlineData("b", 0.3333333)]
    [InlineData("c", -1.0)]
    public void A_single_choice_may_map_each_option_to_a_value(string id, double fraction) =>
        Assert.Equal((decimal)fraction, Scorer.Score(new SingleChoice { Prompt = "?", Options = [new("a", "A", true, "", 1m), new("b", "B", false, "", 0.3333333m), new("c", "C", false, "", -1m)] }, new ChoiceResponse([id])).Fraction);

    [Theory]
    [InlineData("a b", 1.0)]
    [InlineData("a", 0.5)]
    [InlineData("a c", 0.0)]
    [InlineData("c", 0.0)]
    public void Mapped_ticks_are_summed_within_their_bounds(string ticked, double fraction)
    {
        var mark = Scorer.Score(new MultipleResponse { Prompt = "?", Scoring = MultipleScoring.Mapped, Options = [new("a", "A", true, "", 0.5m), new("b", "B", true, "", 0.5m), new("c", "C", false, "", -0.5m)] }, new ChoiceResponse(ticked.Split(' ')));
        Assert.Equal((decimal)fraction, mark.Fraction);
        Assert.Equal(mark.Fraction, mark.Parts.Sum(p => p.Fraction));
    }

    [Fact]
    public void Gaps_count_by_their_weights()
    {
        var question = new Cloze
        {
            Prompt = "[[1]] [[2]] [[3]]",
            Gaps =
            [
                new(1, new ShortText { Prompt = "", Answers = ["Hà Nội"] }),
                new(2, new Numeric { Prompt = "", Answers = [new("2", "0.5"), new("2", "1", Fraction: 0.5m)] }),
                new(1, new SingleChoice { Prompt = "", Options = [new("a", "đúng", true), new("b", "sai", false)] }),
            ],
        };
        Assert.Equal(1m, Score("hà nội", "2,5", "a"));
        Assert.Equal(0.5m, Score("Huế", "3", "a"));
        Assert.Equal(0.25m, Scorer.Score(question, new GapsResponse(new Dictionary<int, Response> { [3] = new ChoiceResponse(["a"]) })).Fraction);

        decimal Score(string city, string number, string option) => Scorer.Score(question, new GapsResponse(new Dictionary<int, Response> { [1] = new TextResponse(city), [2] = new TextResponse(number), [3] = new ChoiceResponse([option]) })).Fraction;
    }

    [Fact]
    public void A_word_that_stands_in_the_list_twice_fits_either_way()
    {
        var question = new GapSelect { Prompt = "[[1]] và [[2]]", Choices = [new("1", "mèo"), new("2", "mèo"), new("3", "chó")], Gaps = ["1", "2"] };
        Assert.Equal(1m, Scorer.Score(question, Gaps("2", "1")).Fraction);
        Assert.Equal(0.5m, Scorer.Score(question, Gaps("3", "1")).Fraction);

        static GapsResponse Gaps(string first, string second) => new(new Dictionary<int, Response> { [1] = new ChoiceResponse([first]), [2] = new ChoiceResponse([second]) });
    }

    [Theory]
    [InlineData(AreaShape.Rectangle, "10 10 20 20", 20, 20, true)]
    [InlineData(AreaShape.Rectangle, "10 10 20 20", 21, 15, false)]
    [InlineData(AreaShape.Circle, "10 10 5", 13, 14, true)]
    [InlineData(AreaShape.Circle, "10 10 5", 14, 14, false)]
    [InlineData(AreaShape.Ellipse, "10 10 8 4", 18, 10, true)]
    [InlineData(AreaShape.Ellipse, "10 10 8 4", 16, 13, false)]
    [InlineData(AreaShape.Polygon, "0 0 10 0 10 10 5 5 0 10", 5, 4, true)]
    [InlineData(AreaShape.Polygon, "0 0 10 0 10 10 5 5 0 10", 5, 7, false)]
    [InlineData(AreaShape.Polygon, "0 0 10 0 10 10 5 5 0 10", 0, 5, true)]
    [InlineData(AreaShape.Everywhere, "", 9999, 1, true)]
    public void A_point_is_in_an_area_or_not(AreaShape shape, string coordinates, int x, int y, bool inside) =>
        Assert.Equal(inside, HotspotScoring.Contains(new HotspotArea("a", "A", shape, [.. coordinates.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)], 1m), new ImagePoint(x, y)));

    [Fact]
    public void An_area_counts_once_however_many_points_fall_there()
    {
        var question = new Hotspot
        {
            Prompt = "?", Image = "/media/x", MostPoints = 3,
            Areas = [new("a", "A", AreaShape.Circle, [10, 10, 5], 0.5m), new("b", "B", AreaShape.Circle, [100, 100, 5], 0.5m)], MissFraction = -0.25m,
        };
        Assert.Equal(0.5m, Scorer.Score(question, new PointsResponse([new(10, 10), new(11, 10)])).Fraction);
        Assert.Equal(1m, Scorer.Score(question, new PointsResponse([new(10, 10), new(100, 100)])).Fraction);
        Assert.Equal(0.75m, Scorer.Score(question, new PointsResponse([new(10, 10), new(100, 100), new(50, 50)])).Fraction);
        Assert.Equal(0m, Scorer.Score(question, new PointsResponse([new(50, 50)])).Fraction);
    }

    [Fact]
    public void What_only_a_person_can_judge_waits_for_one()
    {
        Assert.Equal(MarkReason.NeedsMarking, Scorer.Score(new Essay { Prompt = "?" }, new TextResponse("Bài viết")).Reason);
        Assert.Equal(MarkReason.NotAnswered, Scorer.Score(new Essay { Prompt = "?" }, new TextResponse(" ")).Reason);
    }

    public static TheoryData<Response> Responses =>
    [
        new ChoiceResponse(["a", "c"]), new TextResponse("tham vấn \"cơ bản\""), new MatchResponse(new Dictionary<string, string> { ["1"] = "b", ["2"] = "a" }),
        new OrderResponse(["c", "a"]), new GapsResponse(new Dictionary<int, Response> { [1] = new TextResponse("x"), [2] = new ChoiceResponse(["a"]) }),
        new PointsResponse([new(1, 2), new(3, 4)]), new FilesResponse([new(Guid.Parse("01900000-0000-7000-8000-000000000001"), "bài.pdf", 12)]),
    ];

    [Theory, MemberData(nameof(Responses))]
    public void Every_kind_of_response_is_read_as_it_was_written(Response response) =>
        Assert.Equal(ResponseJson.Write(response), ResponseJson.Write(ResponseJson.Read(ResponseJson.Write(response))));
}
