using System.Globalization;
using Lms.Assessment.Marking;
using Lms.Web.Features.Exams;

namespace Lms.Web.Features.Marking.Scripts;

/// <summary>A mark as its marker sends it.</summary>
public sealed class MarkForm
{
    /// <summary>As typed, with a comma or a dot.</summary>
    public string? Points { get; set; }
    /// <summary>For each criterion the place of the chosen level; null where none was chosen.</summary>
    public List<int?> Levels { get; set; } = [];
    public string? Comment { get; set; }

    public static MarkForm Of(Script script) => script.Own is not { } own ? new() : new()
    {
        Points = own.Points.Value.ToString("0.##", CultureInfo.CurrentCulture), Levels = [.. own.Levels.Select(l => (int?)l)], Comment = own.Comment,
    };

    /// <summary>Null where points are missing or no number, or a criterion has no level.</summary>
    public NewMark? Read(Script script)
    {
        var comment = Comment?.ReplaceLineEndings("\n").Trim() ?? "";
        if (script.Rubric.Count > 0)
            return Levels.Count == script.Rubric.Count && Levels.TrueForAll(l => l is not null) ? new NewMark(Lms.Assessment.Scoring.Points.Zero, [.. Levels.Select(l => l!.Value)], comment) : null;
        return TypedPoints.Read(Points, script.Maximum.Value) is { } points ? new NewMark(points, [], comment) : null;
    }
}

public sealed record ScriptPage(Script Script, MarkForm Form, MarkingOrder By)
{
    public string Address => MarkingAddress.Of(Script.Address, By);
}
