using System.IO.Compression;
using System.Text;
using Lms.Content.Media;
using Lms.Data;
using Lms.UnitTests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Lms.UnitTests.Content;

public sealed class MediaLibraryTests
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    [Theory, EveryDatabase]
    public async Task A_stored_file_comes_back_byte_for_byte_and_its_list_does_not_carry_bytes(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var owner = Guid.NewGuid();

        var (outcome, file) = await StoreAsync(db, "C:\\ảnh\\Sơ đồ.PNG", Png, owner);

        Assert.Equal(StoreOutcome.Stored, outcome);
        Assert.Equal(("Sơ đồ.png", "image/png", 11L, owner), (file!.FileName, file.ContentType, file.Length, file.OwnerKey!.Value));
        Assert.Equal(Png, await db.UseAsync<MediaLibrary, byte[]?>(m => m.BytesAsync(file.Code)));
        Assert.Equal(file, await db.UseAsync<MediaLibrary, MediaFile?>(m => m.FindAsync(file.Code)));
        Assert.Equal([file], await db.UseAsync<MediaLibrary, List<MediaFile>>(m => m.ListAsync(owner)));
        Assert.Empty(await db.UseAsync<MediaLibrary, List<MediaFile>>(m => m.ListAsync(null)));
    }

    [Theory, EveryDatabase]
    public async Task The_same_bytes_are_one_file_of_one_owner_and_one_blob_of_all(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var (_, first) = await StoreAsync(db, "a.png", Png, null);
        var (_, again) = await StoreAsync(db, "b.png", Png, null);
        var (_, other) = await StoreAsync(db, "c.png", Png, Guid.NewGuid());

        Assert.Equal(first, again);
        Assert.NotEqual(first!.Code, other!.Code);
        Assert.Null(first.OwnerKey);
        Assert.Equal(1, await db.UseAsync<LmsDb, int>(d => d.Set<StoredBytes>().CountAsync()));
    }

    [Theory]
    [InlineData("a.svg", "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", StoreOutcome.TypeNotAllowed)]
    [InlineData("a", "<svg xmlns='http://www.w3.org/2000/svg'/>", StoreOutcome.TypeNotAllowed)]
    [InlineData("a.png", "<svg xmlns='http://www.w3.org/2000/svg'/>", StoreOutcome.ContentDoesNotMatchType)]
    [InlineData("a.html", "<!doctype html>", StoreOutcome.TypeNotAllowed)]
    [InlineData("a.png.html", "%PDF-1.7", StoreOutcome.TypeNotAllowed)]
    [InlineData("a.pdf", "<!doctype html>", StoreOutcome.ContentDoesNotMatchType)]
    [InlineData("a.png", "%PDF-1.7", StoreOutcome.ContentDoesNotMatchType)]
    [InlineData("a.vtt", "WEBVTTX", StoreOutcome.ContentDoesNotMatchType)]
    [InlineData("a.docx", "PK\u0003\u0004 không phải tài liệu", StoreOutcome.ContentDoesNotMatchType)]
    [InlineData("a.png", "", StoreOutcome.Empty)]
    public async Task What_a_browser_could_run_or_was_not_promised_is_refused(string name, string content, StoreOutcome expected)
    {
        await using var db = await TestDatabase.OpenAsync();
        var (outcome, file) = await StoreAsync(db, name, Encoding.UTF8.GetBytes(content), null);
        Assert.Equal((expected, (MediaFile?)null), (outcome, file));
    }

    [Theory]
    [InlineData("a.pdf", "%PDF-1.7", "application/pdf", "a.pdf")]
    [InlineData("phụ đề.vtt", "\uFEFFWEBVTT\n\n00:00.000 --> 00:01.000\nChào", "text/vtt", "phụ đề.vtt")]
    [InlineData("../../etc/a<b>.gif", "GIF89a...", "image/gif", "ab.gif")]
    [InlineData("b", "RIFF0000WEBPVP8 ", "image/webp", "b.webp")]
    [InlineData("c.mp4", "\0\0\0\u0018ftypisom", "video/mp4", "c.mp4")]
    public async Task The_bytes_decide_the_type(string name, string content, string type, string storedName)
    {
        await using var db = await TestDatabase.OpenAsync();
        var (_, file) = await StoreAsync(db, name, Encoding.UTF8.GetBytes(content), null);
        Assert.Equal((type, storedName), (file?.ContentType, file?.FileName));
    }

    [Fact]
    public async Task An_office_document_is_taken_for_what_its_parts_are_and_refused_with_macros()
    {
        await using var db = await TestDatabase.OpenAsync();

        Assert.Equal(StoreOutcome.Stored, (await StoreAsync(db, "a.docx", Zip("[Content_Types].xml", "word/document.xml"), null)).Outcome);
        Assert.Equal(StoreOutcome.Stored, (await StoreAsync(db, "a.xlsx", Zip("[Content_Types].xml", "xl/workbook.xml"), null)).Outcome);
        Assert.Equal(StoreOutcome.ContentDoesNotMatchType, (await StoreAsync(db, "a.pptx", Zip("[Content_Types].xml", "xl/workbook.xml"), null)).Outcome);
        Assert.Equal(StoreOutcome.ContentDoesNotMatchType, (await StoreAsync(db, "b.docx", Zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), null)).Outcome);
    }

    [Fact]
    public async Task Reading_stops_at_the_limit()
    {
        await using var db = await TestDatabase.OpenAsync();
        var endless = new Endless();

        var (outcome, _) = await db.UseAsync<MediaLibrary, (StoreOutcome, MediaFile?)>(m => m.StoreAsync("a.pdf", endless, null, null));

        Assert.Equal(StoreOutcome.TooLarge, outcome);
        Assert.InRange(endless.Given, MediaLibrary.LargestFile, MediaLibrary.LargestFile + 1024 * 1024);
    }

    [Theory, EveryDatabase]
    public async Task The_files_of_a_lesson_are_found_at_once(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var first = (await StoreAsync(db, "one.vtt", "WEBVTT\n\n1"u8.ToArray(), null)).File!;
        var second = (await StoreAsync(db, "two.vtt", "WEBVTT\n\n2"u8.ToArray(), null)).File!;
        IReadOnlyDictionary<PublicCode, MediaFile> found = null!;

        var queries = await QueryCounter.CountAsync(async () =>
            found = await db.UseAsync<MediaLibrary, IReadOnlyDictionary<PublicCode, MediaFile>>(m => m.FindManyAsync([first.Code, second.Code, PublicCode.New()])));

        Assert.Equal(["one.vtt", "two.vtt"], found.Values.Select(f => f.FileName).Order());
        Assert.Equal(1, queries);
    }

    private static Task<(StoreOutcome Outcome, MediaFile? File)> StoreAsync(TestDatabase db, string name, byte[] bytes, Guid? owner) =>
        db.UseAsync<MediaLibrary, (StoreOutcome, MediaFile?)>(m => m.StoreAsync(name, new MemoryStream(bytes), owner, null));

    private static byte[] Zip(params string[] entries)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create))
            foreach (var entry in entries) archive.CreateEntry(entry);
        return bytes.ToArray();
    }

    /// <summary>A client that never stops sending.</summary>
    private sealed class Endless : Stream
    {
        public long Given { get; private set; }
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override void Flush() { }
        public override int Read(byte[] buffer, int offset, int count) { Given += count; return count; }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
