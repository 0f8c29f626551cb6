using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Lms.Certificates.Credentials;
using Lms.Certificates.Issuing;
using Lms.Certificates.Pdf;
using Lms.Certificates.Templates;
using Lms.UnitTests.Infrastructure;
using Lms.Data;
using Face = Lms.Certificates.Templates.Templates;

namespace Lms.UnitTests.Certificates;

public class TemplatesTests
{
    /// <summary>Certificates were issued in these: a change here would change what people hold. A better design gets a key of its own.</summary>
    [Fact]
    public void A_built_in_design_never_changes() =>
        Assert.Equal(File.ReadAllLines(Path.Combine(Path.GetDirectoryName(ThisFile())!, "built-in-designs.sha256")),
            BuiltInDesigns.All.Select(b => $"{b.Key} {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(TemplateJson.Write(b.Design))))[..8]}"));

    private static string ThisFile([CallerFilePath] string path = "") => path;

    [Fact]
    public void Every_built_in_design_may_be_published_and_survives_storing()
    {
        foreach (var built in BuiltInDesigns.All)
        {
            Assert.Empty(DesignRules.Problems(built.Design, _ => false));
            var json = TemplateJson.Write(built.Design);
            Assert.Equal(json, TemplateJson.Write(TemplateJson.Read(json)));
        }
    }

    [Fact]
    public void A_design_without_both_codes_or_with_mistakes_says_what_is_wrong_and_where()
    {
        var design = BuiltInDesigns.All[0].Design;
        Assert.Equal([new DesignProblem("", DesignFault.OfflineCodeMissing)], Problems(f => f.Kind == FieldKind.OfflineCode ? null : f));
        Assert.Equal([new DesignProblem("", DesignFault.FrontCodeMissing)], Problems(f => f.Kind == FieldKind.FrontCode ? null : f));
        Assert.Equal([new DesignProblem("", DesignFault.HolderMissing)], Problems(f => f.Text == "{HolderName}" ? f with { Text = "Ai đó" } : f));
        Assert.Equal([new DesignProblem("Tiêu đề", DesignFault.UnknownFact)], Problems(f => f.Name == "Tiêu đề" ? f with { Text = "{Salary}" } : f));
        Assert.Equal([new DesignProblem("Tiêu đề", DesignFault.BracketsUnmatched)], Problems(f => f.Name == "Tiêu đề" ? f with { Text = "CHỨNG [CHỈ" } : f));
        Assert.Equal([new DesignProblem("Tiêu đề", DesignFault.UnprintableCharacter)], Problems(f => f.Name == "Tiêu đề" ? f with { Text = "證書" } : f));
        Assert.Equal([new DesignProblem("Tiêu đề", DesignFault.OutsidePage)], Problems(f => f.Name == "Tiêu đề" ? f with { X = 200 } : f));
        Assert.Equal([new DesignProblem("Tiêu đề", DesignFault.ColorInvalid)], Problems(f => f.Name == "Tiêu đề" ? f with { Color = "red; }" } : f));
        Assert.Equal([new DesignProblem("Mã QR tra cứu", DesignFault.CodeTooSmall)], Problems(f => f.Kind == FieldKind.FrontCode ? f with { Width = 12 } : f));
        Assert.Equal([new DesignProblem("Biểu trưng đơn vị cấp", DesignFault.PictureMissing)], Problems(f => f.Kind == FieldKind.Emblem ? f with { Picture = "nowhere" } : f));

        List<DesignProblem> Problems(Func<TemplateField, TemplateField?> change) => DesignRules.Problems(design with { Fields = [.. design.Fields.Select(change).OfType<TemplateField>()] }, _ => false);
    }

    [Theory, EveryDatabase]
    public async Task Editing_a_template_changes_no_certificate_that_was_issued_in_it(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider).WithCredentialAsync();
        var key = (await db.UseAsync<Face, Guid?>(t => t.CopyAsync(BuiltInDesigns.ModernLandscape, "Mẫu của trung tâm")))!.Value;
        Assert.Equal(TemplateOutcome.Done, await db.UseAsync<Face, TemplateOutcome>(t => t.PublishAsync(key)));
        Assert.Equal(CredentialProblem.None, await db.UseAsync<CredentialTypes, CredentialProblem>(t => t.ChangeAsync(Sample.GradeThree with { TemplateKey = key })));

        var first = await db.IssuedAsync(Sample.Achievement());
        var before = (await DocumentAsync(first.Code))!.Pdf;
        var detail = (await db.UseAsync<Face, TemplateDetail?>(t => t.FindAsync(key)))!;
        var renamed = detail.Design with { Fields = [.. detail.Design.Fields.Select(f => f.Name == "Tiêu đề" ? f with { Text = "GIẤY CHỨNG NHẬN" } : f)] };
        db.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(TemplateOutcome.Done, await db.UseAsync<Face, TemplateOutcome>(t => t.SaveDraftAsync(key, detail.Name, renamed, detail.SavedAt)));
        // Two editors: the second had not seen the first one's work.
        Assert.Equal(TemplateOutcome.ChangedByOthers, await db.UseAsync<Face, TemplateOutcome>(t => t.SaveDraftAsync(key, detail.Name, detail.Design, detail.SavedAt)));
        var inDraft = await db.IssuedAsync(Sample.Achievement());
        Assert.Equal(TemplateOutcome.Done, await db.UseAsync<Face, TemplateOutcome>(t => t.PublishAsync(key)));
        var second = await db.IssuedAsync(Sample.Achievement());

