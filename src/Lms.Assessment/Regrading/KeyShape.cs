using System.Diagnostics;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;

namespace Lms.Assessment.Regrading;

/// <summary>Whether answers given to one version of a question can be read by the key of another: reworded is fine, rebuilt is not.</summary>
internal static class KeyShape
{
    public static bool Fits(QuestionDefinition asked, QuestionDefinition key) => (asked, key) switch
    {
        (SingleChoice a, SingleChoice b) => Holds(a.Options.Select(o => o.Id), b.Options.Select(o => o.Id)),
        (MultipleResponse a, MultipleResponse b) => Holds(a.Options.Select(o => o.Id), b.Options.Select(o => o.Id)),
        (Matching a, Matching b) => Same(a.Left.Select(l => l.Id), b.Left.Select(l => l.Id)) && Holds(a.Right.Select(r => r.Id), b.Right.Select(r => r.Id)),
        (Ordering a, Ordering b) => Same(a.Items.Select(i => i.Id), b.Items.Select(i => i.Id)),
        (Calculated a, Calculated b) => Same(Names(a), Names(b)),
        (Cloze a, Cloze b) => a.Gaps.Count == b.Gaps.Count && a.Gaps.Zip(b.Gaps).All(g => Fits(g.First.Question, g.Second.Question)),
        (GapSelect a, GapSelect b) => a.Gaps.Count == b.Gaps.Count && Holds(a.Choices.Select(c => c.Id), b.Choices.Select(c => c.Id)),
        (TrueFalse, TrueFalse) or (ShortText, ShortText) or (Numeric, Numeric) or (Hotspot, Hotspot) or (Essay, Essay) or (FileUpload, FileUpload) => true,
        _ when asked.GetType() == key.GetType() => throw new UnreachableException($"Nothing says when two versions of {asked.GetType().Name} fit."),
        _ => false,
    };

    private static IEnumerable<string> Names(Calculated question) => question.Variables.Select(v => v.Name).Concat(question.ValueSets.Take(1).SelectMany(s => s.Keys)).Distinct();

    private static bool Holds(IEnumerable<string> asked, IEnumerable<string> key) => asked.ToHashSet(StringComparer.Ordinal).IsSubsetOf(key);

    private static bool Same(IEnumerable<string> asked, IEnumerable<string> key) => asked.ToHashSet(StringComparer.Ordinal).SetEquals(key);
}
