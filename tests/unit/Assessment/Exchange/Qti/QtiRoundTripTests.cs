using System.IO.Compression;
using System.Xml.Linq;
using Lms.Assessment;
using Lms.Assessment.Exchange;
using Lms.Assessment.Exchange.Qti;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;

namespace Lms.UnitTests.Assessment.Exchange.Qti;

/// <summary>Written as QTI 3.0 and read back: question, key, points and feedback are the same.</summary>
public sealed class QtiRoundTripTests
{
    private static readonly IReadOnlyList<ChoiceOption> Four = [new("a", "An", true, "Tốt"), new("b", "Bình", false), new("c", "Chi *nghiêng*", true), new("d", "Dung & Bạn", false, "Chưa")];
    private static readonly IReadOnlyList<Item> Steps = [new("s1", "Lắng nghe"), new("s2", "Đánh giá"), new("s3", "Kế hoạch"), new("s4", "Thực hiện")];
    private static readonly IReadOnlyList<MatchedItem> Left = [new("l1", "Trẻ em", "r1"), new("l2", "Người già", "r2"), new("l3", "Gia đình", "r1")];
    private static readonly IReadOnlyList<Item> Right = [new("r1", "Luật A"), new("r2", "Luật B"), new("r3", "Luật C")];

    public static TheoryData<string, QuestionDefinition> Questions()
    {
        var data = new TheoryData<string, QuestionDefinition>
        {
            { "single", new SingleChoice { Prompt = "Ai **đúng**?\n\n- một\n- hai", Options = [new("a", "An", false, "Sai"), new("b", "Bình", true), new("c", "Chi", false)], Feedback = "Xem Điều 3.", Outcomes = new OutcomeFeedback("Giỏi", "", "Tiếc quá") } },
            { "single with fractions", new SingleChoice { Prompt = "?", Options = [new("a", "An", true, "", 1m), new("b", "Bình", false, "", 0.5m), new("c", "Chi", false, "", -0.25m)] } },
            { "true or false", new TrueFalse { Prompt = "Đất phẳng.", Correct = false, TrueFeedback = "Không", FalseFeedback = "Phải" } },
            { "mapped", new MultipleResponse { Prompt = "?", Scoring = MultipleScoring.Mapped, LowerBound = -0.5m, UpperBound = 0.75m, Options = [new("a", "An", true, "", 0.5m), new("b", "Bình", true, "", 0.5m), new("c", "Chi", false, "", -1m)] } },
            { "words", new ShortText { Prompt = "Nghề?", Answers = [new("công tác xã hội"), new("xã hội", 0.5m)] } },
            { "words by case", new ShortText { Prompt = "Tên?", Answers = [new("Huế"), new("huế", 0.5m)], CaseSensitive = true } },
            { "wildcards", new ShortText { Prompt = "?", Answers = [new("tham vấn*", 1m, "Tốt"), new("*vấn", 0.5m)], Wildcards = true } },
            { "without diacritics", new ShortText { Prompt = "?", Answers = [new("tham vấn")], DiacriticsSensitive = false } },
            { "number", new Numeric { Prompt = "Bao nhiêu?", Answers = [new("3.14", "0.01"), new("3.14", "0.5", Fraction: 0.5m)] } },
            { "number relative", new Numeric { Prompt = "Bao nhiêu?", Answers = [new("200", "0.05", ToleranceKind.Relative)] } },
            { "number geometric", new Numeric { Prompt = "Bao nhiêu?", Answers = [new("8", "1", ToleranceKind.Geometric)] } },
            { "gaps", new Cloze { Prompt = "Luật [[1]] có [[2]] điều, từ [[3]].", Gaps = [
                new Gap(1m, new SingleChoice { Prompt = "", Options = [new("x", "Trẻ em", true), new("y", "Người già", false)] }), new Gap(2m, new Numeric { Prompt = "", Answers = [new("106", "0")] }), new Gap(1m, new ShortText { Prompt = "", Answers = [new("2016")] })] } },
            { "lists", new GapSelect { Prompt = "[[1]] rồi [[2]]", Choices = [new("a", "nghe"), new("b", "nói"), new("c", "bốn", 2), new("d", "năm", 2)], Gaps = ["a", "d"] } },
            { "drag", new GapSelect { Prompt = "Trước [[1]], sau [[2]].", Drag = true, Choices = [new("a", "nghe"), new("b", "nói", 1, true), new("c", "viết")], Gaps = ["a", "b"] } },
            { "points", new Hotspot { Prompt = "Chỉ", Image = "file:map.png", ImageText = "Bản đồ", MostPoints = 2, MissFraction = -0.25m, Areas = [new("1", "Bắc", AreaShape.Circle, [40, 40, 10], 0.5m), new("2", "Nam", AreaShape.Polygon, [100, 100, 150, 100, 150, 160], 0.5m), new("3", "Biển", AreaShape.Rectangle, [200, 0, 260, 50], -0.5m)] } },
            { "calculated", new Calculated { Prompt = "Diện tích {a} × {b}?", Feedback = "Nhân lên.", Outcomes = new OutcomeFeedback("Đúng", "", "Sai"), Variables = [new("a", 1.5, 9.5, 1), new("b", 2, 20, 0)], Answers = [new("{a} * {b} - sqrt(4) ^ 2 / (1 + 3)"), new("{a} * -{b}", 0.5, ToleranceKind.Absolute, 0.5m)] } },
            { "calculated from sets", new Calculated { Prompt = "{x}?", Variables = [], ValueSets = [new Dictionary<string, double> { ["x"] = 2 }, new Dictionary<string, double> { ["x"] = 0.5 }], Answers = [new("pow({x}, 3) + pi()", 0.001, ToleranceKind.Absolute)] } },
            { "essay", new Essay { Prompt = "Viết.", FewestWords = 50, MostWords = 300, Template = "Kính gửi", MarkingNotes = "Ba ý." } },
            { "files", new FileUpload { Prompt = "Nộp.", MostFiles = 3, MostBytes = 5_000_000, Extensions = [".pdf", ".docx"], MarkingNotes = "Đủ." } },
        };
        foreach (var scoring in Enum.GetValues<MultipleScoring>().Where(s => s != MultipleScoring.Mapped)) data.Add($"several {scoring}", new MultipleResponse { Prompt = "?", Scoring = scoring, Options = Four });
        foreach (var scoring in Enum.GetValues<OrderingScoring>()) data.Add($"order {scoring}", new Ordering { Prompt = "Xếp", Items = Steps, Scoring = scoring });
        foreach (var scoring in Enum.GetValues<MatchingScoring>()) data.Add($"pairs {scoring}", new Matching { Prompt = "Nối", Left = Left, Right = Right, Scoring = scoring });
        return data;
    }

