using Lms.Spreadsheets;

namespace Lms.Assessment.Exchange.Sheets;

/// <summary>The second sheet of the template, in both languages, for who has nothing else at hand.</summary>
internal static class SheetGuide
{
    public static Table Table { get; } = new("Hướng dẫn", ["Cột", "Cách điền", "Column", "How to fill it in"],
    [
        ["Loại", "Một lựa chọn, Nhiều lựa chọn, Đúng/Sai, Trả lời ngắn, Số, Ghép đôi, Sắp xếp, Tự luận. Để trống thì hệ thống tự nhận.", "Type", "Single choice, Multiple choice, True/False, Short answer, Number, Matching, Ordering, Essay. Left empty, it is told from the answer."],
        ["Danh mục", "Nơi xếp câu hỏi, các cấp cách nhau bằng dấu gạch chéo: Chương 1/Đạo đức nghề.", "Category", "Where the question belongs, levels parted by slashes: Chapter 1/Ethics."],
        ["Câu hỏi", "Nội dung câu hỏi. Có thể dùng Markdown: **đậm**, *nghiêng*, danh sách, bảng.", "Question", "What is asked. Markdown may be used: **bold**, *italic*, lists, tables."],
        ["Phương án A–H", "Mỗi ô một phương án. Dòng bắt đầu bằng # trong ô là phản hồi cho phương án đó. Trả lời ngắn và Số: mỗi ô một đáp án được chấp nhận. Số: 3,14 hoặc 3,14:0,01 (sai số) hoặc 3..4 (khoảng). Ghép đôi: trái -> phải; -> phải là phương án nhiễu. Sắp xếp: theo thứ tự đúng.", "Option A–H", "One option a cell. A line in the cell that begins with # is feedback to it. Short answer and Number: one accepted answer a cell. Number: 3.14 or 3.14:0.01 (tolerance) or 3..4 (range). Matching: left -> right; -> right is a distractor. Ordering: in the right order."],
        ["Đáp án đúng", "Chữ cái của phương án đúng: B hoặc A, C. Điểm từng phần: A=50; B=50; C=-25. Đúng/Sai: Đúng hoặc Sai. Trả lời ngắn và Số không có phương án: ghi đáp án, cách nhau bằng dấu chấm phẩy.", "Right answer", "Letters of the right options: B or A, C. Partial credit: A=50; B=50; C=-25. True/False: True or False. Short answer and Number without options: the answers themselves, parted by semicolons."],
        ["Điểm", "Số điểm của câu; để trống là 1.", "Points", "What the question is worth; 1 if empty."],
        ["Phản hồi", "Hiện sau khi trả lời, dù đúng hay sai.", "Feedback", "Shown after the answer, whatever it was."],
        ["Nhãn", "Cách nhau bằng dấu chấm phẩy.", "Tags", "Parted by semicolons."],
        ["Độ khó", "1 dễ, 2 trung bình, 3 khó.", "Difficulty", "1 easy, 2 medium, 3 hard."],
        ["Mức nhận thức", "Nhớ, Hiểu, Vận dụng, Phân tích, Đánh giá, Sáng tạo. Có thể để trống.", "Cognitive level", "Remember, Understand, Apply, Analyse, Evaluate, Create. May be left empty."],
        ["Chuẩn đầu ra, Nguồn", "Không bắt buộc. Nguồn: tài liệu, trang, tác giả.", "Outcome, Source", "Not required. Source: document, page, author."],
        ["Tình huống", "Dòng đầu là tên, các dòng sau là nội dung. Những câu có cùng nội dung ở cột này thuộc cùng một tình huống.", "Case", "The first line is the title, the others are the case. Questions with the same text here belong to one case."],
        ["Tên, Mã", "Không bắt buộc.", "Title, Identifier", "Not required."],
    ]);
}
