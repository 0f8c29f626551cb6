using Lms.Assessment.Attempts;
using Lms.Assessment.Papers;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;
using Lms.Assessment.Scoring;
using Lms.Data;
using Lms.Publishing;
using Lms.UnitTests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using PaperFace = Lms.Assessment.Papers.Papers;

namespace Lms.UnitTests.Assessment;

/// <summary>Questions, papers and exams to test with. Of every sample question the right answer is known from its type.</summary>
internal static class Sample
{
    public static readonly Guid Class = new("01900000-0000-7000-8000-00000000c1a5");

    public static QuestionDraft Single(int n = 1, string category = "Tham vấn", int difficulty = 1) => new(category, difficulty, "Nêu được bước đầu", new SingleChoice
    {
        Prompt = $"Câu {n}: bước đầu tiên của tham vấn là gì?", Feedback = "Phản hồi chung",
        Options = [new("a", "Thiết lập quan hệ", true, "Phản hồi đúng"), new("b", "Kết thúc", false, "Phản hồi sai"), new("c", "Lượng giá", false), new("d", "Chuyển gửi", false)],
    });

    public static QuestionDraft Multiple(int n = 1, MultipleScoring scoring = MultipleScoring.PartialCredit) => new("Quản lý ca", 2, "", new MultipleResponse
    {
        Prompt = $"Câu {n}: những việc nào thuộc quản lý ca?", Scoring = scoring,
        Options = [new("a", "Đánh giá", true), new("b", "Lập kế hoạch", true), new("c", "Xử phạt", false), new("d", "Theo dõi", true)],
    });

    public static QuestionDraft Statement(int n = 1) => new("Đạo đức", 1, "", new TrueFalse { Prompt = $"Câu {n}: thân chủ có quyền tự quyết.", Correct = true });

    public static QuestionDraft Text(int n = 1) => new("Thuật ngữ", 3, "", new ShortText { Prompt = $"Câu {n}: người hướng dẫn thực hành gọi là gì?", Answers = ["kiểm huấn viên"] });

    /// <summary>The full answer to a sample question.</summary>
    public static Response Right(ShownQuestion question) => question.Type switch
    {
        QuestionType.SingleChoice => new ChoiceResponse(["a"]),
        QuestionType.MultipleResponse => new ChoiceResponse(["a", "b", "d"]),
        QuestionType.TrueFalse => new ChoiceResponse(["true"]),
        QuestionType.ShortText => new TextResponse("Kiểm huấn viên"),
        _ => throw new ArgumentOutOfRangeException(nameof(question), question.Type, null),
    };

    public static Response Wrong(ShownQuestion question) => question.Type switch
    {
        QuestionType.SingleChoice => new ChoiceResponse(["b"]),
        QuestionType.MultipleResponse => new ChoiceResponse(["c"]),
        QuestionType.TrueFalse => new ChoiceResponse(["false"]),
        QuestionType.ShortText => new TextResponse("giảng viên"),
        _ => throw new ArgumentOutOfRangeException(nameof(question), question.Type, null),
    };

    /// <summary>A bank with the given questions, published; without any, ten of each type.</summary>
    public static async Task<Guid> BankAsync(TestDatabase db, params QuestionDraft[] drafts)
    {
        if (drafts.Length == 0)
            drafts = [.. Enumerable.Range(1, 10).Select(n => Single(n)), .. Enumerable.Range(1, 10).Select(n => Multiple(n)), .. Enumerable.Range(1, 10).Select(Statement), .. Enumerable.Range(1, 10).Select(Text)];
        var bank = await db.UseAsync<QuestionBanks, Guid>(b => b.CreateAsync("Ngân hàng mẫu", null, null));
        var (outcome, keys, problems) = await db.UseAsync<QuestionBanks, (QuestionOutcome, IReadOnlyList<Guid>, IReadOnlyList<QuestionProblem>)>(b => b.AddAsync(bank, drafts, null));
        Assert.True(outcome == QuestionOutcome.Done, string.Join(", ", problems));
        Assert.Equal(QuestionOutcome.Done, await db.UseAsync<QuestionBanks, QuestionOutcome>(b => b.MoveAsync(keys, PublishAction.Published, null, null)));
        return bank;
    }