    [Theory, MemberData(nameof(Questions))]
    public void A_question_comes_back_as_it_went(string what, QuestionDefinition definition)
    {
        foreach (var points in new[] { 1m, 3m })
        {
            var file = QtiWriter.Write([new ExportedQuestion("Tên", "A/B", ["thẻ"], points, definition, "id-7")], [new ImportedMedia("map.png", [7])]);
            var question = Assert.Single(QtiReader.Read(file.Bytes, "x.zip").Questions);
            Assert.True(question.Definition is not null, $"{what}: {string.Join("; ", question.Issues.Select(i => i.Message))}");
            Assert.Equal(AssessmentJson.Write(definition), AssessmentJson.Write(question.Definition));
            Assert.Equal(("Tên", "A/B", points, "id-7", "thẻ"), (question.Title, question.Category, question.Points, question.Identifier, Assert.Single(question.Tags)));
            Assert.Equal(definition is Essay or FileUpload, question.Scoring is null);
        }
    }

    [Fact]
    public void Pictures_go_along_and_the_manifest_names_them()
    {
        var file = QtiWriter.Write([new ExportedQuestion("", "", [], 1m, new SingleChoice { Prompt = "![ảnh](file:a.png)", Options = [new("a", "![b](file:b.png)", true), new("b", "B", false)] }), new ExportedQuestion("", "", [], 1m, new Ordering { Prompt = "![ảnh](file:a.png)", Items = Steps })],
            [new ImportedMedia("a.png", [1]), new ImportedMedia("b.png", [2]), new ImportedMedia("unused.png", [3])]);
        using var archive = new ZipArchive(new MemoryStream(file.Bytes));
        Assert.Equal(["items/0001.xml", "items/0002.xml", "media/a.png", "media/b.png", "imsmanifest.xml"], archive.Entries.Select(e => e.FullName));
        using var manifest = archive.GetEntry("imsmanifest.xml")!.Open();
        Assert.Equal(["items/0001.xml", "media/a.png", "media/b.png", "items/0002.xml", "media/a.png"], XDocument.Load(manifest).Descendants().Where(e => e.Name.LocalName == "file").Select(e => (string)e.Attribute("href")!));
        var back = QtiReader.Read(file.Bytes, "x.zip");
        Assert.Equal(["a.png", "b.png"], back.Media.Select(m => m.Name));
        Assert.Equal("![b](file:b.png)", Assert.IsType<SingleChoice>(back.Questions[0].Definition).Options[0].Text);
    }

    [Fact]
    public void What_has_no_words_in_QTI_is_told()
    {
        var calculated = new Calculated { Prompt = "{a}?", Variables = [new("a", 1, 2, 0)], Answers = [new("{a} % 2")] };
        var file = QtiWriter.Write([new ExportedQuestion("", "", [], 1m, calculated), new ExportedQuestion("", "", [], 1m, new Numeric { Prompt = "?", Answers = [new("1")], Units = [new("kg")] })], []);
        Assert.Equal([(1, ImportIssueKind.TypeNotSupported), (2, ImportIssueKind.Dropped)], file.Issues.Select(i => (i.Line, i.Kind)));
        Assert.Single(QtiReader.Read(file.Bytes, "x.zip").Questions);
    }
}
