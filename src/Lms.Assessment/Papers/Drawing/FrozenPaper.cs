using System.Diagnostics;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Cases;
using Lms.Assessment.Questions.Types;
using Lms.Assessment.Scoring;

namespace Lms.Assessment.Papers.Drawing;

/// <summary>One question a paper may ask: what a slot filled with it is worth, and under which heading it stands.</summary>
internal sealed record PooledQuestion(Guid VersionKey, QuestionDefinition Definition, string? Section, Points Maximum)
{
    /// <summary>Of the question in its bank, whatever the version.</summary>
    public Guid ItemKey { get; init; }
    public FrozenCase? Case { get; init; }
}

/// <summary>A case study as it was when the paper was published.</summary>
internal sealed record FrozenCase(Guid VersionKey, CaseDraft Draft);

/// <summary>What stands behind a key of the pool.</summary>
internal sealed record PoolEntry(Guid ItemKey, QuestionDefinition Definition, FrozenCase? Case);

/// <param name="First">Where the draw's own stretch of the pool begins.</param>
internal sealed record FrozenDraw(int Section, int First, int PoolSize, int Count);

/// <summary>
/// A published paper with the questions it may ask, read once and kept in memory: nothing of it ever changes. Every
/// place in the pool belongs to exactly one draw, so a pool index alone tells points and section; a question that several
/// draws may take has a place for each.
/// </summary>
internal sealed class FrozenPaper(Guid versionKey, int number, PaperContent content, IReadOnlyList<PooledQuestion> pool, IReadOnlyList<FrozenDraw> draws)
{
    public Guid VersionKey => versionKey;
    public int Number => number;
    public PaperContent Content => content;
    public IReadOnlyList<PooledQuestion> Pool => pool;
    public int Questions { get; } = draws.Sum(d => d.Count);
    public Points Maximum { get; } = new(draws.Sum(d => d.Count * (d.PoolSize == 0 ? 0 : pool[d.First].Maximum.Hundredths)));

    public PassRule Pass { get; } = PassOf(content, pool, draws);

    /// <summary>The place of a slot's section on the paper, from 0.</summary>
    public int SectionOf(DrawnSlot slot) => SectionAt(slot.PoolIndex);

    /// <summary>
    /// Sections stay in their order and questions in their section; within it all is drawn from the seed. A draw takes what comes
    /// first in its drawn order, passing over what another has taken, what a later draw cannot do without and, as long as there is
    /// anything else, what she has seen. The questions of a case stay together.
    /// </summary>
    /// <param name="seen">Questions (<see cref="PooledQuestion.ItemKey"/>) of earlier attempts.</param>
    public DrawnSlot[] Draw(long seed, IReadOnlySet<Guid>? seen = null)
    {
        var chance = new SeededShuffle(seed);
        var picking = new Picking(pool, draws);
        var slots = new List<DrawnSlot>(Questions);
        foreach (var section in draws.GroupBy(d => d.Section))
        {
            var picked = new List<int[]>();
            foreach (var draw in section) picked.AddRange(picking.Pick(draw, seen, ref chance));
            // Fixed questions come one by one; those of one case stand together all the same.
            var order = picked.GroupBy(unit => pool[unit[0]].Case?.VersionKey ?? pool[unit[0]].VersionKey).Select(g => g.SelectMany(unit => unit).ToArray()).ToArray();
            if (content.ShuffleQuestions) chance.Shuffle<int[]>(order);
            foreach (var group in order)
                if (group.Length > 1 && content.ShuffleQuestions && pool[group[0]].Case is { Draft.ShuffleWithin: true }) chance.Shuffle<int>(group);
            foreach (var index in order.SelectMany(group => group))
                slots.Add(new DrawnSlot(index, Drawn(pool[index].Definition, ref chance)));
        }

        return [.. slots];
    }

    /// <summary>The same questions in another order, with their options in another, as far as the paper lets them be shuffled.</summary>
    public DrawnSlot[] Reordered(IReadOnlyList<DrawnSlot> form, long seed)
    {
        var chance = new SeededShuffle(seed);
        var slots = new List<DrawnSlot>(form.Count);
        foreach (var section in form.GroupBy(SectionOf))
        {
            var groups = section.Select(s => s.PoolIndex).Order().GroupBy(i => pool[i].Case?.VersionKey ?? pool[i].VersionKey).Select(g => g.ToArray()).ToArray();
            if (content.ShuffleQuestions) chance.Shuffle<int[]>(groups);
            foreach (var index in groups.SelectMany(g => g)) slots.Add(new DrawnSlot(index, Drawn(pool[index].Definition, ref chance)));
        }

        return [.. slots];
    }

    public PooledQuestion Question(DrawnSlot slot) => pool[slot.PoolIndex];

    /// <summary>A person's judgement takes weeks: how sure one was would be forgotten by then.</summary>
    public bool AsksCertainty(DrawnSlot slot) => content.AsksCertainty && Question(slot).Definition is not (Essay or FileUpload);

    public Points MaximumOf(int section) => MaximumOf(section, pool, draws);

    private static Points MaximumOf(int section, IReadOnlyList<PooledQuestion> pool, IReadOnlyList<FrozenDraw> draws) =>
        new(draws.Where(d => d.Section == section && d.PoolSize > 0).Sum(d => d.Count * pool[d.First].Maximum.Hundredths));

    private static PassRule PassOf(PaperContent content, IReadOnlyList<PooledQuestion> pool, IReadOnlyList<FrozenDraw> draws)
    {
        var maximum = new Points(draws.Where(d => d.PoolSize > 0).Sum(d => d.Count * pool[d.First].Maximum.Hundredths));
        return new PassRule(content.PassMarkPoints ?? PassMark.Of(maximum, content.PassMarkPercent),
            [.. content.Sections.Index().Where(s => s.Item.MinimumPercent is > 0).Select(s => new SectionMinimum(s.Index, PassMark.Of(MaximumOf(s.Index, pool, draws), s.Item.MinimumPercent!.Value)))]);
    }

    private int SectionAt(int poolIndex)
    {
        // Draws lie one after the other in the pool.
        var (low, high) = (0, draws.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (draws[middle].First <= poolIndex) low = middle;
            else high = middle - 1;
        }

        return draws[low].Section;
    }

    /// <summary>
    /// Right before wrong and wrong before right are two different questions to a reader, so a statement's two answers
    /// keep their order. Items to be put in order are always shuffled: as written, they are the answer.
    /// </summary>
    private int[] Drawn(QuestionDefinition definition, ref SeededShuffle chance) => definition switch
    {
        SingleChoice single when content.ShuffleOptions => chance.Order(single.Options.Count),
        MultipleResponse multiple when content.ShuffleOptions => chance.Order(multiple.Options.Count),
        Matching matching => chance.Order(matching.Right.Count),
        Ordering ordering => chance.Order(ordering.Items.Count),
        GapSelect select => chance.Order(select.Choices.Count),
        Calculated calculated => DrawnValues.Draw(calculated, ref chance),
        SingleChoice or MultipleResponse or TrueFalse or ShortText or Numeric or Cloze or Hotspot or Essay or FileUpload => [],
        _ => throw new UnreachableException($"Nothing says what is drawn for {definition.GetType().Name}."),
    };
}
