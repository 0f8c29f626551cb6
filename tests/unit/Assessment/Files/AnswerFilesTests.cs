using System.Text;
using Lms.Assessment.Attempts;
using Lms.Assessment.Attempts.Files;
using Lms.Assessment.Marking;
using Lms.Assessment.Papers;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;
using Lms.Assessment.Scoring;
using Lms.Data;
using Lms.UnitTests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MarkingFace = Lms.Assessment.Marking.Marking;

namespace Lms.UnitTests.Assessment.Files;

public sealed class AnswerFilesTests
{
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.7 bài một"), OtherPdf = Encoding.ASCII.GetBytes("%PDF-1.7 bài hai");

    [Theory, EveryDatabase]
    public async Task A_file_is_part_of_the_answer_with_its_receipt_and_the_same_bytes_add_nothing(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var (attempt, learner) = await SitAsync(db);
        var first = await AddAsync(db, attempt, learner, "Kế hoạch.PDF", Pdf);
        Assert.Equal((FileOutcome.Saved, "Kế hoạch.pdf", "application/pdf", (long)Pdf.Length, 64),
            Assert.Single(first.Files) is var f ? (first.Outcome, f.Name, f.ContentType, f.Bytes, f.Sha256.Length) : default);
        db.Clock.Advance(TimeSpan.FromMinutes(1));
        var again = await AddAsync(db, attempt, learner, "tên khác.pdf", Pdf);
        Assert.Equal(first.SavedAt, again.SavedAt);
        Assert.Equal(first.Files, again.Files);
        Assert.Equal(1, await Sample.StepsAsync(db));

        var shown = Assert.IsType<FilesResponse>((await Sample.ShowAsync(db, attempt, learner)).Slots[0].Response);
        Assert.Equal(first.Files, shown.Files);
        var held = (await db.UseAsync<AnswerFiles, HeldFile?>(x => x.FindAsync(attempt, first.Files[0].Key)))!;
        Assert.Equal((learner, 1, AttemptState.InProgress), (held.LearnerKey, held.Slot, held.State));
        Assert.Equal(Pdf, await db.UseAsync<AnswerFiles, byte[]?>(x => x.BytesAsync(held.Key)));
        Assert.Null(await db.UseAsync<AnswerFiles, HeldFile?>(x => x.FindAsync(PublicCode.New(), held.Key)));
    }

    [Theory, EveryDatabase]
    public async Task Taking_a_file_back_is_a_step_and_the_file_is_no_longer_to_be_had(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var (attempt, learner) = await SitAsync(db);
        var one = (await AddAsync(db, attempt, learner, "a.pdf", Pdf)).Files[0];
        await AddAsync(db, attempt, learner, "b.pdf", OtherPdf);
        var removed = await db.UseAsync<AnswerFiles, FileReceipt>(x => x.RemoveAsync(attempt, learner, 1, one.Key));
        Assert.Equal(["b.pdf"], removed.Files.Select(f => f.Name));
        Assert.Equal(3, await Sample.StepsAsync(db));
        Assert.Null(await db.UseAsync<AnswerFiles, HeldFile?>(x => x.FindAsync(attempt, one.Key)));
        Assert.Equal([one.Key], (await AddAsync(db, attempt, learner, "a.pdf", Pdf)).Files.Skip(1).Select(f => f.Key));
        Assert.Equal(2, await db.UseAsync<LmsDb, int>(d => d.Set<StoredAnswerFile>().CountAsync()));
    }

