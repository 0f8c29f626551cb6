using Lms.Assessment;
using Lms.Assessment.Papers;
using Lms.Assessment.Papers.Drawing;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;
using Lms.Assessment.Scoring;

namespace Lms.UnitTests.Assessment;

/// <summary>What was stored in the first release, to the letter. Frozen documents are read for decades; these strings never change.</summary>
public sealed class StoredFormsTests
{
    [Fact]
    public void A_question_frozen_in_the_first_release_is_still_read()
    {
        var draft = QuestionBody.Read("""{"category":"Quản lý ca","difficulty":2,"outcome":"","definition":{"type":"multipleResponse","options":[{"id":"a","text":"Đánh giá","correct":true,"feedback":""},{"id":"b","text":"Xử phạt","correct":false,"feedback":"Không"}],"scoring":"allOrNothing","prompt":"Việc nào?","feedback":"Xem bài 2"}}""");
        var question = Assert.IsType<MultipleResponse>(draft.Definition);
        Assert.Equal(("Quản lý ca", 2, "Việc nào?", "Xem bài 2", MultipleScoring.AllOrNothing), (draft.Category, draft.Difficulty, question.Prompt, question.Feedback, question.Scoring));
        Assert.Equal([new ChoiceOption("a", "Đánh giá", true), new ChoiceOption("b", "Xử phạt", false, "Không")], question.Options);
        Assert.IsType<SingleChoice>(QuestionBody.Read("""{"category":"x","difficulty":1,"outcome":"","definition":{"type":"singleChoice","options":[],"prompt":"?"}}""").Definition);
        Assert.True(Assert.IsType<TrueFalse>(QuestionBody.Read("""{"category":"x","difficulty":1,"outcome":"","definition":{"type":"trueFalse","correct":true,"prompt":"?"}}""").Definition).Correct);
        Assert.Equal(["một"], Assert.IsType<ShortText>(QuestionBody.Read("""{"category":"x","difficulty":1,"outcome":"","definition":{"type":"shortText","answers":["một"],"caseSensitive":false,"diacriticsSensitive":true,"prompt":"?"}}""").Definition).Answers);
    }

    [Fact]
    public void A_paper_frozen_in_the_first_release_is_still_read()
    {
        var body = AssessmentJson.Read<PaperBody>("""{"content":{"title":"Đề","instructions":"","sections":[{"title":"I","draws":[{"bankKey":"01900000-0000-7000-8000-000000000001","category":"Tham vấn","difficulty":null,"count":1,"pointsEach":50}]}],"timeLimitMinutes":30,"passMarkPercent":60,"attemptsAllowed":2,"questionsPerPage":5,"shuffleQuestions":false,"shuffleOptions":true,"review":{"whileOpen":"score, responses","afterClosing":"all"}},"pool":[["01900000-0000-7000-8000-000000000002"]]}""");
        Assert.Equal(new Points(50), body.Content.Sections[0].Draws[0].PointsEach);
        Assert.Equal(ReviewDetail.Score | ReviewDetail.Responses, body.Content.Review.WhileOpen);
        Assert.Equal([new Guid("01900000-0000-7000-8000-000000000002")], body.Pool[0]);
        Assert.Equal((30, 60, 2, 5, false, true), (body.Content.TimeLimitMinutes, body.Content.PassMarkPercent, body.Content.AttemptsAllowed, body.Content.QuestionsPerPage, body.Content.ShuffleQuestions, body.Content.ShuffleOptions));
    }

    [Fact]
    public void Responses_are_stored_without_names_and_compare_by_what_is_stored()
    {
        Assert.Equal("""["a","c"]""", ResponseJson.Write(new ChoiceResponse(["a", "c"])));
        Assert.Equal("\"tham vấn\"", ResponseJson.Write(new TextResponse("tham vấn")));
        Assert.Equal(["a", "c"], Assert.IsType<ChoiceResponse>(ResponseJson.Read("""["a","c"]""")).OptionIds);
        Assert.Equal("\"[\\n", Assert.IsType<TextResponse>(ResponseJson.Read(ResponseJson.Write(new TextResponse("\"[\\n")))).Text);
    }

    [Fact]
    public void A_question_written_today_is_read_back_the_same()
    {
        foreach (var draft in (QuestionDraft[])[Sample.Single(), Sample.Multiple(), Sample.Statement(), Sample.Text()])
            Assert.Equal(QuestionBody.Write(draft), QuestionBody.Write(QuestionBody.Read(QuestionBody.Write(draft))));
    }

    [Fact]
    public void Decomposed_text_is_stored_composed()
    {
        var decomposed = Sample.Single() with { Definition = new TrueFalse { Prompt = "Tham vấn là gì?".Normalize(System.Text.NormalizationForm.FormD), Correct = true } };
        Assert.Equal("Tham vấn là gì?", QuestionBody.Read(QuestionBody.Write(decomposed)).Definition.Prompt);
    }
}
