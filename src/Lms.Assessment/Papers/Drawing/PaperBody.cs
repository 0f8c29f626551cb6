using Lms.Assessment.Questions;

namespace Lms.Assessment.Papers.Drawing;

/// <summary>
/// The body of a published paper: the content as its author left it and, for each of its draws in order, the keys of the
/// question versions it may take. A bank that grows later changes no paper that is already out.
/// </summary>
internal sealed record PaperBody(PaperContent Content, IReadOnlyList<IReadOnlyList<Guid>> Pool)
{
    /// <param name="questions">The definition of every key in the pool.</param>
    public FrozenPaper Freeze(Guid versionKey, int number, IReadOnlyDictionary<Guid, QuestionDefinition> questions)
    {
        var pool = new List<PooledQuestion>();
        var draws = new List<FrozenDraw>();
        for (var section = 0; section < Content.Sections.Count; section++)
        {
            var title = Content.Sections[section].Title is { Length: > 0 } given ? given : null;
            foreach (var draw in Content.Sections[section].Draws)
            {
                var keys = Pool[draws.Count];
                draws.Add(new FrozenDraw(section, pool.Count, keys.Count, draw.Count));
                pool.AddRange(keys.Select(k => new PooledQuestion(k, questions[k], title, draw.PointsEach)));
            }
        }

        return new FrozenPaper(versionKey, number, Content, pool, draws);
    }
}
