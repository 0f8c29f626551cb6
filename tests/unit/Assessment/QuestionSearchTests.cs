using Lms.Assessment.Questions;
using Lms.Data;
using Lms.Publishing;
using Lms.UnitTests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Found = (System.Collections.Generic.List<Lms.Assessment.Questions.QuestionSummary> Questions, int Page, int Total);

namespace Lms.UnitTests.Assessment;

public sealed class QuestionSearchTests
{
    [Theory, EveryDatabase]
    public async Task A_list_is_narrowed_by_each_of_its_filters(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var bank = await Sample.BankAsync(db,
            Sample.Single(1) with { Tags = ["Trẻ em", "luật"], Level = CognitiveLevel.Apply, Difficulty = 3 },
            Sample.Single(2) with { Tags = ["luật"] },
            Sample.Statement() with { Tags = ["trẻ em khuyết tật"], Outcome = "Nêu được quyền" });

        Assert.Equal(["Câu 1: bước đầu tiên của tham vấn là gì?"], await PromptsAsync(db, new() { Banks = [bank], Tag = "Trẻ em" }));
        Assert.Equal(2, (await PromptsAsync(db, new() { Banks = [bank], Tag = "luật" })).Count);
        Assert.Single(await PromptsAsync(db, new() { Banks = [bank], Level = CognitiveLevel.Apply }));
        Assert.Single(await PromptsAsync(db, new() { Banks = [bank], Difficulty = 3 }));
        Assert.Single(await PromptsAsync(db, new() { Banks = [bank], Outcome = "Nêu được quyền" }));
        Assert.Single(await PromptsAsync(db, new() { Banks = [bank], Type = QuestionType.TrueFalse }));
        Assert.Equal(3, (await PromptsAsync(db, new() { Banks = [bank], Stage = Stage.Published })).Count);
        Assert.Empty(await PromptsAsync(db, new() { Banks = [] }));

        var facets = await db.UseAsync<QuestionSearch, QuestionFacets>(s => s.FacetsAsync([bank], []));
        Assert.Equal(["luật", "Trẻ em", "trẻ em khuyết tật"], facets.Tags.Order(StringComparer.OrdinalIgnoreCase));
        Assert.Equal(2, facets.Categories.Count);
        Assert.Equal(["Nêu được bước đầu", "Nêu được quyền"], facets.Outcomes.Order(StringComparer.Ordinal));
    }

    [Theory, EveryDatabase]
    public async Task Of_a_shared_bank_only_what_is_published_is_found(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var (own, shared) = (await Sample.BankAsync(db, Sample.Single(1)), await Sample.BankAsync(db, Sample.Single(2)));
        foreach (var bank in (Guid[])[own, shared])
            await db.UseAsync<QuestionBanks, object>(async b => await b.AddAsync(bank, [Sample.Statement()], null));

        Assert.Equal(3, (await PromptsAsync(db, new() { Banks = [own], PublishedOfBanks = [shared] })).Count);
        Assert.Equal([Sample.Single(2).Definition.Prompt], await PromptsAsync(db, new() { Banks = [], PublishedOfBanks = [shared] }));
        Assert.Equal(4, (await PromptsAsync(db, new() { Banks = null })).Count);
    }

    [Theory, EveryDatabase]
    public async Task A_page_costs_two_statements_however_many_questions_there_are(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var bank = await Sample.BankAsync(db, [.. Enumerable.Range(1, 60).Select(n => Sample.Single(n))]);
        var found = await FindAsync(db, new() { Banks = [bank] }, 1);
        Assert.Equal(2, await QueryCounter.CountAsync(async () => found = await FindAsync(db, new() { Banks = [bank], Search = "tham van" }, 3)));
        Assert.Equal((10, 3, 60), (found.Questions.Count, found.Page, found.Total));
        Assert.Equal(3, (await FindAsync(db, new() { Banks = [bank] }, 99)).Page);
        Assert.Equal(3, await QueryCounter.CountAsync(() => db.UseAsync<QuestionSearch, QuestionFacets>(s => s.FacetsAsync([bank], []))));
    }

    [Theory, EveryDatabase]
    public async Task A_shared_bank_offers_the_words_of_what_is_published_in_it(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var bank = await Sample.BankAsync(db, Sample.Single());
        await db.UseAsync<QuestionBanks, object>(async b => await b.AddAsync(bank, [Sample.Statement() with { Tags = ["chưa công bố"] }], null));
        Assert.Equal(["Tham vấn"], (await db.UseAsync<QuestionSearch, QuestionFacets>(s => s.FacetsAsync([], [bank]))).Categories);
        Assert.Equal(["chưa công bố"], (await db.UseAsync<QuestionSearch, QuestionFacets>(s => s.FacetsAsync([bank], []))).Tags);
    }

    [Theory, EveryDatabase]
    public async Task What_an_older_version_described_is_described_anew_after_an_upgrade(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var bank = await Sample.BankAsync(db, Sample.Single(), Sample.Statement());
        await db.UseAsync<LmsDb, int>(d => d.Set<QuestionEntry>().ExecuteUpdateAsync(s => s.SetProperty(q => q.Described, 0).SetProperty(q => q.SearchText, "")));
        Assert.Empty(await PromptsAsync(db, new() { Banks = [bank], Search = "chuyen gui" }));
        Assert.Equal(2, await db.UseAsync<QuestionSearch, int>(s => s.RefreshAsync()));
        Assert.Single(await PromptsAsync(db, new() { Banks = [bank], Search = "chuyen gui" }));
        Assert.Equal(0, await db.UseAsync<QuestionSearch, int>(s => s.RefreshAsync()));
    }

    private static Task<Found> FindAsync(TestDatabase db, QuestionFilter filter, int page = 1) => db.UseAsync<QuestionSearch, Found>(s => s.FindAsync(filter, page, 25));

    private static async Task<List<string>> PromptsAsync(TestDatabase db, QuestionFilter filter) => (await FindAsync(db, filter)).Questions.ConvertAll(q => q.Prompt);
}