        Assert.Equal(before, (await DocumentAsync(first.Code))!.Pdf);
        Assert.Contains("CHỨNG CHỈ", Lines(before));
        Assert.Contains("CHỨNG CHỈ", Lines((await DocumentAsync(inDraft.Code))!.Pdf));
        Assert.Contains("GIẤY CHỨNG NHẬN", Lines((await DocumentAsync(second.Code))!.Pdf));
        Assert.Equal((2, false), (await db.UseAsync<Face, TemplateDetail?>(t => t.FindAsync(key))) is { } now ? (now.Version, now.HasChanges) : default);

        Task<CertificateDocument?> DocumentAsync(Lms.Certificates.Verification.CertificateCode code) => db.UseAsync<CertificateDocuments, CertificateDocument?>(d => d.FindAsync(code));
    }

    [Fact]
    public async Task A_field_that_must_not_be_empty_refuses_to_issue_and_is_named()
    {
        await using var db = await TestDatabase.OpenAsync().WithCredentialAsync();
        var key = (await db.UseAsync<Face, Guid?>(t => t.CopyAsync(BuiltInDesigns.LotusPortrait, "Có nơi sinh")))!.Value;
        var detail = (await db.UseAsync<Face, TemplateDetail?>(t => t.FindAsync(key)))!;
        var strict = detail.Design with { Fields = [.. detail.Design.Fields.Select(f => f.Name == "Ngày, nơi sinh" ? f with { Text = "Sinh ngày {BirthDate} tại {BirthPlace}" } : f)] };
        await db.UseAsync<Face, TemplateOutcome>(t => t.SaveDraftAsync(key, detail.Name, strict, detail.SavedAt));
        await db.UseAsync<Face, TemplateOutcome>(t => t.PublishAsync(key));
        await db.UseAsync<CredentialTypes, CredentialProblem>(t => t.ChangeAsync(Sample.GradeThree with { TemplateKey = key }));

        var homeless = Sample.Achievement() with { BirthPlace = null };
        Assert.Equal(IssueOutcome.FieldNotPrintable, await db.IssueAsync(homeless));
        Assert.Equal([new FieldProblem("Ngày, nơi sinh", FieldFault.EmptyFact, "BirthPlace")], await db.UseAsync<Lms.Certificates.Issuing.Certificates, IReadOnlyList<FieldProblem>>(c => c.PrintProblemsAsync(homeless)));
        Assert.Equal(IssueOutcome.Issued, await db.IssueAsync(homeless with { BirthPlace = "Gia Lai" }));
    }

    [Fact]
    public async Task What_lacks_a_code_is_saved_but_not_published()
    {
        await using var db = await TestDatabase.OpenAsync();
        var key = (await db.UseAsync<Face, Guid?>(t => t.CopyAsync(BuiltInDesigns.LotusLandscape, "Dở dang")))!.Value;
        var detail = (await db.UseAsync<Face, TemplateDetail?>(t => t.FindAsync(key)))!;
        var bare = detail.Design with { Fields = [.. detail.Design.Fields.Where(f => f.Kind != FieldKind.FrontCode)] };
        Assert.Equal(TemplateOutcome.Done, await db.UseAsync<Face, TemplateOutcome>(t => t.SaveDraftAsync(key, detail.Name, bare, detail.SavedAt)));
        Assert.Equal(TemplateOutcome.NotPublishable, await db.UseAsync<Face, TemplateOutcome>(t => t.PublishAsync(key)));
        Assert.Equal(0, (await db.UseAsync<Face, List<TemplateSummary>>(t => t.ListAsync())).Single(t => t.Key == key).Version);
    }

    [Fact]
    public async Task A_preview_shows_even_a_design_full_of_mistakes()
    {
        await using var db = await TestDatabase.OpenAsync();
        var broken = BuiltInDesigns.All[0].Design with { Accent = "x", Ground = Ground.Picture, Background = "nowhere", Fields = [.. BuiltInDesigns.All[0].Design.Fields.Select((f, i) => i % 4 == 0 ? f with { Text = "{", Color = "?", Picture = "no" } : f)] };
        var preview = await db.UseAsync<Face, TemplatePreview>(t => t.PreviewAsync(broken, "Y Bhăm Niê"));
        Assert.Contains("Y Bhăm Niê", Lines(preview.Pdf));
        Assert.Contains(new DesignProblem("", DesignFault.PictureMissing), preview.Problems);
    }

    private static IReadOnlyList<string> Lines(byte[] pdf) => Lms.Certificates.Pdf.Inspection.PdfInspection.Read(pdf, new HashSet<string>()).Lines;
}