    /// <summary>Two sections, eight questions, ten points; half is enough; two attempts of 45 minutes.</summary>
    public static PaperContent Paper(Guid bank) => new()
    {
        Title = "Đề cuối khóa", Instructions = "Đọc kỹ từng câu.", PassMarkPercent = 50, TimeLimitMinutes = 45, AttemptsAllowed = 2,
        Sections =
        [
            new() { Title = "Trắc nghiệm", Draws = [new(bank, "Tham vấn", null, 3, new(100)), new(bank, "Quản lý ca", null, 2, new(150))] },
            new() { Title = "Ngắn", Draws = [new(bank, "Đạo đức", null, 2, new(100)), new(bank, "Thuật ngữ", 3, 1, new(200))] },
        ],
    };

    public static async Task<Guid> PaperVersionAsync(TestDatabase db, PaperContent content)
    {
        var (_, key, _) = await db.UseAsync<PaperFace, (PaperOutcome, Guid Key, IReadOnlyList<PaperProblem>)>(p => p.CreateAsync(null, content, null));
        return await PublishAsync(db, key);
    }

    public static async Task<Guid> PublishAsync(TestDatabase db, Guid paperKey)
    {
        var (outcome, problems) = await db.UseAsync<PaperFace, (PaperOutcome, IReadOnlyList<PaperProblem>)>(p => p.MoveAsync(paperKey, PublishAction.Published, null, null));
        Assert.True(outcome == PaperOutcome.Done, string.Join(", ", problems));
        return (await db.UseAsync<PaperFace, PaperDraft?>(p => p.DraftAsync(paperKey)))!.PublishedVersionKey!.Value;
    }

    /// <summary>An exam of the sample paper that is open now and for two hours.</summary>
    public static async Task<ScheduledExam> ExamAsync(TestDatabase db, PaperContent? content = null) =>
        await ScheduleAsync(db, await PaperVersionAsync(db, content ?? Paper(await BankAsync(db))));

    public static async Task<ScheduledExam> ScheduleAsync(TestDatabase db, Guid paperVersion)
    {
        await using var scope = db.Scope();
        var exams = (Exams)scope.ServiceProvider.GetService(typeof(Exams))!;
        var exam = await exams.ScheduleAsync(new NewExam(paperVersion, "Kỳ thi cuối khóa", Class, db.Clock.Now, db.Clock.Now.AddHours(2)));
        await ((LmsDb)scope.ServiceProvider.GetService(typeof(LmsDb))!).SaveChangesAsync();
        return exam!;
    }

    public static async Task<PublicCode> StartAsync(TestDatabase db, ScheduledExam exam, Guid learner)
    {
        var (outcome, attempt) = await db.UseAsync<Exams, (StartOutcome, PublicCode?)>(e => e.StartAsync(exam.Code, learner));
        Assert.Equal(StartOutcome.Started, outcome);
        return attempt!.Value;
    }

    public static async Task<AttemptView> ShowAsync(TestDatabase db, PublicCode attempt, Guid learner) =>
        (await db.UseAsync<Exams, AttemptView?>(e => e.ShowAsync(attempt, learner)))!;

    public static Task<AnswerReceipt> AnswerAsync(TestDatabase db, PublicCode attempt, Guid learner, params GivenAnswer[] answers) =>
        db.UseAsync<Exams, AnswerReceipt>(e => e.AnswerAsync(attempt, learner, answers));

    /// <summary>Answers every slot: rightly where <paramref name="right"/> says so.</summary>
    public static async Task AnswerAllAsync(TestDatabase db, PublicCode attempt, Guid learner, Func<int, bool> right)
    {
        var view = await ShowAsync(db, attempt, learner);
        var receipt = await AnswerAsync(db, attempt, learner, [.. view.Slots.Select(s => new GivenAnswer(s.Slot, right(s.Slot) ? Right(s.Question) : Wrong(s.Question)))]);
        Assert.Equal(AnswerOutcome.Saved, receipt.Outcome);
    }

    public static Task<HandInOutcome> HandInAsync(TestDatabase db, PublicCode attempt, Guid learner) =>
        db.UseAsync<Exams, HandInOutcome>(e => e.HandInAsync(attempt, learner));

    public static Task<AttemptReview?> ReviewAsync(TestDatabase db, PublicCode attempt, Guid learner) =>
        db.UseAsync<Exams, AttemptReview?>(e => e.ReviewAsync(attempt, learner));

    /// <summary>How many steps the log of all attempts holds, closings included.</summary>
    public static Task<int> StepsAsync(TestDatabase db) => db.UseAsync<LmsDb, int>(d => d.Set<Answer>().CountAsync());
}
