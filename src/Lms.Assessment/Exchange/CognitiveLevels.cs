using Lms.Assessment.Questions;

namespace Lms.Assessment.Exchange;

/// <summary>The levels as files name them: in Vietnamese, as assessment practice in Việt Nam does, or in English.</summary>
internal static class CognitiveLevels
{
    private static readonly (CognitiveLevel Level, string[] Names)[] All =
    [
        (CognitiveLevel.Remember, ["Nhớ", "Nhận biết", "Biết", "Remember", "Knowledge"]), (CognitiveLevel.Understand, ["Hiểu", "Thông hiểu", "Understand", "Comprehension"]),
        (CognitiveLevel.Apply, ["Vận dụng", "Apply", "Application"]), (CognitiveLevel.Analyse, ["Phân tích", "Analyse", "Analyze", "Analysis"]),
        (CognitiveLevel.Evaluate, ["Đánh giá", "Evaluate", "Evaluation"]), (CognitiveLevel.Create, ["Sáng tạo", "Create", "Synthesis"]),
    ];

    public static string? Name(CognitiveLevel? level) => level is { } known ? All.First(l => l.Level == known).Names[0] : null;

    /// <summary>Null for a word that names none.</summary>
    public static CognitiveLevel? Of(string? word)
    {
        var said = (word ?? "").Trim().Normalize();
        return All.Where(l => l.Names.Contains(said, StringComparer.OrdinalIgnoreCase)).Select(l => (CognitiveLevel?)l.Level).FirstOrDefault();
    }
}
