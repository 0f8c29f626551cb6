using Lms.Assessment.Papers.Printing;
using Lms.Assessment.Questions.Types;
using Lms.Data;
using Lms.UnitTests.Infrastructure;

namespace Lms.UnitTests.Assessment;

public sealed class PrintedPapersTests
{
    [Theory, EveryDatabase]
    public async Task Four_variants_ask_the_same_in_different_orders_and_stay_as_drawn(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var version = await Sample.PaperVersionAsync(db, Sample.Paper(await Sample.BankAsync(db)));
        Assert.Null(await db.UseAsync<PrintedPapers, PrintedPaper?>(p => p.ReadAsync(version, "A")));
        Assert.False(await db.UseAsync<PrintedPapers, bool>(p => p.PrepareAsync(Guid.NewGuid(), null)));
        Assert.True(await db.UseAsync<PrintedPapers, bool>(p => p.PrepareAsync(version, null)));
        var variants = await AllAsync(db, version);
        var again = await AllAsync(db, version, prepare: true);

        Assert.All(variants, v => Assert.Equal(variants[0].Key.Select(s => s.Question.Prompt).Order(), v.Key.Select(s => s.Question.Prompt).Order()));
        Assert.True(variants.Select(Orders).Distinct().Count() > 1);
        Assert.Equal(variants.Select(Orders), again.Select(Orders));
        Assert.Equal([("Trắc nghiệm", 1, 5), ("Ngắn", 6, 8)], variants[3].Sections.Select(s => (s.Title, s.FirstSlot, s.LastSlot)));
        Assert.All(variants.SelectMany(v => v.Key), s => Assert.NotNull(s.Key));
        Assert.All(variants.SelectMany(v => v.Key), s => Assert.Null(s.Response));
        Assert.Contains(variants[0].Key, s => s.Key is ShortText && s.RightTexts.Contains("kiểm huấn viên"));
    }

    private static string Orders(PrintedPaper paper) => string.Join('\n', paper.Key.Select(s => $"{s.Question.Prompt} {string.Concat(s.Question.Options.Select(o => o.Id))}"));

    private static async Task<List<PrintedPaper>> AllAsync(TestDatabase db, Guid version, bool prepare = false)
    {
        if (prepare) Assert.True(await db.UseAsync<PrintedPapers, bool>(p => p.PrepareAsync(version, null)));
        var all = new List<PrintedPaper>();
        foreach (var letter in PrintedPapers.Letters) all.Add((await db.UseAsync<PrintedPapers, PrintedPaper?>(p => p.ReadAsync(version, letter)))!);
        return all;
    }
}
