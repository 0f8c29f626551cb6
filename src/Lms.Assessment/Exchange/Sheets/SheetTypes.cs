using Lms.Assessment.Questions;
using Lms.Assessment.Exchange.Gift;

namespace Lms.Assessment.Exchange.Sheets;

/// <summary>The types a sheet can hold, as lecturers write them.</summary>
internal static class SheetTypes
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Một lựa chọn"] = QuestionType.SingleChoice, ["Single choice"] = QuestionType.SingleChoice, ["Single"] = QuestionType.SingleChoice, ["Trắc nghiệm"] = QuestionType.SingleChoice,
        ["Nhiều lựa chọn"] = QuestionType.MultipleResponse, ["Multiple choice"] = QuestionType.MultipleResponse, ["Multiple"] = QuestionType.MultipleResponse, ["Multiple response"] = QuestionType.MultipleResponse,
        ["Đúng/Sai"] = QuestionType.TrueFalse, ["Đúng sai"] = QuestionType.TrueFalse, ["True/False"] = QuestionType.TrueFalse, ["True false"] = QuestionType.TrueFalse,
        ["Trả lời ngắn"] = QuestionType.ShortText, ["Short answer"] = QuestionType.ShortText, ["Điền từ"] = QuestionType.ShortText,
        ["Số"] = QuestionType.Numeric, ["Number"] = QuestionType.Numeric, ["Numerical"] = QuestionType.Numeric, ["Numeric"] = QuestionType.Numeric,
        ["Ghép đôi"] = QuestionType.Matching, ["Nối"] = QuestionType.Matching, ["Matching"] = QuestionType.Matching,
        ["Sắp xếp"] = QuestionType.Ordering, ["Ordering"] = QuestionType.Ordering,
        ["Tự luận"] = QuestionType.Essay, ["Essay"] = QuestionType.Essay,
    };

    public static string Name(string type) => Names.First(n => n.Value == type).Key;

    /// <returns>Null where there is no such type.</returns>
    public static string? Of(string stated, string right, int options)
    {
        var name = string.Join(' ', stated.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace(" / ", "/", StringComparison.Ordinal);
        if (name.Length > 0) return Names.GetValueOrDefault(name) ?? QuestionType.All.FirstOrDefault(t => string.Equals(t, name, StringComparison.OrdinalIgnoreCase));
        if (Truth(right) is not null && options <= 2) return QuestionType.TrueFalse;
        if (options > 0) return right.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries).Length > 1 ? QuestionType.MultipleResponse : QuestionType.SingleChoice;
        return right.Trim().Length == 0 ? QuestionType.Essay : GiftNumbers.Interval(right.Trim()) is not null ? QuestionType.Numeric : QuestionType.ShortText;
    }

    public static bool? Truth(string word) => word.Trim().ToLowerInvariant() switch
    {
        "đúng" or "true" or "t" or "đ" => true,
        "sai" or "false" or "f" or "s" => false,
        _ => null,
    };
}
