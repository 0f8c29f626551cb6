using System.Text.Json.Serialization;
using Lms.Assessment.Scoring;

namespace Lms.Assessment.Papers.Drawing;

/// <summary>
/// The body of a published paper: the content as its author left it and, for each of its draws in order, the keys of the
/// question versions it may take. A bank that grows later changes no paper that is already out.
/// </summary>
internal sealed record PaperBody(PaperContent Content, IReadOnlyList<IReadOnlyList<Guid>> Pool)
{
    /// <summary>For each fixed question, in the order of sections, the version that is asked.</summary>
    public IReadOnlyList<Guid> Fixed { get; init; } = [];

    /// <summary>The case version that a question version belongs to, for those that have one. Null where none has: as in every paper from before there were cases.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<Guid, Guid>? Cases { get; init; }

    [JsonIgnore]
    public IEnumerable<Guid> VersionKeys => Pool.SelectMany(keys => keys).Concat(Fixed);

    /// <param name="questions">What stands behind every key in the pool.</param>
    public FrozenPaper Freeze(Guid versionKey, int number, IReadOnlyDictionary<Guid, PoolEntry> questions)
    {
        var pool = new List<PooledQuestion>();
        var draws = new List<FrozenDraw>();
        var (fixedOnes, drawn) = (0, 0);
        for (var section = 0; section < Content.Sections.Count; section++)
        {
            var title = Content.Sections[section].Title is { Length: > 0 } given ? given : null;
            foreach (var asked in Content.Sections[section].Questions) Take([Fixed[fixedOnes++]], 1, asked.Points);
            foreach (var draw in Content.Sections[section].Draws) Take(Pool[drawn++], draw.Count, draw.PointsEach);

            void Take(IReadOnlyList<Guid> keys, int count, Points each)
            {
                draws.Add(new FrozenDraw(section, pool.Count, keys.Count, count));
                pool.AddRange(keys.Select(k => new PooledQuestion(k, questions[k].Definition, title, each) { ItemKey = questions[k].ItemKey, Case = questions[k].Case }));
            }
        }

        return new FrozenPaper(versionKey, number, Content, pool, draws);
    }
}
