using Lms.Spreadsheets;

namespace Lms.Assessment.Exchange.Sheets;

internal enum SheetField { Type, Category, Prompt, Answer, Points, Feedback, Tags, Difficulty, Level, Outcome, Source, Case, Title, Identifier }

/// <summary>Where each column stands, by its head in Vietnamese or English; their order is the lecturer's.</summary>
internal sealed class SheetColumns
{
    public static readonly IReadOnlyList<(SheetField Field, string Vietnamese, string English)> Names =
    [
        (SheetField.Type, "Loại", "Type"), (SheetField.Category, "Danh mục", "Category"), (SheetField.Prompt, "Câu hỏi", "Question"),
        (SheetField.Answer, "Đáp án đúng", "Right answer"), (SheetField.Points, "Điểm", "Points"), (SheetField.Feedback, "Phản hồi", "Feedback"),
        (SheetField.Tags, "Nhãn", "Tags"), (SheetField.Difficulty, "Độ khó", "Difficulty"),
        (SheetField.Level, "Mức nhận thức", "Cognitive level"), (SheetField.Outcome, "Chuẩn đầu ra", "Outcome"), (SheetField.Source, "Nguồn", "Source"), (SheetField.Case, "Tình huống", "Case"), (SheetField.Title, "Tên", "Title"), (SheetField.Identifier, "Mã", "Identifier"),
    ];

    private readonly Dictionary<SheetField, int> places = [];
    private readonly List<int> options = [];

    private SheetColumns() { }

    public static string OptionHead(int index) => $"Phương án {(char)('A' + index)} / Option {(char)('A' + index)}";

    /// <summary>Null where the row is no head of ours.</summary>
    public static SheetColumns? Of(SheetRow row)
    {
        var columns = new SheetColumns();
        var lettered = new SortedDictionary<char, int>();
        for (var i = 0; i < row.Cells.Count; i++)
        {
            foreach (var part in row.Cells[i].Split('/').Select(p => p.Trim().ToLowerInvariant()))
            {
                foreach (var (field, vietnamese, english) in Names)
                    if (string.Equals(part, vietnamese, StringComparison.OrdinalIgnoreCase) || string.Equals(part, english, StringComparison.OrdinalIgnoreCase)) columns.places.TryAdd(field, i);
                if ((part.StartsWith("phương án ", StringComparison.Ordinal) || part.StartsWith("option ", StringComparison.Ordinal)) && part[^2] == ' ' && part[^1] is >= 'a' and <= 'z') lettered.TryAdd(part[^1], i);
            }
        }

        columns.options.AddRange(lettered.Values);
        return columns.places.ContainsKey(SheetField.Prompt) ? columns : null;
    }

    public string Cell(SheetRow row, SheetField field) => places.TryGetValue(field, out var place) ? At(row, place) : "";

    /// <summary>With its empty cells, since a right answer names an option by its letter.</summary>
    public IReadOnlyList<string> Options(SheetRow row) => [.. options.Select(o => At(row, o))];

    private static string At(SheetRow row, int place) => place < row.Cells.Count ? row.Cells[place] : "";
}
