using Lms.Certificates.Transcription;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.Register.Transcription;

/// <summary>Which part of the preview is looked at.</summary>
public enum LineView { All, Wrong, New, AlreadyThere }

/// <summary>What the preview's form brings back.</summary>
/// <param name="Packed">The file itself, sealed.</param>
/// <param name="LeftOut">Rows of the pages not shown that are not to be entered, as "5,9,12".</param>
/// <param name="Shown">Rows of the page shown, and <paramref name="Chosen"/>: those of them still ticked.</param>
/// <param name="At">The part and page shown, as "Wrong:2", and <paramref name="Go"/>: the one asked for by a button.</param>
/// <param name="WithoutWrong">Leave out every line that has a mistake.</param>
public sealed record ChosenLines(string? Packed, string? LeftOut, List<int>? Shown, List<int>? Chosen, string? At, string? Go, bool WithoutWrong = false)
{
    public (LineView View, int Page) Place => (Go ?? At)?.Split(':') is [var view, var page] && Enum.TryParse<LineView>(view, out var part) && Enum.IsDefined(part) && int.TryParse(page, out var number) ? (part, number) : (LineView.All, 1);

    public HashSet<int> Without()
    {
        var without = (LeftOut ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(row => int.TryParse(row, out var number) ? number : 0).Where(row => row > 0).ToHashSet();
        without.ExceptWith(Shown ?? []);
        without.UnionWith((Shown ?? []).Except(Chosen ?? []));
        return without;
    }
}

public sealed record PreviewPage(string FileName, string Packed, IReadOnlyList<CheckedLine> Lines, IReadOnlySet<int> LeftOut, IReadOnlyList<string> Ignored, LineView View, int Page)
{
    public const int PageSize = 50;

    private IReadOnlyList<CheckedLine> Viewed { get; } = [.. Lines.Where(l => View switch
    {
        LineView.All => true,
        LineView.Wrong => l.State is LineState.Wrong,
        LineView.New => l.State is LineState.New,
        LineView.AlreadyThere => l.State is LineState.AlreadyThere,
    }).OrderBy(l => l.State switch { LineState.Wrong => 0, LineState.New => 1, LineState.AlreadyThere => 2 }).ThenBy(l => l.Row)];

    /// <summary>What is wrong in many lines is mostly one thing to mend: a code that is not in the list yet, a column filled in wrongly.</summary>
    public IReadOnlyList<(OldMistake Mistake, int Lines)> Frequent { get; } =
        [.. Lines.SelectMany(l => l.Mistakes).GroupBy(m => m).Select(g => (g.Key, g.Count())).Where(g => g.Item2 > 2).OrderByDescending(g => g.Item2).Take(5)];

    public int Total => Viewed.Count;
    public int Pages => Math.Max(1, (Total + PageSize - 1) / PageSize);
    public int Current => Math.Clamp(Page, 1, Pages);
    public IReadOnlyList<CheckedLine> OnPage => [.. Viewed.Skip((Current - 1) * PageSize).Take(PageSize)];
    public int Count(LineState state) => Lines.Count(l => l.State == state);
    public int Count(LineView view) => view switch { LineView.All => Lines.Count, LineView.Wrong => Count(LineState.Wrong), LineView.New => Count(LineState.New), LineView.AlreadyThere => Count(LineState.AlreadyThere) };
    public int Matched => Lines.Count(l => l.State is LineState.New && l.Holder is HolderMatch.Person);
    public int ToEnter => Lines.Count(l => l.State is LineState.New && !LeftOut.Contains(l.Row));
    public int WrongAndChosen => Lines.Count(l => l.State is LineState.Wrong && !LeftOut.Contains(l.Row));
}

public sealed record DonePage(int Added, int AlreadyThere, int LeftOut);

internal static class MistakeWords
{
    public static string Of(OldMistake mistake, IStringLocalizer<TranscriptionText> text) =>
        mistake.Problem is OldProblem.DiffersFromRegister && mistake.Detail.Length == 0 ? text["Problem.DiffersFromNothing"] : text[$"Problem.{mistake.Problem}", mistake.Detail];
}
