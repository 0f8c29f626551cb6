using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;

namespace Lms.UnitTests.Web.Exams;

/// <summary>One question of each type that can be sat and is more than a list of choices, in the order of their slots.</summary>
internal static class QuestionsOfAllTypes
{
    public const int Matching = 1, Ordering = 2, Numeric = 3, Calculated = 4, Cloze = 5, GapSelect = 6, Hotspot = 7, Essay = 8;

    public static IReadOnlyList<QuestionDraft> Drafts { get; } =
    [
        Draft(new Matching
        {
            Prompt = "Ghép", Left = [new("1", "Nét đậm", "a"), new("2", "Nét đứt", "b")], Right = [new("a", "Mạnh"), new("b", "Yếu"), new("c", "Căng thẳng")],
        }),
        Draft(new Ordering { Prompt = "Xếp", Items = [new("a", "Tiếp nhận"), new("b", "Đánh giá"), new("c", "Kết thúc")] }),
        Draft(new Numeric { Prompt = "Còn thiếu bao nhiêu?", Answers = [new("650.5"), new("650", "10", Fraction: 0.5m)], Units = [new("kg")] }),
        Draft(new Calculated { Prompt = "{x} nhân hai?", Variables = [new("x", 7, 7, 0)], Answers = [new("{x} * 2", Decimals: 0)] }),
        Draft(new Cloze
        {
            Prompt = "Bảo mật [[1]], đồng ý [[2]], chọn [[3]]. <b>không phải thẻ</b>",
            Gaps =
            [
                new(1m, new ShortText { Prompt = "", Answers = ["thông tin"] }),
                new(1m, new SingleChoice { Prompt = "", Options = [new("a", "trước", true), new("b", "sau", false)] }),
                new(2m, new MultipleResponse { Prompt = "", Options = [new("a", "một", true), new("b", "hai", true), new("c", "ba", false)] }, GapDisplay.List),
            ],
        }),
        Draft(new GapSelect { Prompt = "Giữ [[1]] và [[2]]", Choices = [new("a", "kín"), new("b", "hứa"), new("c", "quên")], Gaps = ["a", "b"], Drag = true }),
        Draft(new Hotspot
        {
            Prompt = "Chỉ ra hai chỗ", Image = "/media/anh.png", ImageText = "Sơ đồ", MostPoints = 2,
            Areas = [new("a", "Chủ nợ", AreaShape.Rectangle, [0, 0, 100, 100], 0.5m), new("b", "Xưởng may", AreaShape.Circle, [300, 300, 40], 0.5m), new("c", "Cô giáo", AreaShape.Polygon, [500, 0, 600, 0, 550, 80], 0m)],
        }),
        Draft(new Essay { Prompt = "Phân tích", FewestWords = 3, MostWords = 50, Template = "Theo tôi:\n" }),
    ];

    private static QuestionDraft Draft(QuestionDefinition definition) => new("Chung", 1, "", definition);
}
