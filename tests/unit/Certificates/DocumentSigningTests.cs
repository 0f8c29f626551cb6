using System.Diagnostics;
using System.Net;
using System.Security.Cryptography.Pkcs;
using Lms.Certificates;
using Lms.Certificates.Issuing;
using Lms.Certificates.Pdf;
using Lms.Certificates.Pdf.Inspection;
using Lms.Certificates.Pdf.Signatures;
using Lms.UnitTests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.UnitTests.Certificates;

public sealed class DocumentSigningTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("timestamps").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_second_download_is_the_same_and_inspection_knows_it_as_ours()
    {
        await using var db = await OpenAsync(null);
        var entry = await db.IssuedAsync(Sample.Achievement());
        var first = await PdfAsync(db, entry.Code);
        db.Clock.Advance(TimeSpan.FromDays(400));
        Assert.Equal(first, await PdfAsync(db, entry.Code));

        var check = await db.UseAsync<PdfInspection, PdfCheck>(i => i.ReadAsync(first));
        Assert.Equal((PdfSignatureState.Valid, entry.Code), (check.Signature, check.Code!.Value));
        Assert.Equal(2, check.CredentialJwt!.Count(c => c == '.'));
    }

    [Fact]
    public async Task A_class_is_printed_in_one_file_and_downloaded_one_by_one_in_the_order_asked_for()
    {
        await using var db = await OpenAsync(null);
        var entries = new[] { await db.IssuedAsync(Sample.Achievement("Y Bhăm Niê")), await db.IssuedAsync(Sample.Achievement("K'Tuyên")), await db.IssuedAsync(Sample.Achievement("Mạch Thị Thu Ngân")) };
        var codes = entries.Reverse().Select(e => e.Code).ToList();
        var files = new List<string>();
        await using (var scope = db.Scope())
            await foreach (var document in scope.ServiceProvider.GetRequiredService<CertificateDocuments>().EachAsync(codes)) files.Add(document.FileName);
        Assert.Equal(["chung-chi-mach-thi-thu-ngan-0003-2026-ctxh-iii.pdf", "chung-chi-ktuyen-0002-2026-ctxh-iii.pdf", "chung-chi-y-bham-nie-0001-2026-ctxh-iii.pdf"], files);

        var printed = Assert.Single(await db.UseAsync<CertificateDocuments, IReadOnlyList<byte[]>>(d => d.PrintAsync(codes, "Lớp")));
        Assert.Equal(["Mạch Thị Thu Ngân", "K'Tuyên", "Y Bhăm Niê"], PdfInspection.Read(printed, new HashSet<string>()).Lines.Where(l => l is "Mạch Thị Thu Ngân" or "K'Tuyên" or "Y Bhăm Niê"));
    }

    [Fact]
    public async Task A_timestamp_is_asked_for_once_and_kept()
    {
        await using var authority = new Authority(folder);
        await using var db = await OpenAsync(authority.Address);
        var entry = await db.IssuedAsync(Sample.Achievement());
        var first = await PdfAsync(db, entry.Code);
        Assert.Equal(1, authority.Asked);
        Assert.Equal(first, await PdfAsync(db, entry.Code));
        Assert.Equal(1, authority.Asked);

        var signer = SignerOf(first);
        Assert.Contains(signer.UnsignedAttributes.Cast<System.Security.Cryptography.CryptographicAttributeObject>(), a => a.Oid.Value == "1.2.840.113549.1.9.16.2.14");
        Assert.Equal(PdfSignatureState.Valid, (await db.UseAsync<PdfInspection, PdfCheck>(i => i.ReadAsync(first))).Signature);
    }

    [Fact]
    public async Task An_authority_that_is_away_keeps_no_download_waiting()
    {
        await using var db = await OpenAsync("http://127.0.0.1:1/");
        var (one, two) = (await db.IssuedAsync(Sample.Achievement()), await db.IssuedAsync(Sample.Achievement()));
        var watch = Stopwatch.StartNew();
        var first = await PdfAsync(db, one.Code);
        await PdfAsync(db, two.Code);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), watch.Elapsed.ToString());
        Assert.Empty(SignerOf(first).UnsignedAttributes);
        Assert.Equal(PdfSignatureState.Valid, (await db.UseAsync<PdfInspection, PdfCheck>(i => i.ReadAsync(first))).Signature);
    }

    [Fact]
    public void Only_an_RSA_key_that_the_password_opens_signs_documents()
    {
        var file = DocumentKey.MakeForDevelopment("mật khẩu");
        Assert.Null(DocumentKey.Read(file, "khác"));
        Assert.Null(DocumentKey.Read([1, 2, 3], null));
        using (var elliptic = System.Security.Cryptography.ECDsa.Create())
        using (var certificate = new System.Security.Cryptography.X509Certificates.CertificateRequest("CN=EC", elliptic, System.Security.Cryptography.HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(90)))
            Assert.Null(DocumentKey.Read(certificate.Export(System.Security.Cryptography.X509Certificates.X509ContentType.Pkcs12), null));
        using var key = DocumentKey.Read(file, "mật khẩu");
        Assert.Contains("DEVELOPMENT – không có giá trị pháp lý", key!.Certificate.Subject, StringComparison.Ordinal);
    }

    private static Task<TestDatabase> OpenAsync(string? authority) =>
        TestDatabase.OpenAsync(configure: services => services.Configure<CertificateOptions>(o => (o.DocumentKey, o.TimestampAddress) = (PdfSample.Key, authority))).WithCredentialAsync();

    private static async Task<byte[]> PdfAsync(TestDatabase db, Lms.Certificates.Verification.CertificateCode code) =>
        (await db.UseAsync<CertificateDocuments, CertificateDocument?>(d => d.FindAsync(code)))!.Pdf;

    private static SignerInfo SignerOf(byte[] pdf)
    {
        var text = System.Text.Encoding.Latin1.GetString(pdf);
        var start = text.IndexOf("/Contents <3", StringComparison.Ordinal) + "/Contents <".Length;
        var cms = new SignedCms();
        var encoded = Convert.FromHexString(text[start..text.IndexOf('>', start)]);
        System.Formats.Asn1.AsnDecoder.ReadEncodedValue(encoded, System.Formats.Asn1.AsnEncodingRules.BER, out _, out _, out var length);
        cms.Decode(encoded.AsSpan(0, length));
        return cms.SignerInfos[0];
    }

    /// <summary>A time-stamping authority of OpenSSL's behind a small web server.</summary>
    private sealed class Authority : IAsyncDisposable
    {
        private readonly HttpListener listener = new();
        private readonly string folder;
        private readonly Task serving;

        public Authority(string folder)
        {
            this.folder = folder;
            File.WriteAllText(At("tsa.cnf"), $"""
                [req]
                distinguished_name=dn
                prompt=no
                x509_extensions=v3
                [dn]
                CN=Test timestamps
                [v3]
                extendedKeyUsage=critical,timeStamping
                [tsa]
                default_tsa=own
                [own]
                serial={At("serial")}
                signer_cert={At("tsa.pem")}
                signer_key={At("tsa.key")}
                signer_digest=sha256
                default_policy=1.2.3.4
                digests=sha256
                ess_cert_id_alg=sha256
                """);
            OpenSsl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-config", At("tsa.cnf"), "-keyout", At("tsa.key"), "-out", At("tsa.pem"), "-days", "30");
            Address = $"http://127.0.0.1:{Random.Shared.Next(20000, 60000)}/";
            listener.Prefixes.Add(Address);
            listener.Start();
            serving = ServeAsync();
        }

        public string Address { get; }
        public int Asked { get; private set; }

        public async ValueTask DisposeAsync()
        {
            listener.Close();
            await serving;
        }

        private async Task ServeAsync()
        {
            try
            {
                while (true)
                {
                    var context = await listener.GetContextAsync();
                    Asked++;
                    await using (var query = File.Create(At("query"))) await context.Request.InputStream.CopyToAsync(query);
                    OpenSsl("ts", "-reply", "-config", At("tsa.cnf"), "-queryfile", At("query"), "-out", At("reply"));
                    await context.Response.OutputStream.WriteAsync(await File.ReadAllBytesAsync(At("reply")));
                    context.Response.Close();
                }
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                // Closed.
            }
        }

        private string At(string name) => Path.Combine(folder, name);

        private static void OpenSsl(params string[] arguments)
        {
            using var process = Process.Start(new ProcessStartInfo("openssl", arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            process.WaitForExit();
            Assert.Equal(0, process.ExitCode);
        }
    }
}
