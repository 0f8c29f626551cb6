using Lms.Certificates.Pdf.Fonts;

namespace Lms.Certificates.Templates;

/// <summary>Fields that the built-in designs have in common, and the words that stand in all of them.</summary>
internal static class DesignParts
{
    public const string Teal = "#0F5257", Lotus = "#A63D66", Gold = "#B08D57", Sand = "#E9DCC6", Ink = "#1D2B2E", Muted = "#566A6B";

    public static TemplateField At(string name, double x, double y, double width, double height, string text) =>
        new() { Name = name, X = x, Y = y, Width = width, Height = height, Text = text, Align = TextAlign.Centre, Place = TextPlace.Middle };

    public static TemplateField In(this TemplateField field, TextFont font, double size, string color, double floor = 0, double broken = 0, int lines = 1) =>
        field with { Font = font, Size = size, Color = color, Floor = floor, SizeWhenBroken = broken, MaxLines = lines };

    public static TemplateField Left(this TemplateField field) => field with { Align = TextAlign.Left };
    public static TemplateField English(this TemplateField field) => field with { Language = "en" };
    public static TemplateField As(this TemplateField field, StructureTag tag) => field with { Tag = tag };

    public static TemplateField Fact(string name, double x, double y, double width, string label, string text, string english = "") => new()
    {
        Name = name, Kind = FieldKind.Fact, X = x, Y = y, Width = width, Label = label, Text = text, English = english, Size = 11, SizeWhenBroken = 9, Floor = 8.5, MaxLines = 2,
    };

    public static TemplateField Rule(double x, double y, double width) => new() { Name = "Đường kẻ", Kind = FieldKind.Rule, X = x, Y = y, Width = width, Size = 0.8, Color = Sand };
    public static TemplateField Divider(double x, double y, double width) => new() { Name = "Đường trang trí", Kind = FieldKind.Divider, X = x, Y = y, Width = width, Size = 0.8, Color = Gold };
    public static TemplateField FrontCode(double x, double y) => new() { Name = "Mã QR tra cứu", Kind = FieldKind.FrontCode, X = x, Y = y, Width = DesignRules.FrontCodeSide };
    public static TemplateField OfflineCode(double x, double y) => new() { Name = "Mã QR ngoại tuyến", Kind = FieldKind.OfflineCode, X = x, Y = y, Width = DesignRules.OfflineCodeSide };
    public static TemplateField Emblem(double x, double y, double side) => new() { Name = "Biểu trưng đơn vị cấp", Kind = FieldKind.Emblem, X = x, Y = y, Width = side, Height = side, Text = "Biểu trưng của {IssuerName}" };

    /// <summary>Where to look it up, in words, because a forged code leads to a forged page; centred beneath the code.</summary>
    public static IEnumerable<TemplateField> FrontCaption(double middle, double y) =>
    [
        At("Địa chỉ xác minh", middle - 19, y, 38, 3, "Xác minh / {en:Verify}: {Host}").In(TextFont.Sans, 6.6, Muted, 5),
        At("Mã chứng chỉ", middle - 19, y + 3.2, 38, 4, "{Code}").In(TextFont.SansSemiBold, 8.4, Ink, 5) with { IsLink = true },
    ];

    public static TemplateField OfflineCaption(double middle, double y) =>
        At("Chú thích mã ngoại tuyến", middle - 21, y, 42, 3, "Kiểm tra ngoại tuyến / {en:Offline check}").In(TextFont.Sans, 6.6, Muted, 5);

    /// <summary>Only the state registers people for practice: nobody may take this page for that registration.</summary>
    public static IEnumerable<TemplateField> Meaning(double x, double y, double width) =>
    [
        At("Ý nghĩa", x, y, width, 5.6, "Xác nhận hoàn thành bồi dưỡng; không thay thế chứng chỉ, đăng ký hành nghề công tác xã hội.").In(TextFont.Sans, 6.4, Muted, 6.4, 6.4, 2).Left() with { Place = TextPlace.Top },
        At("Ý nghĩa (tiếng Anh)", x, y + 6.6, width, 5.6, "Certifies completed in-service training; it is not a licence or registration to practise social work.").In(TextFont.Sans, 6.4, Muted, 6.4, 6.4, 2).Left().English() with { Place = TextPlace.Top },
    ];

    public static TemplateField Number(double x, double y, double width) => Fact("Số hiệu", x, y, width, "Số hiệu / {en:Certificate No.}", "{CertificateNumber}");
    public static TemplateField RegisterNumber(double x, double y, double width) => Fact("Số vào sổ gốc", x, y, width, "Số vào sổ gốc / {en:Register No.}", "{RegisterNumber}");
    public static TemplateField Expiry(double x, double y, double width) => Fact("Thời hạn", x, y, width, "[Có giá trị đến hết ngày / {en:Valid until}]", "[{ExpiresOn}]");
    public static TemplateField Course(double x, double y, double width) => Fact("Khóa học", x, y, width, "Khóa học / {en:Course}", "[{CourseTitle}]", "[{CourseTitleEn}]");
    public static TemplateField Period(double x, double y, double width) => Fact("Thời gian học", x, y, width, "Thời gian học / {en:Period of study}", "[{StudiedFrom} – {StudiedTo}]");
    public static TemplateField Class(double x, double y, double width) => Fact("Lớp", x, y, width, "Lớp / {en:Class}", "[{ClassCode}]");
    public static TemplateField Hours(double x, double y, double width) => Fact("Thời lượng", x, y, width, "Thời lượng / {en:Duration}", "[{Hours} giờ / hours]");
    public static TemplateField Result(double x, double y, double width) => Fact("Kết quả", x, y, width, "Kết quả / {en:Result}", "[{Result}]");

    public static TemplateField Birth(double x, double y, double width, double height) =>
        At("Ngày, nơi sinh", x, y, width, height, "Sinh ngày / {en:Born}: {BirthDate}[  ·  Nơi sinh / {en:Place of birth}: {BirthPlace}]").In(TextFont.Serif, 11, Ink, 8.5, 9, 2);

    public static TemplateField Organisation(double x, double y, double width) =>
        At("Đơn vị công tác", x, y, width, 5.6, "[Đơn vị công tác / {en:Organisation}: {OrganisationName}]").In(TextFont.Serif, 11, Ink, 8.5, 9, 2);

    public static TemplateField TitleCode(double x, double y, double width) =>
        At("Mã số chức danh", x, y, width, 4, "[Mã số chức danh nghề nghiệp / {en:Professional title code}: {ProfessionalTitleCode}]").In(TextFont.Serif, 9, Muted, 7);
}
