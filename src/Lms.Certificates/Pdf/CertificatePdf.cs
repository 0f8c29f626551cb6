using System.Globalization;
using Lms.Certificates.Issuing;
using Lms.Certificates.Register;
using Lms.Data;
using PdfSharp.Drawing;
using PdfSharp.Pdf;
using PdfSharp.UniversalAccessibility;
using static PdfSharp.UniversalAccessibility.PdfBlockLevelElementTag;

namespace Lms.Certificates.Pdf;

/// <summary>Carrier D: the row as an A4 page. The same row gives the same bytes, whenever and wherever it is rendered.</summary>
internal static class CertificatePdf
{
    private const double Middle = Ornament.Width / 2, Left = 80, Right = Ornament.Width - Left, TextWidth = Right - Left;
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN"), English = CultureInfo.GetCultureInfo("en-GB");

    public static CertificateDocument Render(Certificate certificate, string publicAddress)
    {
        // The fonts first: their first use sets PDFsharp's licence.
        _ = Styles.Title;
        using var document = new PdfDocument();
        var accessibility = UAManager.ForDocument(document);
        accessibility.SetDocumentLanguage("vi-VN");
        document.SetPdfA();

        var page = document.AddPage();
        (page.Width, page.Height) = (XUnit.FromPoint(Ornament.Width), XUnit.FromPoint(Ornament.Height));
        var ornament = page.Contents.AppendContent();
        using (var graphics = XGraphics.FromPdfPage(page))
        {
            var sheet = new Sheet(graphics, accessibility.StructureBuilder);
            Heading(sheet, certificate);
            Holder(sheet, certificate);
            Study(sheet, certificate);
            Verification(sheet, certificate, publicAddress);
            Numbers(sheet, certificate);
            Meaning(sheet);
            Signature(sheet, certificate);
        }
        ornament.CreateStream(Ornament.Content);
        ornament.Elements.SetName("/Filter", "/FlateDecode");

        using var output = new FinishedDocument(document, certificate);
        document.Save(output);
        return new CertificateDocument(FileName(certificate), output.ToArray());
    }

    private static void Heading(Sheet sheet, Certificate c)
    {
        sheet.Text(Paragraph, c.IssuerName, Styles.Issuer, Middle, 101.5, TextWidth);
        sheet.Text(Paragraph, c.IssuerNameEn, Styles.IssuerEn, Middle, 113, TextWidth, language: "en");
        sheet.Text(Heading1, "CHỨNG CHỈ", Styles.Title, Middle, 158, TextWidth);
        sheet.Text(Paragraph, "CERTIFICATE", Styles.TitleEn, Middle, 174, TextWidth, language: "en");
        var isLong = sheet.Fit(c.CredentialName, Styles.Credential, TextWidth).Lines.Count > 1;
        var y = sheet.Text(Heading2, c.CredentialName, Styles.Credential, Middle, isLong ? 190 : 196, TextWidth);
        sheet.Text(Paragraph, c.CredentialNameEn, Styles.CredentialEn, Middle, y + 13.5, TextWidth, language: "en");
        if (c.ProfessionalTitleCode.Length > 0)
            sheet.Text(Paragraph, $"Mã số chức danh nghề nghiệp / Professional title code: {c.ProfessionalTitleCode}", Styles.TitleCode, Middle, y + 25.5, TextWidth);
    }

    private static void Holder(Sheet sheet, Certificate c)
    {
        sheet.Text(Paragraph, "Cấp cho / Awarded to", Styles.AwardedTo, Middle, 245, TextWidth);
        var isLong = sheet.Fit(c.HolderName, Styles.Name, TextWidth).Lines.Count > 1;
        sheet.Text(Heading2, c.HolderName, Styles.Name, Middle, isLong ? 270 : 284, TextWidth);
        sheet.Divider(Middle, 310, 150);
        var birth = $"Sinh ngày / Born: {Date(c.BirthDate)}";
        sheet.Text(Paragraph, c.BirthPlace is null ? birth : $"{birth}  ·  Nơi sinh / Place of birth: {c.BirthPlace}", Styles.Person, Middle, 327, TextWidth);
        if (c.OrganisationName is { } organisation)
            sheet.Text(Paragraph, $"Đơn vị công tác / Organisation: {organisation}", Styles.Person, Middle, 341, TextWidth);
    }

