using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Lms.Certificates.Issuing;
using Lms.Certificates.Pdf.Inspection;
using Lms.Certificates.Pdf.Signatures;

namespace Lms.UnitTests.Certificates;

public class PdfInspectionTests
{
    private static readonly Certificate Certificate = PdfSample.Certificate();
    private static readonly byte[] Pdf = PdfSample.Signed(Certificate);
    private static readonly HashSet<string> Ours = [PdfSample.Key.Certificate.GetCertHashString(HashAlgorithmName.SHA256)];

    [Fact]
    public void Our_own_document_says_whose_it_is_and_that_nobody_touched_it()
    {
        var check = PdfInspection.Read(Pdf, Ours);
        Assert.True(check.IsPdf);
        Assert.Equal(PdfSignatureState.Valid, check.Signature);
        Assert.Equal(Certificate.Code, check.Code);
        Assert.Equal(PdfSample.Jwt, check.CredentialJwt);
        Assert.Contains("không có giá trị pháp lý", check.SignerName, StringComparison.Ordinal);
        foreach (var fact in new[] { "Nguyễn Thị Thùy Dương", "0127/2026/CTXH-III", "Quản lý ca trong công tác xã hội", Certificate.Code.Spoken }) Assert.Contains(fact, check.Lines);
    }

    [Fact]
    public void Names_with_marks_of_their_own_are_read_as_they_were_written() =>
        Assert.Contains("H'Wơ̆n Ê̆ban", PdfInspection.Read(PdfSample.Signed(PdfSample.Certificate("H'Wơ̆n Ê̆ban")), Ours).Lines);

    [Fact]
    public void An_unsigned_document_is_not_called_altered() =>
        Assert.Equal(PdfSignatureState.None, PdfInspection.Read(PdfSample.Unsigned(Certificate), Ours).Signature);

    [Fact]
    public void Whoever_signs_with_another_key_is_somebody_else()
    {
        using var other = DocumentKey.Read(DocumentKey.MakeForDevelopment(null), null)!;
        var check = PdfInspection.Read(PdfSample.Signed(Certificate, key: other), Ours);
        // The name is the same: the certificate is not.
        Assert.Equal((PdfSignatureState.OtherSigner, Certificate.Code), (check.Signature, check.Code));
    }

    [Fact]
    public void What_is_put_behind_the_signature_is_noticed()
    {
        byte[] appended = [.. Pdf, .. "\n9 0 obj\n<< >>\nendobj\ntrailer\n<< /Root 9 0 R >>\nstartxref\n0\n%%EOF\n"u8];
        Assert.Equal(PdfSignatureState.AppendedAfterSigning, PdfInspection.Read(appended, Ours).Signature);
    }

    [Fact]
    public void A_range_that_leaves_something_out_covers_nothing()
    {
        // The gap is widened by what stands before it: the digest would still be that of the rest.
        var text = Encoding.Latin1.GetString(Pdf);
        var start = text.IndexOf("/ByteRange [0 ", StringComparison.Ordinal) + "/ByteRange [0 ".Length;
        var first = text[start..text.IndexOf(' ', start)];
        var narrower = (int.Parse(first, CultureInfo.InvariantCulture) - 8).ToString(CultureInfo.InvariantCulture).PadLeft(first.Length, '0');
        var changed = Encoding.Latin1.GetBytes(text[..start] + narrower + text[(start + first.Length)..]);
        Assert.Equal(PdfSignatureState.Altered, PdfInspection.Read(changed, Ours).Signature);
    }

    [Fact]
    public void Every_flipped_byte_outside_of_the_filling_is_noticed()
    {
        var text = Encoding.Latin1.GetString(Pdf);
        var gap = text.IndexOf("/Contents <3", StringComparison.Ordinal) + "/Contents <".Length;
        var end = text.IndexOf('>', gap);
        var filling = end - text[gap..end].Reverse().TakeWhile(c => c == '0').Count();
        var random = new Random(11);
        for (var i = 0; i < 400; i++)
        {
            var at = i < 40 ? gap + random.Next(filling - gap) : random.Next(Pdf.Length);
            if (at >= filling - 2 && at < end) continue;
            var changed = (byte[])Pdf.Clone();
            changed[at] ^= 1;
            Assert.False(PdfInspection.Read(changed, Ours).Signature == PdfSignatureState.Valid && !IsSameHex(changed[at], Pdf[at], at, gap, end), $"byte {at}");
        }

        // A hexadecimal digit may be written in either case.
        static bool IsSameHex(byte a, byte b, int at, int gap, int end) => at >= gap && at < end && char.ToUpperInvariant((char)a) == char.ToUpperInvariant((char)b);
    }

