using Lms.Assessment.Papers;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Cases;
using Lms.Assessment.Questions.Types;
using Lms.Assessment.Scoring;
using Lms.Content.Courses;
using Lms.Publishing;

namespace Lms.Web.Seeds.Demo;

/// <summary>
/// A case study with its questions and a paper to practise on, and something that waits for the reviewer: new questions, and a
/// lesson added to a course. Their categories are none of those the course's exam draws from.
/// </summary>
internal sealed class DemoReview(Courses courses, QuestionBanks banks, CaseStudies cases, BankSettings settings, Papers papers)
{
    private const string CaseCategory = "Bài tập tình huống", NewCategory = "Câu mới chờ duyệt", Source = "Tình huống giả định, dùng cho buổi thảo luận nhóm";

    private const string Story = """
        Chị H., 34 tuổi, làm công nhân, một mình nuôi con gái 9 tuổi. Hai tháng nay chị mất việc, chậm tiền thuê trọ.
        Tổ trưởng khu phố giới thiệu chị đến trung tâm công tác xã hội. Trong buổi gặp đầu tiên, chị nói:

        > Tôi không muốn ai biết chuyện này. Nếu phải khai với phường thì thôi, tôi tự lo.

        Con gái chị có vết bầm ở cánh tay và im lặng suốt buổi.
        """;

    public async Task SeedAsync(SeededCourse course, Guid author, Guid reviewer)
    {
        var (_, study, _) = await cases.AddAsync(course.BankKey, new CaseDraft("Buổi gặp đầu tiên với chị H.", Story), author);
        var keys = await AddAsync(course.BankKey, OfCase(study), author);
        await cases.MoveAsync(study, PublishAction.Submitted, null, author);
        await cases.MoveAsync(study, PublishAction.Published, null, reviewer);
        await banks.MoveAsync(keys, PublishAction.Submitted, null, author);
        await banks.MoveAsync(keys, PublishAction.Published, null, reviewer);
        await PublishPaperAsync(course, author, reviewer);
        await settings.ShareAsync(course.BankKey, new BankShares(true, []));

        await banks.MoveAsync(await AddAsync(course.BankKey, New(), author), PublishAction.Submitted, "Nhờ anh/chị xem giúp phần phản hồi.", author);
        if (await courses.DraftAsync(course.CourseKey) is not { } draft) return;
        var last = draft.Content.Modules[^1];
        var lesson = new LessonContent { Id = "on-tap", Title = "Ôn tập và tự đánh giá", Minutes = 20, Parts = [new MarkdownLessonPart("## Tự đánh giá\n\nAnh/chị hãy ghi lại ba điều đã áp dụng được vào công việc và một điều còn vướng mắc.")] };
        await courses.SaveAsync(course.CourseKey, draft.Revision, draft.Content with { Modules = [.. draft.Content.Modules.SkipLast(1), last with { Lessons = [.. last.Lessons, lesson] }] }, author);
        await courses.MoveAsync(course.CourseKey, PublishAction.Submitted, "Thêm bài ôn tập vào học phần cuối.", author);
    }

    private async Task<IReadOnlyList<Guid>> AddAsync(Guid bank, QuestionDraft[] drafts, Guid author)
    {
        var (outcome, keys, problems) = await banks.AddAsync(bank, drafts, author);
        return outcome == QuestionOutcome.Done ? keys : throw new InvalidDataException($"The demo's questions were refused: {string.Join(", ", problems)}.");
    }

    private async Task PublishPaperAsync(SeededCourse course, Guid author, Guid reviewer)
    {
        var content = new PaperContent
        {
            Title = "Luyện tập: bài tập tình huống", Instructions = "Một tình huống và ba câu hỏi đi kèm. Đề này để luyện tập, không dùng để xét cấp chứng chỉ.",
            TimeLimitMinutes = 15, AttemptsAllowed = 3, QuestionsPerPage = 2,
            Sections = [new PaperSection { Draws = [new PaperDraw(course.BankKey, CaseCategory, null, 3, Points.Of(1m))] }],
            Review = new ReviewPolicy { WhileOpen = ReviewDetail.All, AfterClosing = ReviewDetail.All },
        };
        var (_, paper, _) = await papers.CreateAsync(course.InstitutionKey, content, author);
        await papers.MoveAsync(paper, PublishAction.Submitted, null, author);
        var (published, reasons) = await papers.MoveAsync(paper, PublishAction.Published, null, reviewer);
        if (published != PaperOutcome.Done) throw new InvalidDataException($"The demo's case paper was refused: {string.Join(", ", reasons)}.");
    }

