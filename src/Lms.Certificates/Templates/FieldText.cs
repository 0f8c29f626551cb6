namespace Lms.Certificates.Templates;

/// <param name="IsFact">The text is the name of a fact and not itself printed.</param>
/// <param name="Group">The bracket it stands in, counted from 1; 0: outside of brackets.</param>
internal sealed record TextPart(string Text, bool IsFact, bool IsEnglish, int Group);

/// <param name="IsEnglish">Inside a text of another language.</param>
internal readonly record struct TextRun(string Text, bool IsEnglish);

/// <summary>A field's text, taken apart once: {Fact}, {en:English words}, [left out where a fact in it is empty].</summary>
internal sealed record FieldText(IReadOnlyList<TextPart> Parts)
{
    /// <summary>Null where a bracket or brace is not closed.</summary>
    public static FieldText? Parse(string text)
    {
        List<TextPart> parts = [];
        var (start, group, isInside, groups) = (0, 0, false, 0);
        void Literal(int end)
        {
            if (end > start) parts.Add(new TextPart(text[start..end], false, false, group));
        }
        for (var i = 0; i < text.Length; i++)
            switch (text[i])
            {
                case '[' when isInside:
                case ']' when !isInside:
                case '}':
                    return null;
                case '[':
                case ']':
                    Literal(i);
                    isInside = !isInside;
                    group = isInside ? ++groups : 0;
                    start = i + 1;
                    break;
                case '{':
                    Literal(i);
                    var end = text.IndexOf('}', i);
                    if (end < 0) return null;
                    var inner = text[(i + 1)..end];
                    var isEnglish = inner.StartsWith("en:", StringComparison.Ordinal);
                    parts.Add(new TextPart(isEnglish ? inner[3..].TrimStart() : inner, !isEnglish, isEnglish, group));
                    i = end;
                    start = end + 1;
                    break;
            }
        if (isInside) return null;
        Literal(text.Length);
        return new FieldText(parts);
    }

    public IEnumerable<string> Facts() => Parts.Where(p => p.IsFact).Select(p => p.Text);

    /// <summary>The text with its facts; null where one that must not be empty is.</summary>
    public List<TextRun>? Fill(IReadOnlyDictionary<string, string> facts)
    {
        var left = Parts.Where(p => p is { Group: > 0, IsFact: true } && IsEmpty(p)).Select(p => p.Group).ToHashSet();
        List<TextRun> runs = [];
        foreach (var part in Parts)
        {
            if (left.Contains(part.Group)) continue;
            if (part.IsFact && IsEmpty(part)) return null;
            var run = new TextRun(part.IsFact ? facts[part.Text] : part.Text, part.IsEnglish);
            if (runs.Count > 0 && runs[^1].IsEnglish == run.IsEnglish) runs[^1] = new TextRun(runs[^1].Text + run.Text, run.IsEnglish);
            else runs.Add(run);
        }
        return runs;

        bool IsEmpty(TextPart part) => !facts.TryGetValue(part.Text, out var fact) || fact.Length == 0;
    }
}
