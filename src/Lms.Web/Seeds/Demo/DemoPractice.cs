using Lms.Assessment.Papers;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;
using Lms.Assessment.Scoring;
using Lms.Publishing;

namespace Lms.Web.Seeds.Demo;

/// <summary>
/// A question of each type beyond the four of the course folders, in the bank of the demo author's institution, and a paper to
/// practise on. Their category is none of those the course's exam draws from, so that one stays as it is, scored by the machine alone.
/// </summary>
internal sealed class DemoPractice(QuestionBanks banks, Papers papers)
{
    public const string CourseCode = "NM", Category = "Luyện tập: các dạng câu hỏi";

    /// <param name="ecomap">Address of the family's ecomap in the media library.</param>
    public async Task PublishAsync(Guid bankKey, string ecomap, Guid institutionKey, Guid author, Guid reviewer)
    {
        var questions = Questions(ecomap);
        var (outcome, keys, problems) = await banks.AddAsync(bankKey, questions, author);
        if (outcome != QuestionOutcome.Done) throw new InvalidDataException($"The demo's practice questions were refused: {string.Join(", ", problems)}.");
        await banks.MoveAsync(keys, PublishAction.Submitted, null, author);
        await banks.MoveAsync(keys, PublishAction.Published, null, reviewer);

        var content = new PaperContent
        {
            Title = "Luyện tập: đủ các dạng câu hỏi",
            Instructions = "Đề này để làm quen với các dạng câu hỏi, không dùng để xét cấp chứng chỉ. Câu tự luận do người chấm cho điểm.",
            TimeLimitMinutes = 45, PassMarkPercent = 50, AttemptsAllowed = 3, QuestionsPerPage = 4,
            Sections = [new PaperSection { Draws = [new PaperDraw(bankKey, Category, null, questions.Length, Points.Of(1m))] }],
            Review = new ReviewPolicy { WhileOpen = ReviewDetail.All, AfterClosing = ReviewDetail.All },
        };
        var (_, paper, _) = await papers.CreateAsync(institutionKey, content, author);
        await papers.MoveAsync(paper, PublishAction.Submitted, null, author);
        var (published, reasons) = await papers.MoveAsync(paper, PublishAction.Published, null, reviewer);
        if (published != PaperOutcome.Done) throw new InvalidDataException($"The demo's practice paper was refused: {string.Join(", ", reasons)}.");
    }

