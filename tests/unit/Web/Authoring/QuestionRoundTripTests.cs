using Lms.Assessment;
using Lms.Assessment.Questions;
using Lms.UnitTests.Infrastructure.Web;

namespace Lms.UnitTests.Web.Authoring;

/// <summary>Who opens a question and saves it untouched has changed nothing, whatever wrote it: this form, a file or a program.</summary>
public sealed class QuestionRoundTripTests(WebSite site) : IClassFixture<WebSite>
{
    private const int Samples = 6;

    public static TheoryData<string> Types() => new(QuestionType.All);

    [Theory, MemberData(nameof(Types))]
    public async Task Saving_untouched_gives_back_an_equal_definition(string type)
    {
        var institute = await Institute.OpenAsync(site);
        var bank = await institute.BankAsync();
        var definitions = Enumerable.Range(1, Samples).Select(seed => QuestionSamples.Of(type, seed)).ToList();
        var (_, keys, problems) = await site.UseAsync<QuestionBanks, (QuestionOutcome, IReadOnlyList<Guid> Keys, IReadOnlyList<QuestionProblem> Problems)>(b =>
            b.AddAsync(Guid.Parse(bank[(bank.LastIndexOf('/') + 1)..]), [.. definitions.Select(d => new QuestionDraft("Chung", 3, "Nêu được", d) { Tags = ["trẻ em", "Luật 2016"], Level = CognitiveLevel.Apply, Source = "Giáo trình, tr. 12" })], null));
        Assert.Empty(problems);

        foreach (var (key, definition) in keys.Zip(definitions))
        {
            var before = (await QuestionAsync(key))!;
            var address = $"{bank}/questions/{key}";
            await institute.Author.FollowAsync(await institute.Author.SubmitAsync(await institute.Author.PageAsync(address), address, "Button=Save"));
            var after = (await QuestionAsync(key))!;
            Assert.Equal(before.Revision, after.Revision);
            Assert.Equal(AssessmentJson.Write(definition), AssessmentJson.Write(after.Draft.Definition));
            Assert.Equal(AssessmentJson.Write(before.Draft), AssessmentJson.Write(after.Draft));
        }
    }

    private Task<QuestionDetail?> QuestionAsync(Guid key) => site.UseAsync<QuestionBanks, QuestionDetail?>(b => b.QuestionAsync(key));
}
