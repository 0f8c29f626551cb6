using System.Text;
using Lms.Assessment;
using Lms.Assessment.Exchange;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Cases;
using Lms.Assessment.Questions.Types;
using Lms.Assessment.Scoring;

namespace Lms.UnitTests.Assessment.Exchange;

/// <summary>What is written is read again as it was: question, key, points, feedback.</summary>
public sealed class RoundTripTests
{
    private const string Odd = "Có {ngoặc}, dấu = ~ # : \\ và \"nháy\" & \\<b>thẻ\\</b>?\n\n- một -> hai\n- [[không]] 50%";

    private static readonly QuestionDefinition[] Simple =
    [
        new SingleChoice { Prompt = Odd, Feedback = "Xem *điều 5*: #3", Options = [new("a", "Thân chủ = {1}", true, "Đúng ~ 100%"), new("b", "Nhân viên", false, "Sai"), new("c", "C:\\đường\\dẫn", false)] },
        new SingleChoice { Prompt = "Chọn", Options = [new("a", "A", true, Fraction: 1m), new("b", "B", false, Fraction: -0.3333333m), new("c", "C", false, Fraction: 0.5m)] },
        new MultipleResponse { Prompt = "Nhiều", Scoring = MultipleScoring.Mapped, Options = [new("a", "A", true, "f", 0.5m), new("b", "B", true, "", 0.5m), new("c", "C", false, "", -1m)] },
        new TrueFalse { Prompt = "Đúng?", Correct = true, TrueFeedback = "Phải", FalseFeedback = "Không" },
        new TrueFalse { Prompt = "Sai?", Correct = false, FalseFeedback = "Phải" },
        new ShortText { Prompt = "Ai?", Wildcards = true, Answers = [new("Nguyễn * Du"), new("50\\*50", 0.5m, "gần"), new("*", 0m, "chưa")] },
        new Numeric { Prompt = "Bao nhiêu?", Answers = [new("3.14", "0.005", Feedback: "tốt"), new("3.15", "0.15", Fraction: 0.5m), new("*", Fraction: 0m, Feedback: "sai")] },
        new Matching { Prompt = "Ghép", Left = [new("1", "Hà Nội", "a"), new("2", "Huế", "a"), new("3", "Paris -> x", "b")], Right = [new("a", "Việt Nam"), new("b", "Pháp"), new("c", "Lào")] },
        new Essay { Prompt = "Viết", Feedback = "Cảm ơn" },
    ];

    private static readonly QuestionDefinition[] Rich =
    [
        .. Simple,
        new SingleChoice { Prompt = "Có lời", Outcomes = new("Giỏi", "Gần", "Sai"), Options = [new("a", "A", true), new("b", "B", false)] },
        new ShortText { Prompt = "Ai?", CaseSensitive = true, Wildcards = true, Answers = [new("Nguyễn Du")] },
        new Numeric { Prompt = "Công suất?", Answers = [new("5500", "100")], Units = [new("W"), new("kW", "0.001")], UnitRule = UnitRule.Required, UnitPenalty = 0.2m },
        new Calculated { Prompt = "{a}+{b}?", Variables = [], Answers = [new("{a}+{b}", 0.5, ToleranceKind.Absolute, Decimals: 1)], ValueSets = [new Dictionary<string, double> { ["a"] = 1.5, ["b"] = 2 }, new Dictionary<string, double> { ["a"] = 3, ["b"] = 4 }] },
        .. Enum.GetValues<OrderingScoring>().Select(s => new Ordering { Prompt = "Xếp", Scoring = s, Items = [new("a", "Một"), new("b", "Hai"), new("c", "Ba")] }),
        new GapSelect { Prompt = "Con [[1]] kêu [[2]].", Choices = [new("a", "chó", 1, true), new("b", "mèo", 1, true), new("c", "meo", 2, true)], Gaps = ["b", "c"] },
        new GapSelect { Prompt = "Con [[1]].", Drag = true, Choices = [new("a", "chó"), new("b", "mèo")], Gaps = ["b"] },
        new Cloze { Prompt = "Thủ đô [[1]], chọn [[2]], số [[3]], nhiều [[4]].", Gaps =
        [
            new(1m, new ShortText { Prompt = "", Wildcards = true, Answers = [new("Hà Nội ~ } # \\x"), new("Ha Noi", 0.5m, "thiếu dấu")] }),
            new(2m, new SingleChoice { Prompt = "", Options = [new("a", "=đúng", true), new("b", "%sai", false, "không")] }, GapDisplay.List),
            new(1m, new Numeric { Prompt = "", Answers = [new("23.8", "0.1"), new("23.8", "2", Fraction: 0.5m)] }),
            new(1m, new MultipleResponse { Prompt = "", Scoring = MultipleScoring.Mapped, Options = [new("a", "A", true, "", 0.5m), new("b", "B", true, "", 0.5m), new("c", "C", false, "", -0.5m)] }, GapDisplay.Row),
        ] },
        new FileUpload { Prompt = "Nộp", MostFiles = 3, MostBytes = 5_000_000, Extensions = [".pdf"], MarkingNotes = "Chấm" },
        new Essay { Prompt = "Viết", FewestWords = 10, MostWords = 99, Template = "Mở bài", MarkingNotes = "Chấm" },
    ];

    [Fact]
    public void Gift_brings_back_what_it_was_given() => ComesBack(QuestionFormat.Gift, Simple);

    [Fact]
    public void Moodle_xml_brings_back_what_it_was_given() => ComesBack(QuestionFormat.MoodleXml, Rich);