    private static QuestionDraft[] OfCase(Guid study) =>
    [
        new(CaseCategory, 2, "Nói rõ giới hạn bảo mật ngay từ đầu", new SingleChoice
        {
            Prompt = "Nhân viên xã hội nên đáp lại lời chị H. thế nào?", Feedback = "Bảo mật có giới hạn, và thân chủ cần biết giới hạn đó trước khi kể tiếp.",
            Options =
            [
                new("a", "Hứa giữ kín mọi điều chị kể", false, "Không thể hứa điều luật không cho phép."),
                new("b", "Giải thích điều gì được giữ kín và khi nào buộc phải báo, rồi hỏi chị có muốn tiếp tục", true),
                new("c", "Bỏ qua, chuyển sang hỏi về việc làm", false, "Nỗi lo của chị chưa được lắng nghe."),
            ],
        }) { CaseKey = study, Tags = ["bảo mật", "tiếp nhận"], Level = CognitiveLevel.Apply, Source = Source },
        new(CaseCategory, 3, "Nhận diện dấu hiệu trẻ em có thể bị xâm hại", new MultipleResponse
        {
            Prompt = "Những dấu hiệu nào ở con gái chị H. cần được đánh giá thêm?",
            Options = [new("a", "Vết bầm ở cánh tay", true), new("b", "Im lặng suốt buổi gặp", true), new("c", "Em 9 tuổi", false), new("d", "Em đi cùng mẹ", false)],
        }) { CaseKey = study, Tags = ["trẻ em", "đánh giá nguy cơ"], Level = CognitiveLevel.Analyse, Source = Source },
        new(CaseCategory, 1, "Biết đường dây hỗ trợ trẻ em", new ShortText
        {
            Prompt = "Tổng đài điện thoại quốc gia bảo vệ trẻ em có số nào?", Answers = ["111"], Feedback = "Tổng đài 111 hoạt động 24/7, miễn phí cuộc gọi.",
        }) { CaseKey = study, Tags = ["trẻ em"], Level = CognitiveLevel.Remember, Source = "Luật Trẻ em 2016" },
    ];

    private static QuestionDraft[] New() =>
    [
        new(NewCategory, 1, "Nêu được các bên tham gia", new TrueFalse { Prompt = "Thân chủ có quyền từ chối một dịch vụ được giới thiệu.", Correct = true, Feedback = "Quyền tự quyết của thân chủ." }) { Tags = ["quyền tự quyết"], Level = CognitiveLevel.Remember },
        new(NewCategory, 2, "Vận dụng nguyên tắc lắng nghe", new SingleChoice
        {
            Prompt = "Khi thân chủ khóc trong buổi gặp, phản ứng nào phù hợp trước tiên?",
            Options = [new("a", "Im lặng, ở bên và cho thân chủ thời gian", true, "Sự hiện diện có ý nghĩa hơn lời khuyên."), new("b", "Đổi sang chuyện vui", false), new("c", "Kết thúc buổi gặp", false)],
        }) { Tags = ["lắng nghe"], Level = CognitiveLevel.Apply },
        new(NewCategory, 3, "Phân tích giới hạn nghề nghiệp", new SingleChoice
        {
            Prompt = "Thân chủ mời nhân viên xã hội dự tiệc sinh nhật gia đình. Điều gì cần cân nhắc nhất?",
            Options = [new("a", "Ranh giới nghề nghiệp và ảnh hưởng đến tiến trình giúp đỡ", true), new("b", "Món quà nên mang theo", false), new("c", "Giờ giấc của buổi tiệc", false)],
        }) { Tags = ["ranh giới", "đạo đức nghề"], Level = CognitiveLevel.Analyse },
    ];
}
