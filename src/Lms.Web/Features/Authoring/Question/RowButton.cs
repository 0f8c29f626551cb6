using System.Globalization;

namespace Lms.Web.Features.Authoring.Question;

/// <summary>Show: the form comes back as it is, with what follows from it worked out anew. Toggle: a part of the form is opened or closed.</summary>
public enum RowChange { Show, Toggle, Add, Remove, Up, Down }

/// <summary>A button that changes the form and saves nothing: "Add:Left", "Remove:Left:2"; a list within a row has a path, "Add:Rubric[0].Levels".</summary>
public sealed record RowButton(RowChange Change, string List, int At)
{
    public static RowButton? Parse(string? text) =>
        text?.Split(':') is [var change, var list, .. var rest] && Enum.TryParse<RowChange>(change, out var known)
            ? new RowButton(known, list, rest is [var row] && int.TryParse(row, CultureInfo.InvariantCulture, out var at) ? at : -1) : null;

    public bool ApplyTo<T>(List<T> rows) where T : new()
    {
        switch (Change)
        {
            case RowChange.Add: rows.Add(new T()); break;
            case RowChange.Remove when At >= 0 && At < rows.Count: rows.RemoveAt(At); break;
            case RowChange.Up when At > 0 && At < rows.Count: (rows[At - 1], rows[At]) = (rows[At], rows[At - 1]); break;
            case RowChange.Down when At >= 0 && At < rows.Count - 1: (rows[At], rows[At + 1]) = (rows[At + 1], rows[At]); break;
            case RowChange.Show or RowChange.Toggle or RowChange.Remove or RowChange.Up or RowChange.Down:
            default: break;
        }

        return true;
    }

    /// <summary>"Rubric[0].Levels" within "Rubric" is row 0 and the button for its "Levels"; null where the path leads elsewhere.</summary>
    public (int Row, RowButton Inner)? Within(string list) =>
        List.StartsWith($"{list}[", StringComparison.Ordinal) && List.IndexOf("].", list.Length, StringComparison.Ordinal) is > 0 and var end
        && int.TryParse(List.AsSpan(list.Length + 1, end - list.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var row)
            ? (row, this with { List = List[(end + 2)..] }) : null;
}

/// <summary>One row of a list that is added to and removed from.</summary>
public abstract class FormRow
{
    internal abstract bool IsBlank { get; }

    internal static bool Blank(params ReadOnlySpan<string?> texts)
    {
        foreach (var text in texts)
            if (!string.IsNullOrWhiteSpace(text)) return false;
        return true;
    }
}

/// <summary>Ids of rows: one in use stays as long as its row, a new one is the letter after the last, so that answers given to a question keep their meaning.</summary>
internal sealed class RowIds(IEnumerable<string?> inUse)
{
    private readonly HashSet<string> taken = [.. inUse.OfType<string>()];
    private char last = inUse.Where(id => id is { Length: 1 }).Select(id => id![0]).Where(c => c is >= 'a' and <= 'z').DefaultIfEmpty((char)('a' - 1)).Max();
    private int number;

    public string Of(string? id)
    {
        if (!string.IsNullOrEmpty(id)) return id;
        var made = last < 'z' ? $"{++last}" : $"n{++number}";
        while (!taken.Add(made)) made = $"n{++number}";
        return made;
    }
}
