using Lms.Certificates.Pdf.Fonts;
using static Lms.Certificates.Templates.DesignParts;

namespace Lms.Certificates.Templates;

/// <summary>A lotus above, a frame of waves around, everything on the middle axis.</summary>
internal static class LandscapeDesign
{
    private const double Edge = 28.2, Wide = 240.6, Signing = 178, SigningWide = 90, Numbers = 110;

    public static TemplateDesign Lotus() => new(PaperShape.Landscape, Ground.Lotus, null, Teal, Muted,
    [
        Emblem(30, 24, 22),
        At("Đơn vị cấp", Edge, 30.4, Wide, 6, "{IssuerName}").In(TextFont.SerifBold, 13.5, Teal, 9),
        At("Đơn vị cấp (tiếng Anh)", Edge, 36.6, Wide, 4.2, "[{IssuerNameEn}]").In(TextFont.SerifItalic, 9.5, Muted, 7).English(),
        At("Tiêu đề", Edge, 43, Wide, 15, "CHỨNG CHỈ").In(TextFont.SerifBold, 42, Teal).As(StructureTag.H1),
        At("Tiêu đề (tiếng Anh)", Edge, 57.8, Wide, 4.6, "CERTIFICATE").In(TextFont.SansSemiBold, 11, DesignParts.Lotus).English(),
        At("Tên chứng chỉ", Edge, 63.4, Wide, 10, "{CredentialName}").In(TextFont.SerifBold, 16, Ink, 12, 12, 2).As(StructureTag.H2),
        At("Tên chứng chỉ (tiếng Anh)", Edge, 73.2, Wide, 5, "{CredentialNameEn}").In(TextFont.SerifItalic, 11, Muted, 7).English(),
        TitleCode(Edge, 78, Wide),
        At("Lời dẫn", Edge, 83.4, Wide, 4, "Cấp cho / {en:Awarded to}").In(TextFont.Sans, 9, Muted),
        At("Họ và tên", Edge, 88.6, Wide, 18.2, "{HolderName}").In(TextFont.SerifBold, 36, DesignParts.Lotus, 25, 24, 2).As(StructureTag.H2),
        Divider(95.6, 109.4, 105.8),
        Birth(Edge, 111.6, Wide, 6.4),
        Organisation(Edge, 117.4, Wide),
        Rule(Edge, 124, Wide),
        Course(Edge, 125.6, 130),
        Period(165.8, 125.6, 52),
        Class(225, 125.6, 43.8),
        Hours(165.8, 134.6, 52),
        Result(225, 134.6, 43.8),
        Rule(Edge, 144.2, Wide),
        FrontCode(33.2, 150.6),
        .. FrontCaption(45.7, 180.4),
        OfflineCode(67.4, 149.4),
        OfflineCaption(85.4, 188.2),
        Number(Numbers, 147.4, 64),
        RegisterNumber(Numbers, 157, 64),
        Expiry(Numbers, 166.6, 64),
        .. Meaning(Numbers, 178.6, 62),
        At("Căn cứ quyết định", Signing, 146.2, SigningWide, 8.6, "[{Decision}]").In(TextFont.SerifItalic, 10, Ink, 9, 9, 2),
        At("Nơi và ngày cấp", Signing, 155.4, SigningWide, 5, "{PlaceOfIssue}, {IssuedOn:vi}").In(TextFont.SerifItalic, 10.5, Ink, 8),
        At("Ngày cấp (tiếng Anh)", Signing, 160, SigningWide, 4, "{IssuedOn:en}").In(TextFont.SerifItalic, 8.5, Muted, 7).English(),
        At("Chức vụ người ký", Signing, 164.6, SigningWide, 5.4, "{SignatoryTitle}").In(TextFont.SerifBold, 11.5, Ink, 8.5, 9.5, 2),
        At("Người ký", Signing, 184.8, SigningWide, 5.4, "{SignatoryName}").In(TextFont.SerifBold, 11.5, Ink, 8.5, 9.5, 2),
    ]);
}