    [Fact]
    public void Ten_thousand_hostile_files_neither_throw_nor_take_long()
    {
        var small = Shrunk();
        var random = new Random(5);
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < 10_000; i++)
        {
            var changed = Mutated(small, random);
            var one = Stopwatch.StartNew();
            Assert.NotEqual(PdfSignatureState.Valid, PdfInspection.Read(changed, Ours).Signature);
            Assert.True(one.Elapsed < TimeSpan.FromSeconds(5), $"file {i} took {one.Elapsed}");
        }
        Assert.True(watch.Elapsed < TimeSpan.FromMinutes(3), $"all took {watch.Elapsed}");
    }

    [Fact]
    public void Files_made_to_keep_a_reader_busy_are_soon_done_with()
    {
        var bomb = Lms.Certificates.Pdf.Writing.PdfFile.Flate(new byte[64 * 1024 * 1024]);
        byte[] bombs = [.. "%PDF-1.7\n"u8, .. Enumerable.Repeat(bomb, 60).SelectMany(b => (byte[])[.. "1 0 obj << /Filter /FlateDecode >> stream\n"u8, .. b, .. "\nendstream endobj\n"u8])];
        byte[][] files =
        [
            bombs, [.. "%PDF-1.7\n"u8, .. Enumerable.Repeat("stream\n"u8.ToArray(), 500_000).SelectMany(b => b)], [.. "%PDF-1.7\n"u8, .. Enumerable.Repeat("/C/"u8.ToArray(), 1_000_000).SelectMany(b => b)],
            [.. "%PDF-1.7\n"u8, .. Enumerable.Repeat("/ByteRange[0 1 5 1]<0>"u8.ToArray(), 100_000).SelectMany(b => b)], [.. "%PDF-1.7\n"u8, .. Enumerable.Repeat("stream\nendstream "u8.ToArray(), 200_000).SelectMany(b => b)],
        ];
        foreach (var file in files)
        {
            var watch = Stopwatch.StartNew();
            Assert.Null(PdfInspection.Read(file, Ours).Code);
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{file.Length} bytes took {watch.Elapsed}");
        }
        Assert.False(PdfInspection.Read(new byte[PdfInspection.Largest + 1], Ours).IsPdf);
        Assert.False(PdfInspection.Read([], Ours).IsPdf);
        Assert.False(PdfInspection.Read("<html>"u8.ToArray(), Ours).IsPdf);
    }

    /// <summary>The document without its fonts, so that the changes hit what is read.</summary>
    private static byte[] Shrunk()
    {
        var text = Encoding.Latin1.GetString(Pdf);
        var page = text.IndexOf("/Type /Page ", StringComparison.Ordinal);
        return Encoding.Latin1.GetBytes("%PDF-1.7\n" + text[Math.Max(0, page - 9000)..]);
    }

    private static byte[] Mutated(byte[] source, Random random)
    {
        var changed = (byte[])source.Clone();
        for (var change = random.Next(1, 12); change > 0; change--)
        {
            int at = random.Next(changed.Length), length = random.Next(1, Math.Min(300, changed.Length - at + 1));
            switch (random.Next(4))
            {
                case 0: changed[at] = (byte)random.Next(256); break;
                case 1: random.NextBytes(changed.AsSpan(at, length)); break;
                case 2: changed = [.. changed[..at], .. changed[(at + length)..]]; break;
                default: changed = [.. changed[..at], .. changed[random.Next(changed.Length)..], .. changed[at..Math.Min(changed.Length, at + 2000)]]; break;
            }
            if (changed.Length == 0) return [1];
        }
        return changed.Length > 200_000 ? changed[..200_000] : changed;
    }
}
