using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Cases;
using Lms.Assessment.Questions.Types;
using Lms.Data;
using Lms.Publishing;
using Lms.UnitTests.Infrastructure;

namespace Lms.UnitTests.Assessment;

public sealed class BankContentsTests
{
    [Theory, EveryDatabase]
    public async Task A_bulk_is_taken_back_but_for_what_was_worked_on(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var bank = await db.UseAsync<QuestionBanks, Guid>(b => b.CreateAsync("Ngân hàng", null, null));
        var earlier = await AddAsync("Có từ trước");
        db.Clock.Advance(TimeSpan.FromMinutes(1));
        var bulk = await AddAsync("Một", "Hai", "Ba");
        await db.UseAsync<QuestionBanks, object>(async b => await b.SaveAsync(bulk[1], 0, Draft("Hai, đã sửa"), null));
        await db.UseAsync<QuestionBanks, object>(async b => await b.MoveAsync([bulk[2]], PublishAction.Submitted, null, null));

        Assert.Equal(1, await db.UseAsync<BankContents, int>(c => c.TakeBackAsync(bank, bulk[0])));
        Assert.Equal(["Có từ trước", "Hai, đã sửa", "Ba"], (await db.UseAsync<BankContents, List<QuestionDraft>>(c => c.AllAsync(bank))).Select(d => d.Definition.Prompt));
        Assert.Equal(0, await db.UseAsync<BankContents, int>(c => c.TakeBackAsync(bank, bulk[0])));
        Assert.Equal(0, await db.UseAsync<BankContents, int>(c => c.TakeBackAsync(Guid.NewGuid(), earlier[0])));

        var twice = await db.UseAsync<BankContents, IReadOnlySet<int>>(c => c.DuplicatesAsync(bank, [Draft("Mới").Definition, null, Draft("Ba").Definition, Draft("Mới").Definition]));
        Assert.Equal([2, 3], twice.Order());

        async Task<IReadOnlyList<Guid>> AddAsync(params string[] prompts) =>
            (await db.UseAsync<QuestionBanks, (QuestionOutcome, IReadOnlyList<Guid> Keys, IReadOnlyList<QuestionProblem>)>(b => b.AddAsync(bank, [.. prompts.Select(Draft)], null))).Keys;
    }

    [Theory, EveryDatabase]
    public async Task Questions_from_a_file_come_with_their_cases_or_not_at_all(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var bank = await db.UseAsync<QuestionBanks, Guid>(b => b.CreateAsync("Ngân hàng", null, null));
        var study = new CaseDraft("Ca", "Chị H.");
        Assert.Equal(QuestionOutcome.Invalid, await TakeInAsync((Draft("A"), study), (Draft(" "), null)));
        Assert.Empty(await db.UseAsync<CaseStudies, List<CaseSummary>>(c => c.ListAsync(bank)));
        Assert.Equal(QuestionOutcome.Done, await TakeInAsync((Draft("A"), study), (Draft("B"), study with { }), (Draft("C"), null)));
        Assert.Equal(("Ca", 2), Assert.Single(await db.UseAsync<CaseStudies, List<CaseSummary>>(c => c.ListAsync(bank))) is var one ? (one.Title, one.Questions) : default);
        Assert.Equal([study], (await db.UseAsync<BankContents, Dictionary<Guid, CaseDraft>>(c => c.CasesAsync(bank))).Values);

        async Task<QuestionOutcome> TakeInAsync(params (QuestionDraft, CaseDraft?)[] questions) =>
            (await db.UseAsync<BankContents, (QuestionOutcome Outcome, IReadOnlyList<Guid>, IReadOnlyList<QuestionProblem>)>(c => c.TakeInAsync(bank, questions, null))).Outcome;
    }

    [Theory, EveryDatabase]
    public async Task A_case_study_goes_with_the_last_of_its_questions_unless_it_was_worked_on(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var bank = await db.UseAsync<QuestionBanks, Guid>(b => b.CreateAsync("Ngân hàng", null, null));
        var (whole, edited, kept) = (new CaseDraft("Trọn", "Chị H."), new CaseDraft("Đã sửa", "Anh K."), new CaseDraft("Còn câu", "Bà M."));
        var keys = (await db.UseAsync<BankContents, (QuestionOutcome, IReadOnlyList<Guid> Keys, IReadOnlyList<QuestionProblem>)>(c =>
            c.TakeInAsync(bank, [(Draft("A"), whole), (Draft("B"), whole), (Draft("C"), edited), (Draft("D"), kept), (Draft("E"), kept)], null))).Keys;
        var cases = await db.UseAsync<BankContents, Dictionary<Guid, CaseDraft>>(c => c.CasesAsync(bank));
        await db.UseAsync<CaseStudies, object>(async c => await c.SaveAsync(cases.Single(x => x.Value == edited).Key, 0, edited with { Text = "Anh K., 40 tuổi." }, null));
        await db.UseAsync<QuestionBanks, object>(async b => await b.MoveAsync([keys[4]], PublishAction.Submitted, null, null));

        Assert.Equal(4, await db.UseAsync<BankContents, int>(c => c.TakeBackAsync(bank, keys[0])));
        Assert.Equal(["Còn câu", "Đã sửa"], (await db.UseAsync<CaseStudies, List<CaseSummary>>(c => c.ListAsync(bank))).Select(c => c.Title));
    }

    private static QuestionDraft Draft(string prompt) => new("Chung", 1, "", new TrueFalse { Prompt = prompt, Correct = true });
}