    private static QuestionDraft[] Questions(string ecomap) =>
    [
        Draft(1, "Đọc các kiểu đường nối trong sơ đồ sinh thái", new Matching
        {
            Prompt = "Trong sơ đồ sinh thái, mỗi kiểu đường nói lên một mối quan hệ. Ghép kiểu đường với ý nghĩa của nó.",
            Left = [new("1", "Nét liền đậm", "a"), new("2", "Nét đứt", "b"), new("3", "Nét dích dắc", "c"), new("4", "Mũi tên", "d")],
            Right = [new("a", "Quan hệ mạnh, có ích"), new("b", "Quan hệ yếu hoặc thất thường"), new("c", "Quan hệ căng thẳng"), new("d", "Hướng đi của sự giúp đỡ hoặc công sức"), new("e", "Người đã mất")],
            Feedback = "Hãy vẽ cùng thân chủ và hỏi ý nghĩa của từng đường nối, đừng tự đoán.",
        }),
        Draft(2, "Nắm trình tự quản lý trường hợp", new Ordering
        {
            Prompt = "Sắp xếp các bước quản lý trường hợp theo đúng trình tự.",
            Items = [new("a", "Tiếp nhận và xin đồng thuận"), new("b", "Đánh giá nhu cầu và nguy cơ"), new("c", "Lập kế hoạch cùng thân chủ"), new("d", "Kết nối và chuyển gửi"), new("e", "Theo dõi, lượng giá và kết thúc")],
            Scoring = OrderingScoring.RelativeOrder,
            Feedback = "Khi hoàn cảnh thay đổi, ta quay lại bước đánh giá rồi điều chỉnh kế hoạch.",
        }),
        Draft(1, "Tính được mức trợ giúp còn thiếu", new Numeric
        {
            Prompt = "Chị Hạnh cần 2,4 triệu đồng mỗi tháng để thuê người trông bà Sáu ban ngày. Hội phụ nữ phường hỗ trợ 900 nghìn đồng, chị tự lo được 850 nghìn đồng. Mỗi tháng còn thiếu bao nhiêu **nghìn đồng**?",
            Answers = [new("650"), new("650", "50", Fraction: 0.5m, Feedback: "Gần đúng, anh/chị tính lại phần đã có.")],
            Feedback = "2.400 − 900 − 850 = 650 (nghìn đồng).",
        }),
        Draft(2, "Ước lượng khối lượng công việc", new Calculated
        {
            Prompt = "Một nhân viên phụ trách {ca} ca. Mỗi ca cần thăm {lan} lần trong một tháng, mỗi lần mất 1,5 giờ kể cả đi lại. Mỗi tháng người ấy cần bao nhiêu giờ để thăm?",
            Variables = [new("ca", 8, 20, 0), new("lan", 2, 4, 0)],
            Answers = [new("{ca} * {lan} * 1.5", Tolerance: 0.1, Kind: ToleranceKind.Absolute, Decimals: 1)],
            Units = [new("giờ")],
            Feedback = "Số ca × số lần thăm × 1,5 giờ. Con số này nên có trong buổi kiểm huấn khi bàn về khối lượng công việc.",
        }),
        Draft(2, "Viết mục tiêu SMART", new Cloze
        {
            Prompt = "Mục tiêu của chị Hạnh: “Từ ngày 01/9, Bảo đi học ít nhất 4 buổi mỗi tuần”. Mục tiêu này đo được nhờ con số [[1]] buổi. Chữ **T** trong SMART nhắc ta ghi rõ [[2]]. Người quyết định sau cùng về mục tiêu là [[3]]",
            Gaps =
            [
                new(1m, new Numeric { Prompt = "", Answers = [new("4")] }),
                new(1m, new ShortText { Prompt = "", Answers = ["thời hạn", "thời gian", "mốc thời gian"], DiacriticsSensitive = false }),
                new(1m, new SingleChoice { Prompt = "", Options = [new("a", "thân chủ", true), new("b", "người quản lý trường hợp", false), new("c", "cơ sở cung cấp dịch vụ", false)] }, GapDisplay.List),
            ],
            Feedback = "Mục tiêu của thân chủ phải do thân chủ chọn; ta giúp họ nói cho rõ.",
        }),
        Draft(1, "Giải thích giới hạn bảo mật", new GapSelect
        {
            Prompt = "“Những gì chị kể, em sẽ giữ [[1]]. Nhưng nếu chị hoặc cháu gặp [[2]], em phải báo cho người có trách nhiệm. Trước khi chia sẻ với nơi khác, em sẽ xin [[3]] của chị.”",
            Choices = [new("a", "kín"), new("b", "nguy hiểm"), new("c", "sự đồng ý"), new("d", "khó khăn"), new("e", "chữ ký của phường")],
            Gaps = ["a", "b", "c"],
            Drag = true,
            Feedback = "Nói giới hạn bảo mật ngay từ buổi đầu, bằng lời dễ hiểu.",
        }),
        Draft(2, "Nhận ra mối quan hệ đang rút sức của gia đình", new Hotspot
        {
            Prompt = "Xem sơ đồ sinh thái của gia đình chị Hạnh. Hãy chỉ ra hai nơi có quan hệ **căng thẳng**, đang lấy đi sức lực của gia đình.",
            Image = ecomap,
            ImageText = "Sơ đồ sinh thái: gia đình chị Hạnh ở giữa, nối với cô Năm và cô giáo bằng nét liền đậm, với trạm y tế và anh Dũng bằng nét đứt, với chủ nợ và xưởng may bằng nét dích dắc",
            Areas =
            [
                new("a", "Cô Năm, chủ trọ", AreaShape.Ellipse, [158, 78, 130, 56], 0m), new("b", "Cô giáo của Bảo", AreaShape.Ellipse, [802, 78, 130, 56], 0m),
                new("c", "Trạm y tế phường", AreaShape.Ellipse, [158, 232, 130, 56], 0m), new("d", "Chủ nợ", AreaShape.Ellipse, [802, 232, 130, 56], 0.5m),
                new("e", "Anh Dũng, anh ruột ở quê", AreaShape.Ellipse, [158, 386, 130, 56], 0m), new("f", "Xưởng may, nơi làm việc", AreaShape.Ellipse, [802, 386, 130, 56], 0.5m),
            ],
            MostPoints = 2,
            Feedback = "Nét dích dắc là quan hệ căng thẳng. Đó cũng là gợi ý cho phần việc đầu tiên của kế hoạch.",
        }),
        Draft(3, "Phân tích ca và đề xuất bước tiếp theo", new Essay
        {
            Prompt = "Tuần thứ tư, Bảo nghỉ học ba ngày vì người trông bà phải về quê. Anh/chị sẽ trao đổi với chị Hạnh thế nào và điều chỉnh kế hoạch ra sao?",
            FewestWords = 150, MostWords = 400,
            MarkingNotes = "Tìm hiểu lý do trước khi kết luận; giữ quyền quyết định của thân chủ; có phương án dự phòng cụ thể; hẹn ngày theo dõi.",
            Rubric =
            [
                new("a", "Tìm hiểu và lắng nghe", 40m, [new("Chưa thể hiện", 0m), new("Có nhưng chưa rõ", 0.5m), new("Rõ ràng, tôn trọng", 1m)]),
                new("b", "Điều chỉnh kế hoạch khả thi", 60m, [new("Chưa có", 0m), new("Có nhưng chung chung", 0.5m), new("Cụ thể, có phương án dự phòng", 1m)]),
            ],
        }),
    ];

    private static QuestionDraft Draft(int difficulty, string outcome, QuestionDefinition definition) => new(Category, difficulty, outcome, definition);
}