    private static void Study(Sheet sheet, Certificate c)
    {
        const double Second = Left + 390, Third = Left + 558;
        sheet.Rule(Left, Right, 350);
        sheet.Fact("Khóa học", "Course", c.CourseTitle, c.CourseTitleEn, Left, 362, Second - Left - 20);
        sheet.Fact("Thời gian học", "Period of study", $"{Date(c.StudiedFrom)} – {Date(c.StudiedTo)}", null, Second, 362, Third - Second - 20);
        sheet.Fact("Lớp", "Class", c.ClassCode, null, Third, 362, Right - Third);
        sheet.Fact("Thời lượng", "Duration", $"{c.Hours} giờ / hours", null, Second, 387, Third - Second - 20);
        if (Certificate.Percent(c.ResultBasisPoints) is { } percent)
            sheet.Fact("Kết quả", "Result", $"{percent.ToString("0.##", Vietnamese)}%", null, Third, 387, Right - Third);
        sheet.Rule(Left, Right, 407);
    }

    private static void Verification(Sheet sheet, Certificate c, string publicAddress)
    {
        const double X = Left + 30, Y = 437, Centre = X + QrMark.Side / 2;
        var address = QrMark.Address(publicAddress, c.Code.Value);
        sheet.QrCode(address, X, Y);
        sheet.Text(Paragraph, $"Xác minh / Verify: {new Uri(publicAddress).Authority}", Styles.Verify, Centre, Y + QrMark.Side + 18, 130);
        sheet.Link(c.Code.Spoken, address, Styles.VerifyCode, Centre, Y + QrMark.Side + 28, 130);
    }

    private static void Numbers(Sheet sheet, Certificate c)
    {
        const double X = Left + 150, Width = 200;
        sheet.Fact("Số hiệu", "Certificate No.", c.CertificateNumber, null, X, 447, Width);
        sheet.Fact("Số vào sổ gốc", "Register No.", $"{c.RegisterNumber}/{c.RegisterYear}", null, X, 477, Width);
        if (c.ExpiresOn is { } expiry) sheet.Fact("Có giá trị đến hết ngày", "Valid until", Date(expiry), null, X, 507, Width);
    }

    /// <summary>Only the state registers people for practice: nobody may take this page for that registration.</summary>
    private static void Meaning(Sheet sheet)
    {
        const double X = Left + 150, Width = 268;
        sheet.Text(Paragraph, "Xác nhận hoàn thành bồi dưỡng; không thay thế chứng chỉ, đăng ký hành nghề công tác xã hội.", Styles.Meaning, X, 532, Width, Align.Left);
        sheet.Text(Paragraph, "Certifies completed in-service training; it is not a licence or registration to practise social work.", Styles.Meaning, X, 540, Width, Align.Left, "en");
    }

    private static void Signature(Sheet sheet, Certificate c)
    {
        const double X = Right - 130, Width = 260;
        sheet.Text(Paragraph, c.DecisionWording, Styles.Decision, Middle + 20, 421, TextWidth - 210);
        sheet.Text(Paragraph, $"{c.PlaceOfIssue}, ngày {c.IssuedOn:dd} tháng {c.IssuedOn:MM} năm {c.IssuedOn:yyyy}", Styles.Date, X, 449, Width);
        sheet.Text(Paragraph, c.IssuedOn.ToString("d MMMM yyyy", English), Styles.DateEn, X, 460, Width, language: "en");
        sheet.Text(Paragraph, c.SignatoryTitle, Styles.Signatory, X, 477, Width);
        sheet.Text(Paragraph, c.SignatoryName, Styles.Signatory, X, 533, Width);
    }

    private static string Date(DateOnly date) => date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>In ASCII, because old mail programs and archives spoil anything else.</summary>
    private static string FileName(Certificate c) => $"chung-chi-{Plain(c.HolderName)}-{Plain(c.CertificateNumber)}.pdf";

    private static string Plain(string text) =>
        string.Join('-', string.Concat(FoldedText.Of(text).Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