    [Theory, EveryDatabase]
    public async Task What_a_question_or_an_attempt_does_not_take_is_refused_and_leaves_nothing(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var (attempt, learner) = await SitAsync(db, new FileUpload { Prompt = "Nộp", MostFiles = 2, MostBytes = 100, Extensions = [".pdf", ".docx", ".psd"] });
        Assert.Equal(FileOutcome.TypeNotTaken, await OutcomeAsync("a.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]));
        Assert.Equal(FileOutcome.ContentDoesNotMatchName, await OutcomeAsync("a.docx", Pdf));
        Assert.Equal(FileOutcome.ContentDoesNotMatchName, await OutcomeAsync("a.pdf", "<script>alert(1)</script>"u8.ToArray()));
        Assert.Equal(FileOutcome.ContentDoesNotMatchName, await OutcomeAsync("a.psd", "MZ program"u8.ToArray()));
        Assert.Equal(FileOutcome.TooLarge, await OutcomeAsync("a.pdf", [.. Pdf, .. new byte[100]]));
        Assert.Equal(FileOutcome.Empty, await OutcomeAsync("a.pdf", []));
        Assert.Equal(FileOutcome.NoSuchSlot, (await AddAsync(db, attempt, learner, "a.pdf", Pdf, slot: 2)).Outcome);
        Assert.Equal(FileOutcome.NoSuchSlot, (await AddAsync(db, attempt, learner, "a.pdf", Pdf, slot: 9)).Outcome);
        Assert.Equal(FileOutcome.NotFound, (await AddAsync(db, attempt, Guid.NewGuid(), "a.pdf", Pdf)).Outcome);
        Assert.Equal((0, 0), (await Sample.StepsAsync(db), await db.UseAsync<LmsDb, int>(d => d.Set<StoredAnswerFile>().CountAsync())));

        Assert.Equal(FileOutcome.Saved, await OutcomeAsync("a.pdf", Pdf));
        Assert.Equal(FileOutcome.Saved, await OutcomeAsync("b.psd", "8BPS hình"u8.ToArray()));
        Assert.Equal(FileOutcome.TooManyFiles, await OutcomeAsync("c.pdf", OtherPdf));
        // A key that somebody made up, or another's, answers nothing.
        Assert.Equal(AnswerOutcome.MalformedResponse, (await Sample.AnswerAsync(db, attempt, learner, new GivenAnswer(1, new FilesResponse([new AnswerFile(Guid.NewGuid(), "x.pdf", 1)])))).Outcome);

        async Task<FileOutcome> OutcomeAsync(string name, byte[] bytes) => (await AddAsync(db, attempt, learner, name, bytes)).Outcome;
    }

    [Theory, EveryDatabase]
    public async Task Files_taken_back_count_towards_what_an_attempt_may_hold(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var (attempt, learner) = await SitAsync(db);
        for (var n = 0; n < AnswerFiles.MostOfAttempt; n++)
        {
            var receipt = await AddAsync(db, attempt, learner, "a.pdf", [.. Pdf, (byte)n]);
            await db.UseAsync<AnswerFiles, FileReceipt>(x => x.RemoveAsync(attempt, learner, 1, receipt.Files[0].Key));
        }

        Assert.Equal(FileOutcome.AttemptFull, (await AddAsync(db, attempt, learner, "a.pdf", OtherPdf)).Outcome);
        Assert.Equal(FileOutcome.Saved, (await AddAsync(db, attempt, learner, "a.pdf", [.. Pdf, 7])).Outcome);
    }

    [Theory, EveryDatabase]
    public async Task After_the_deadline_or_the_hand_in_no_file_comes_or_goes(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var (attempt, learner) = await SitAsync(db);
        var file = (await AddAsync(db, attempt, learner, "a.pdf", Pdf)).Files[0];
        Assert.Equal(HandInOutcome.AwaitingMarking, await Sample.HandInAsync(db, attempt, learner));
        Assert.Equal(FileOutcome.AlreadyHandedIn, (await AddAsync(db, attempt, learner, "b.pdf", OtherPdf)).Outcome);
        Assert.Equal(FileOutcome.AlreadyHandedIn, (await db.UseAsync<AnswerFiles, FileReceipt>(x => x.RemoveAsync(attempt, learner, 1, file.Key))).Outcome);

        var (second, other) = await SitAsync(db);
        db.Clock.Advance(TimeSpan.FromMinutes(45));
        Assert.Equal(FileOutcome.Saved, (await AddAsync(db, second, other, "a.pdf", Pdf)).Outcome);
        db.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(FileOutcome.TooLate, (await AddAsync(db, second, other, "b.pdf", OtherPdf)).Outcome);
    }

    [Theory, EveryDatabase]
    public async Task Files_and_answers_sent_at_once_are_all_kept_and_the_limit_holds(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var (attempt, learner) = await SitAsync(db);
        var sent = Enumerable.Range(0, 5).Select(n => Task.Run(() => AddAsync(db, attempt, learner, $"{n}.pdf", [.. Pdf, (byte)n])));
        var same = Enumerable.Range(0, 2).Select(_ => Task.Run(() => AddAsync(db, attempt, learner, "0.pdf", [.. Pdf, 0])));
        var receipts = await Task.WhenAll(sent.Concat(same));
        var answered = await Sample.AnswerAsync(db, attempt, learner, new GivenAnswer(2, new ChoiceResponse(["a"])));
        Assert.Equal(AnswerOutcome.Saved, answered.Outcome);
        Assert.All(receipts, r => Assert.True(r.Outcome is FileOutcome.Saved or FileOutcome.TooManyFiles));
        var standing = ((FilesResponse)(await Sample.ShowAsync(db, attempt, learner)).Slots[0].Response!).Files;
        Assert.Equal((3, 3), (standing.Count, await db.UseAsync<LmsDb, int>(d => d.Set<StoredAnswerFile>().CountAsync())));
    }

    [Theory, EveryDatabase]
    public async Task A_file_that_was_acknowledged_is_in_what_was_handed_in(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        for (var n = 0; n < 5; n++)
        {
            var (attempt, learner) = await SitAsync(db);
            await AddAsync(db, attempt, learner, "a.pdf", Pdf);
            var late = Task.Run(() => AddAsync(db, attempt, learner, "b.pdf", OtherPdf));
            var handed = Task.Run(() => Sample.HandInAsync(db, attempt, learner));
            await Task.WhenAll(late, handed);
            var script = (await db.UseAsync<MarkingFace, Script?>(m => m.ScriptAsync(new ScriptAddress(attempt, 1), Guid.NewGuid())))!;
            Assert.Equal((await late).Outcome == FileOutcome.Saved ? 2 : 1, Assert.IsType<FilesResponse>(script.Response).Files.Count);
        }
    }

    [Theory, EveryDatabase]
    public async Task Files_are_marked_by_hand_and_the_result_stands_when_it_is_computed_again(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var (attempt, learner) = await SitAsync(db);
        await AddAsync(db, attempt, learner, "a.pdf", Pdf);
        await Sample.AnswerAsync(db, attempt, learner, new GivenAnswer(2, new ChoiceResponse(["a"])));
        await Sample.HandInAsync(db, attempt, learner);
        Assert.Equal(MarkOutcome.Graded, await db.UseAsync<MarkingFace, MarkOutcome>(m => m.MarkAsync(new ScriptAddress(attempt, 1), Guid.NewGuid(), new NewMark(new Points(50), [], ""))));
        await foreach (var mismatch in db.Scope().ServiceProvider.GetRequiredService<ExamResults>().RecomputeAsync()) Assert.Fail($"{mismatch}");
        var review = (await Sample.ReviewAsync(db, attempt, learner))!;
        Assert.Equal((150, MarkReason.PartlyRight), (review.Score!.Value.Hundredths, review.Slots[0].Reason));
        Assert.Equal("a.pdf", Assert.Single(Assert.IsType<FilesResponse>(review.Slots[0].Response).Files).Name);
    }

    [Theory, EveryDatabase]
    public async Task However_many_files_there_are_one_more_costs_the_same(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var (attempt, learner) = await SitAsync(db, new FileUpload { Prompt = "Nộp", MostFiles = 20 });
        await AddAsync(db, attempt, learner, "0.pdf", [.. Pdf, 0]);
        var second = await QueryCounter.CountAsync(() => AddAsync(db, attempt, learner, "1.pdf", [.. Pdf, 1]));
        for (var n = 2; n < 15; n++) await AddAsync(db, attempt, learner, $"{n}.pdf", [.. Pdf, (byte)n]);
        var last = await QueryCounter.CountAsync(() => AddAsync(db, attempt, learner, "z.pdf", [.. Pdf, 99]));
        Assert.Equal(second, last);
    }

    [Theory]
    [InlineData("../../etc/bài.pdf", "bài.pdf")]
    [InlineData("C:\\Users\\lan\\bài.pdf", "bài.pdf")]
    [InlineData("bài\r\nSet-Cookie: x.pdf", "bàiSet-Cookie x.pdf")]
    [InlineData("exe\u202Efdp.pdf", "exefdp.pdf")]
    [InlineData("<script>\"'.pdf", "script'.pdf")]
    [InlineData(".pdf", "tep.pdf")]
    [InlineData(" . .pdf", "tep.pdf")]
    [InlineData("trò chơi.PDF", "trò chơi.pdf")]
    public void A_name_is_only_a_name(string sent, string kept) =>
        Assert.Equal(kept, SentFile.Of(sent, Pdf, new FileLimits(1, 1000, [".pdf"])).File!.Name);

    [Theory]
    [InlineData("a.txt", "bài làm", "text/plain; charset=utf-8")]
    [InlineData("a.txt", "<html><script>", "text/plain; charset=utf-8")]
    [InlineData("a.csv", "a;b", "text/plain; charset=utf-8")]
    [InlineData("a.rtf", "{\\rtf1", "application/rtf")]
    [InlineData("a.html", "<html>", null)]
    [InlineData("a.svg", "<svg/>", null)]
    [InlineData("a.exe", "MZ", null)]
    [InlineData("a.pdf.exe", "MZ", null)]
    [InlineData("a.zip", "PK\u0003\u0004", null)]
    [InlineData("a", "%PDF-1.4", null)]
    public void Without_a_list_of_its_own_a_question_takes_the_usual_types_only(string name, string content, string? type) =>
        Assert.Equal(type, SentFile.Of(name, Encoding.UTF8.GetBytes(content), new FileLimits(1, 1000, [])).File?.ContentType);

    private static Task<FileReceipt> AddAsync(TestDatabase db, PublicCode attempt, Guid learner, string name, byte[] bytes, int slot = 1) =>
        db.UseAsync<AnswerFiles, FileReceipt>(f => f.AddAsync(attempt, learner, slot, name, new MemoryStream(bytes)));

    /// <summary>Slot 1 asks for three files, or as given; slot 2 is a choice.</summary>
    private static async Task<(PublicCode Attempt, Guid Learner)> SitAsync(TestDatabase db, FileUpload? upload = null)
    {
        var bank = await Sample.BankAsync(db, new QuestionDraft("Tệp", 2, "", upload ?? new FileUpload { Prompt = "Nộp kế hoạch.", MostFiles = 3 }), Sample.Single());
        var exam = await Sample.ExamAsync(db, Sample.Paper(bank) with
        {
            Review = new ReviewPolicy { WhileOpen = ReviewDetail.All },
            Sections = [new() { Draws = [new(bank, "Tệp", null, 1, new(100))] }, new() { Draws = [new(bank, "Tham vấn", null, 1, new(100))] }],
        });
        var learner = Guid.NewGuid();
        return (await Sample.StartAsync(db, exam, learner), learner);
    }
}
