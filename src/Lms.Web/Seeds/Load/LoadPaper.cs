using Lms.Assessment.Papers;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;
using Lms.Assessment.Scoring;
using Lms.Content.Media;
using Lms.Publishing;

namespace Lms.Web.Seeds.Load;

/// <summary>
/// The paper of the big class: 16 questions on 8 pages, 4 of them with a picture, which is how exam engines are commonly
/// measured. Its pictures are those the demo's courses have brought along.
/// </summary>
internal sealed class LoadPaper(QuestionBanks banks, Papers papers, MediaLibrary media)
{
    private const string Title = "Đề thi của lớp tải", Category = "Tải";
    private const int Questions = 16, APage = 2, WithPicture = 4;

    public async Task<Guid> PublishAsync(Guid institutionKey)
    {
        var pictures = (await media.ListAsync(institutionKey)).Where(f => f.ContentType == "image/png").Select(f => $"/media/{f.Code}/{f.FileName}").ToList();
        var bankKey = await banks.CreateAsync("Ngân hàng của lớp tải", institutionKey, null);
        var drafts = Enumerable.Range(0, Questions).Select(i => new QuestionDraft(Category, 1, "", Question(i, Picture(pictures, i)))).ToList();
        var (outcome, keys, problems) = await banks.AddAsync(bankKey, drafts, null);
        if (outcome != QuestionOutcome.Done) throw new InvalidDataException($"The questions of the load paper were refused: {string.Join(", ", problems)}.");
        await banks.MoveAsync(keys, PublishAction.Submitted, null, null);
        await banks.MoveAsync(keys, PublishAction.Published, null, null);

        var (_, paperKey, _) = await papers.CreateAsync(institutionKey, new PaperContent
        {
            Title = Title, TimeLimitMinutes = 45, AttemptsAllowed = 1, QuestionsPerPage = APage,
            Sections = [new PaperSection { Draws = [new PaperDraw(bankKey, Category, null, Questions, Points.Of(1m))] }],
        }, null);
        await papers.MoveAsync(paperKey, PublishAction.Submitted, null, null);
        var (published, reasons) = await papers.MoveAsync(paperKey, PublishAction.Published, null, null);
        if (published != PaperOutcome.Done) throw new InvalidDataException($"The load paper was refused: {string.Join(", ", reasons)}.");
        return paperKey;
    }

    private static string Picture(List<string> pictures, int index) =>
        index % (Questions / WithPicture) == 0 && pictures.Count > 0 ? $"\n\n![Sơ đồ của ca {index + 1}]({pictures[index / (Questions / WithPicture) % pictures.Count]})" : "";

    private static QuestionDefinition Question(int index, string picture) => (index % 4) switch
    {
        0 or 1 => new SingleChoice { Prompt = $"Câu {index + 1}. Ở bước này của ca, việc nào nhân viên công tác xã hội cần làm trước?{picture}", Options = Options(index, 1) },
        2 => new MultipleResponse { Prompt = $"Câu {index + 1}. Những việc nào thuộc bước đánh giá nhu cầu của thân chủ?{picture}", Options = Options(index, 2) },
        _ => new ShortText { Prompt = $"Câu {index + 1}. Tên gọi của sơ đồ thể hiện quan hệ giữa gia đình và các hệ thống xung quanh là gì?{picture}", Answers = ["sơ đồ sinh thái", "ecomap"], DiacriticsSensitive = false },
    };

    private static ChoiceOption[] Options(int index, int right) =>
        [.. Enumerable.Range(1, 4).Select(i => new ChoiceOption($"{(char)('a' + i - 1)}", $"Phương án {i} của câu {index + 1}: trao đổi với thân chủ, ghi chép lại và hẹn ngày theo dõi", i <= right))];
}
