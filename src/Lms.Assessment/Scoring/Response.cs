namespace Lms.Assessment.Scoring;

/// <summary>
/// What a candidate gave for one question. Stored compact (<see cref="ResponseJson"/>); equal responses have equal JSON,
/// which is how they are compared: a list inside a record compares by reference.
/// </summary>
public abstract record Response
{
    /// <summary>The candidate cleared the answer, or never gave one.</summary>
    public abstract bool IsEmpty { get; }
}

/// <param name="OptionIds">Distinct, in ordinal order; empty means the candidate cleared the answer. True/false uses "true" and "false".</param>
public sealed record ChoiceResponse(IReadOnlyList<string> OptionIds) : Response
{
    public override bool IsEmpty => OptionIds.Count == 0;
}

/// <param name="Text">As typed, NFC; empty means cleared. Numbers too are kept as typed.</param>
public sealed record TextResponse(string Text) : Response
{
    public override bool IsEmpty => string.IsNullOrWhiteSpace(Text);
}

/// <param name="Pairs">Id on the left → id on the right; what was left open is not in it.</param>
public sealed record MatchResponse(IReadOnlyDictionary<string, string> Pairs) : Response
{
    public override bool IsEmpty => Pairs.Count == 0;
}

/// <param name="ItemIds">All of them or the first few, each once, in the candidate's order.</param>
public sealed record OrderResponse(IReadOnlyList<string> ItemIds) : Response
{
    public override bool IsEmpty => ItemIds.Count == 0;
}

/// <param name="Gaps">Gap number from 1 → what stands there: a choice or a text; empty gaps are not in it.</param>
public sealed record GapsResponse(IReadOnlyDictionary<int, Response> Gaps) : Response
{
    public override bool IsEmpty => Gaps.Values.All(g => g.IsEmpty);
}

/// <summary>A pixel of the image in its own size, from its upper left corner.</summary>
public readonly record struct ImagePoint(int X, int Y);

public sealed record PointsResponse(IReadOnlyList<ImagePoint> Points) : Response
{
    public override bool IsEmpty => Points.Count == 0;
}

/// <param name="Key">Where the bytes are kept.</param>
/// <param name="Bytes">How many.</param>
/// <param name="ContentType">By the bytes, not by the name.</param>
public sealed record AnswerFile(Guid Key, string Name, long Bytes, string Sha256 = "", string ContentType = "application/octet-stream");

public sealed record FilesResponse(IReadOnlyList<AnswerFile> Files) : Response
{
    public override bool IsEmpty => Files.Count == 0;
}
