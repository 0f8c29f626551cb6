using Lms.Certificates.Pdf.Fonts;
using static Lms.Certificates.Templates.DesignParts;

namespace Lms.Certificates.Templates;

/// <summary>Plain and set to the left, with the codes and numbers in a column of their own.</summary>
internal static class ModernDesign
{
    private const double Edge = 24, Wide = 172, Side = 222, Middle = 243;

    public static TemplateDesign Landscape() => new(PaperShape.Landscape, Ground.Modern, null, Teal, Muted,
    [
        Emblem(176, 20, 20),
        At("Đơn vị cấp", Edge, 21, 148, 6, "{IssuerName}").In(TextFont.SerifBold, 13.5, Teal, 9).Left(),
        At("Đơn vị cấp (tiếng Anh)", Edge, 27.2, 148, 4.4, "[{IssuerNameEn}]").In(TextFont.SerifItalic, 9.5, Muted, 7).Left().English(),
        At("Tiêu đề", Edge, 39, Wide, 14, "CHỨNG CHỈ").In(TextFont.SansSemiBold, 38, Teal).Left().As(StructureTag.H1),
        At("Tiêu đề (tiếng Anh)", Edge, 54, Wide, 5, "CERTIFICATE").In(TextFont.Sans, 12, DesignParts.Lotus).Left().English(),
        At("Tên chứng chỉ", Edge, 62.6, Wide, 11.4, "{CredentialName}").In(TextFont.SerifBold, 16, Ink, 14, 14, 2).Left().As(StructureTag.H2),
        At("Tên chứng chỉ (tiếng Anh)", Edge, 74, Wide, 5, "{CredentialNameEn}").In(TextFont.SerifItalic, 11, Muted, 7).Left().English(),
        TitleCode(Edge, 79.4, Wide).Left(),
        At("Lời dẫn", Edge, 89, Wide, 4, "Cấp cho / {en:Awarded to}").In(TextFont.Sans, 9, Muted).Left(),
        At("Họ và tên", Edge, 94.4, Wide, 18, "{HolderName}").In(TextFont.SerifBold, 32, DesignParts.Lotus, 22, 22, 2).Left().As(StructureTag.H2),
        Birth(Edge, 114.4, Wide, 8).Left(),
        Organisation(Edge, 122, Wide).Left(),
        Rule(Edge, 130.6, Wide),
        Course(Edge, 132.8, 106),
        Class(142, 132.8, 54),
        Period(Edge, 146, 60),
        Hours(92, 146, 44),
        Result(142, 146, 54),
        Rule(Edge, 157, Wide),
        At("Căn cứ quyết định", Edge, 159.4, Wide, 5.4, "[{Decision}]").In(TextFont.SerifItalic, 10, Ink, 8, 9, 2).Left(),
        At("Nơi và ngày cấp", Edge, 166.4, 86, 5, "{PlaceOfIssue}, {IssuedOn:vi}").In(TextFont.SerifItalic, 10.5, Ink, 8).Left(),
        At("Ngày cấp (tiếng Anh)", Edge, 171, 86, 4, "{IssuedOn:en}").In(TextFont.SerifItalic, 8.5, Muted, 7).Left().English(),
        At("Chức vụ người ký", 118, 166.4, 78, 5.4, "{SignatoryTitle}").In(TextFont.SerifBold, 11.5, Ink, 8.5, 9.5, 2).Left(),
        At("Người ký", 118, 191, 78, 5.4, "{SignatoryName}").In(TextFont.SerifBold, 11.5, Ink, 8.5, 9.5, 2).Left(),
        FrontCode(230.5, 24),
        .. FrontCaption(Middle, 54),
        OfflineCode(225, 68),
        OfflineCaption(Middle, 107.4),
        Number(Side, 118, 54),
        RegisterNumber(Side, 130, 54),
        Expiry(Side, 142, 54),
        .. Meaning(Edge, 183.6, 80),
    ]);
}