    [Fact]
    public void A_sheet_brings_back_what_it_was_given() => ComesBack(QuestionFormat.Xlsx, [.. Simple, new Ordering { Prompt = "Xếp", Items = [new("a", "Một"), new("b", "Hai")] }]);

    [Theory, InlineData(QuestionFormat.Gift), InlineData(QuestionFormat.Xlsx), InlineData(QuestionFormat.Qti)]
    public void Level_outcome_and_source_come_back_where_the_format_leaves_room_for_them(QuestionFormat format)
    {
        var before = Exported(Simple[0]) with { Tags = ["trẻ em", "luật"], Level = CognitiveLevel.Analyse, Outcome = "Nêu [được] 3 bước: a, b", Source = "Luật Trẻ em 2016, điều 5 [khoản 2]", Difficulty = 3 };
        var after = Assert.Single(Read(QuestionFiles.Write([before], format)).Questions);
        Assert.Equal((before.Level, before.Outcome, before.Source), (after.Level, after.Outcome, after.Source));
        Assert.Equal(before.Tags, after.Tags);
        Assert.Contains(QuestionFiles.Write([before], QuestionFormat.MoodleXml).Issues, i => i.Details[0] == "cognitive level, outcome and source");
    }

    [Theory, InlineData(QuestionFormat.Xlsx), InlineData(QuestionFormat.Qti)]
    public void Questions_of_one_case_come_back_with_it(QuestionFormat format)
    {
        var study = new CaseDraft("Ca chị H.", "Chị H. đến gặp **nhân viên xã hội**.\n\n- một\n- hai");
        var before = Simple[..4].Select((d, i) => Exported(d, i) with { Case = i < 3 ? study : null }).ToList();
        var after = Read(QuestionFiles.Write(before, format)).Questions;
        Assert.Equal([study, study, study, null], after.Select(q => q.Case));
        Assert.DoesNotContain("chị H.", after[0].Definition!.Prompt, StringComparison.Ordinal);
        foreach (var other in (QuestionFormat[])[QuestionFormat.Gift, QuestionFormat.MoodleXml])
            Assert.Equal(3, QuestionFiles.Write(before, other).Issues.Count(i => i.Details[0] == "the case study"));
    }

    [Fact]
    public void A_question_that_counts_ticks_scores_alike_after_its_way_through_moodle()
    {
        var before = new MultipleResponse { Prompt = "Nhiều", Options = [new("a", "A", true), new("b", "B", true), new("c", "C", false), new("d", "D", true)] };
        var after = Assert.Single(Read(QuestionFiles.Write([Exported(before)], QuestionFormat.MoodleXml)).Questions).Definition!;
        foreach (var ticked in (string[][])[["a"], ["a", "b"], ["a", "c"], ["c"], ["a", "b", "d"], ["a", "b", "c", "d"]])
            Assert.Equal((double)Scorer.Score(before, new ChoiceResponse(ticked)).Fraction, (double)Scorer.Score(after, new ChoiceResponse(ticked)).Fraction, 5);
    }

    [Fact]
    public void Pictures_go_along_in_moodle_xml()
    {
        var media = new ImportedMedia("anh.png", [1, 2, 3]);
        var area = new HotspotArea("a", "1", AreaShape.Polygon, [1, 1, 9, 1, 9, 9], 1m);
        var written = QuestionFiles.Write([Exported(new Essay { Prompt = "![Ảnh](file:anh.png)" }), Exported(new Hotspot { Prompt = "Ở đâu?", Image = "file:anh.png", Areas = [area] })], QuestionFormat.MoodleXml, [media]);
        var file = Read(written);
        Assert.Equal([1, 2, 3], Assert.Single(file.Media).Bytes);
        Assert.Equal("![Ảnh](file:anh.png)", file.Questions[0].Definition!.Prompt);
        Assert.Equal(area.Coordinates, Assert.IsType<Hotspot>(file.Questions[1].Definition).Areas[0].Coordinates);
    }

    [Fact]
    public void What_a_format_cannot_hold_is_told()
    {
        var written = QuestionFiles.Write([Exported(Rich[^1]), Exported(new Ordering { Prompt = "Xếp", Items = [new("a", "Một"), new("b", "Hai")] })], QuestionFormat.Gift);
        Assert.Equal([(1, ImportIssueKind.Dropped), (2, ImportIssueKind.TypeNotSupported)], written.Issues.Select(i => (i.Line, i.Kind)));
    }

    private static void ComesBack(QuestionFormat format, QuestionDefinition[] definitions)
    {
        var sent = definitions.Select(Exported).ToList();
        var written = QuestionFiles.Write(sent, format);
        Assert.Empty(written.Issues);
        var file = Read(written);
        Assert.Equal(format, file.Format);
        Assert.Equal(sent.Count, file.Questions.Count);
        foreach (var (before, after) in sent.Zip(file.Questions))
        {
            Assert.Equal(AssessmentJson.Write(before.Definition), AssessmentJson.Write(after.Definition));
            Assert.Empty(after.Issues);
            Assert.Equal((before.Title, before.Points, before.Category, before.Identifier), (after.Title, after.Points, after.Category, after.Identifier));
            Assert.Equal(before.Tags, after.Tags);
        }
    }

    private static ImportedFile Read(ExportedFile file) => QuestionFiles.Read(file.Bytes, "questions");

    private static ExportedQuestion Exported(QuestionDefinition definition, int index = 0) =>
        new($"Câu {index + 1}: {{thử}}", $"Chương {index % 3}/Mục: a", ["luật", "đạo đức"], 1m + index % 2 * 1.5m, definition, $"Q-{index}");
}
