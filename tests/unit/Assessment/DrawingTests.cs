using Lms.Assessment.Papers;
using Lms.Assessment.Papers.Drawing;
using Lms.Assessment.Questions;

namespace Lms.UnitTests.Assessment;

public sealed class DrawingTests
{
    /// <summary>The published first outputs of SplitMix64 for seed 1234567, modulo 1000. If this fails, stored seeds no longer explain their forms.</summary>
    [Fact]
    public void The_random_numbers_are_those_of_the_documented_algorithm()
    {
        var chance = new SeededShuffle(1234567);
        Assert.Equal([317, 973, 423, 431, 821], [chance.Below(1000), chance.Below(1000), chance.Below(1000), chance.Below(1000), chance.Below(1000)]);
    }

    [Fact]
    public void Every_order_is_about_equally_likely()
    {
        var counts = Enumerable.Range(0, 24_000).GroupBy(seed => string.Concat(new SeededShuffle(seed).Order(4))).ToDictionary(g => g.Key, g => g.Count());
        Assert.Equal(24, counts.Count);
        Assert.All(counts.Values, c => Assert.InRange(c, 850, 1150)); // expected 1000, standard deviation 31
    }

    [Fact]
    public void The_same_seed_draws_the_same_form_and_another_seed_another()
    {
        var paper = Paper(new PaperContent { Title = "" });
        Assert.Equal(DrawnForm.Write(paper.Draw(42)), DrawnForm.Write(paper.Draw(42)));
        Assert.Equal(50, Enumerable.Range(0, 50).Select(seed => DrawnForm.Write(paper.Draw(seed))).Distinct().Count());
    }

    [Fact]
    public void A_form_holds_what_each_draw_asks_for_and_no_question_twice()
    {
        var paper = Paper(new PaperContent { Title = "" });
        for (var seed = 0; seed < 200; seed++)
        {
            var form = paper.Draw(seed);
            Assert.Equal(8, form.Select(s => s.PoolIndex).Distinct().Count());
            Assert.Equal([5, 3], [form.Count(s => s.PoolIndex < 20), form.Count(s => s.PoolIndex >= 20)]);
            Assert.All(form[..5], s => Assert.True(s.PoolIndex < 20)); // sections keep their order
            Assert.All(form, s => Assert.Equal(Enumerable.Range(0, s.Drawn.Length), s.Drawn.Order()));
        }
    }

    [Fact]
    public void Every_question_of_a_pool_comes_up_equally_often()
    {
        var paper = Paper(new PaperContent { Title = "" });
        var counts = Enumerable.Range(0, 4000).SelectMany(seed => paper.Draw(seed)).Where(s => s.PoolIndex < 20).CountBy(s => s.PoolIndex).ToDictionary();
        Assert.Equal(20, counts.Count);
        Assert.All(counts.Values, c => Assert.InRange(c, 850, 1150)); // expected 4000 × 5 ÷ 20
    }

    [Fact]
    public void Without_shuffling_questions_and_options_keep_their_authors_order()
    {
        var form = Paper(new PaperContent { Title = "", ShuffleQuestions = false, ShuffleOptions = false }).Draw(7);
        Assert.Equal(form.Select(s => s.PoolIndex).Order(), form.Select(s => s.PoolIndex));
        Assert.All(form, s => Assert.Empty(s.Drawn));
    }

    [Fact]
    public void A_form_is_stored_in_about_fifteen_bytes_a_slot_and_read_back_as_it_was()
    {
        var form = Paper(new PaperContent { Title = "" }).Draw(3);
        var stored = DrawnForm.Write(form);
        Assert.InRange(stored.Length, 1, 15 * form.Length);
        Assert.Equal(stored, DrawnForm.Write(DrawnForm.Read(stored)));
    }

    /// <summary>Five of twenty single choices, then three of six statements.</summary>
    private static FrozenPaper Paper(PaperContent content)
    {
        var pool = Enumerable.Range(0, 20).Select(n => Sample.Single(n).Definition).Concat(Enumerable.Range(0, 6).Select(n => Sample.Statement(n).Definition))
            .Select(d => new PooledQuestion(Guid.NewGuid(), d, null, new(50))).ToList();
        return new FrozenPaper(Guid.NewGuid(), 1, content, pool, [new FrozenDraw(0, 0, 20, 5), new FrozenDraw(1, 20, 6, 3)]);
    }
}
