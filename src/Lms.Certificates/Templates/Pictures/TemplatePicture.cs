using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lms.Certificates.Templates.Pictures;

/// <summary>A background or emblem as PDFs hold it. Its key is its content, so that it can neither change nor be there twice.</summary>
internal sealed class TemplatePicture
{
    private TemplatePicture() { }

    public TemplatePicture(PdfPicture picture, DateTime now)
    {
        Key = KeyOf(picture);
        (Width, Height, Channels, IsJpeg, Data) = (picture.Width, picture.Height, picture.Channels, picture.IsJpeg, picture.Data);
        AddedAt = now;
    }

    public string Key { get; private set; } = "";
    public int Width { get; private set; }
    public int Height { get; private set; }
    public int Channels { get; private set; }
    public bool IsJpeg { get; private set; }
    public byte[] Data { get; private set; } = [];
    public DateTime AddedAt { get; private set; }

    public PdfPicture ToPdf() => new(Width, Height, Channels, IsJpeg, Data);

    public static string KeyOf(PdfPicture picture) => Convert.ToHexStringLower(SHA256.HashData(picture.Data));
}

internal sealed class TemplatePictureConfiguration : IEntityTypeConfiguration<TemplatePicture>
{
    public void Configure(EntityTypeBuilder<TemplatePicture> builder)
    {
        builder.ToTable("CertificateTemplatePictures");
        // The same picture uploaded twice at once: one row.
        builder.HasKey(p => p.Key);
        builder.Property(p => p.Key).HasMaxLength(64).IsUnicode(false).ValueGeneratedNever();
    }
}
