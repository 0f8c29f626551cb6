namespace Lms.Spreadsheets;

/// <summary>A table on its way out: a header and rows of text, whole numbers, decimals or dates (null is an empty cell).</summary>
public sealed record Table(string Name, IReadOnlyList<string> Header, IReadOnlyList<IReadOnlyList<object?>> Rows);
