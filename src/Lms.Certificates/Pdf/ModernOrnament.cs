namespace Lms.Certificates.Pdf;

/// <summary>White paper beneath a band of waves, with a large pale lotus in the lower corner: for those who want it plain.</summary>
internal sealed class ModernOrnament(double width, double height)
{
    private const double Band = 34;

    public byte[] Draw()
    {
        var page = new PathWriter(32 * 1024).Raw("/Artifact BMC q 1 J 1 j");
        page.Fill(Palette.Teal).Rectangle(0, height - Band, width, Band).Raw("f");
        Waves(page);
        page.Fill(Palette.Lotus).Rectangle(0, height - Band - 3, width, 3).Raw("f");
        page.Fill(Palette.Teal).Rectangle(0, 0, width, 7).Raw("f").Fill(Palette.Lotus).Rectangle(0, 7, width, 1.5).Raw("f");
        Ornament.Lotus(page, width - 130, 40, 170, 0xFBF8F1, Palette.SandPale, 1);
        return page.Raw("Q EMC").ToBytes();
    }

    private void Waves(PathWriter page)
    {
        const double Period = 60;
        for (double x = 0; x < width; x += Period)
            page.At(x, height - Band / 2, 0, tile =>
            {
                tile.Raw("q").Rectangle(0, -Band / 2, Math.Min(Period, width - x), Band).Raw("W n");
                for (var strand = 0; strand < 8; strand++)
                {
                    tile.Stroke(0x2C6F72, 0.5);
                    Ornament.Wave(tile, Period, 10, strand * Math.PI / 4, 1);
                }
                tile.Raw("Q");
            });
    }
}
