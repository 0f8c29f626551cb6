namespace Lms.Assessment.Scoring;

/// <summary>What it takes to pass: a score in all and, in each section that asks for one, a score of its own.</summary>
/// <param name="Score">The lowest that passes.</param>
internal sealed record PassRule(Points Score, IReadOnlyList<SectionMinimum> Sections)
{
    public static PassRule Of(Points score) => new(score, []);

    public bool IsReached(Points score, Func<int, Points> inSection) => score >= Score && Sections.All(s => inSection(s.Section) >= s.Score);
}

/// <param name="Section">Its place on the paper, from 0.</param>
/// <param name="Score">The lowest that is enough there.</param>
internal readonly record struct SectionMinimum(int Section, Points Score);
