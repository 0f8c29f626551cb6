using Lms.Certificates.Pdf.Fonts;
using static Lms.Certificates.Templates.DesignParts;

namespace Lms.Certificates.Templates;

/// <summary>The lotus design for a page that stands.</summary>
internal static class PortraitDesign
{
    private const double Edge = 26, Wide = 158, Signing = 104, SigningWide = 80;

    public static TemplateDesign Lotus() => new(PaperShape.Portrait, Ground.Lotus, null, Teal, Muted,
    [
        Emblem(26, 24, 20),
        At("Đơn vị cấp", Edge, 31.4, Wide, 6, "{IssuerName}").In(TextFont.SerifBold, 13.5, Teal, 9),
        At("Đơn vị cấp (tiếng Anh)", Edge, 37.8, Wide, 4.4, "[{IssuerNameEn}]").In(TextFont.SerifItalic, 9.5, Muted, 7).English(),
        At("Tiêu đề", Edge, 49, Wide, 16, "CHỨNG CHỈ").In(TextFont.SerifBold, 44, Teal).As(StructureTag.H1),
        At("Tiêu đề (tiếng Anh)", Edge, 65.4, Wide, 5, "CERTIFICATE").In(TextFont.SansSemiBold, 11.5, DesignParts.Lotus).English(),
        At("Tên chứng chỉ", Edge, 75, Wide, 11.6, "{CredentialName}").In(TextFont.SerifBold, 16, Ink, 14, 14, 2).As(StructureTag.H2),
        At("Tên chứng chỉ (tiếng Anh)", Edge, 87, Wide, 5, "{CredentialNameEn}").In(TextFont.SerifItalic, 11, Muted, 7).English(),
        TitleCode(Edge, 92.6, Wide),
        At("Lời dẫn", Edge, 103, Wide, 4, "Cấp cho / {en:Awarded to}").In(TextFont.Sans, 9, Muted),
        At("Họ và tên", Edge, 109, Wide, 20, "{HolderName}").In(TextFont.SerifBold, 34, DesignParts.Lotus, 24, 24, 2).As(StructureTag.H2),
        Divider(57, 132.4, 96),
        Birth(Edge, 136, Wide, 9),
        Organisation(Edge, 145, Wide),
        Rule(Edge, 154.4, Wide),
        Course(Edge, 156.6, 100),
        Class(136, 156.6, 48),
        Period(Edge, 170, 60),
        Hours(91, 170, 40),
        Result(136, 170, 48),
        Rule(Edge, 181.4, Wide),
        At("Căn cứ quyết định", Edge, 184, Wide, 5.4, "[{Decision}]").In(TextFont.SerifItalic, 10, Ink, 8, 9, 2),
        Number(Edge, 194, 72),
        RegisterNumber(Edge, 204.4, 72),
        Expiry(Edge, 214.8, 72),
        At("Nơi và ngày cấp", Signing, 193, SigningWide, 5, "{PlaceOfIssue}, {IssuedOn:vi}").In(TextFont.SerifItalic, 10.5, Ink, 8),
        At("Ngày cấp (tiếng Anh)", Signing, 197.8, SigningWide, 4, "{IssuedOn:en}").In(TextFont.SerifItalic, 8.5, Muted, 7).English(),
        At("Chức vụ người ký", Signing, 202.6, SigningWide, 5.4, "{SignatoryTitle}").In(TextFont.SerifBold, 11.5, Ink, 8.5, 9.5, 2),
        At("Người ký", Signing, 224, SigningWide, 5.4, "{SignatoryName}").In(TextFont.SerifBold, 11.5, Ink, 8.5, 9.5, 2),
        FrontCode(31, 236.6),
        .. FrontCaption(43.5, 266.4),
        OfflineCode(68, 235.4),
        OfflineCaption(86, 274.4),
        .. Meaning(116, 247, 62),
    ]);
}
