using System.Buffers.Binary;
using System.Text;

namespace Lms.Certificates.Pdf.Fonts;

/// <summary>
/// What a page needs to know of a TrueType font (ISO/IEC 14496-22): which glyph a character has and how far it advances.
/// Read once in a process. The fonts are ours (tools/subset-fonts.mjs), so nothing here guards against broken ones.
/// </summary>
internal sealed class FontFace
{
    private readonly Dictionary<string, (int Offset, int Length)> tables = [];
    private readonly ushort[] glyphs = new ushort[char.MaxValue + 1];
    private readonly Lazy<Dictionary<int, char>> characters;

    public FontFace(string name, byte[] file)
    {
        (Name, File) = (name, file);
        for (var i = 0; i < U16(4); i++) tables[Encoding.ASCII.GetString(file, 12 + 16 * i, 4)] = (I32(20 + 16 * i), I32(24 + 16 * i));
        var head = tables["head"].Offset;
        UnitsPerEm = U16(head + 18);
        Box = [.. Enumerable.Range(0, 4).Select(i => Thousandths(I16(head + 36 + 2 * i)))];
        var (horizontal, os2) = (tables["hhea"].Offset, tables["OS/2"].Offset);
        (Ascent, Descent, CapHeight) = (Thousandths(I16(horizontal + 4)), Thousandths(I16(horizontal + 6)), Thousandths(I16(os2 + 88)));
        ItalicAngle = I32(tables["post"].Offset + 4) / 65536;
        Advances = ReadAdvances(U16(horizontal + 34), U16(tables["maxp"].Offset + 4));
        ReadCharacters();
        characters = new(() => Characters().DistinctBy(c => c.Glyph).ToDictionary(c => c.Glyph, c => c.Character));
    }

    public string Name { get; }
    public byte[] File { get; }
    public int UnitsPerEm { get; }
    /// <summary>All lengths in thousandths of the font's size.</summary>
    public int[] Box { get; }
    public int Ascent { get; }
    public int Descent { get; }
    public int CapHeight { get; }
    public int ItalicAngle { get; }
    public int[] Advances { get; }

    /// <summary>0 where the font lacks the character. Surrogates have no glyph of their own, so whatever lies beyond the first plane is lacking.</summary>
    public int Glyph(char character) => glyphs[character];

    /// <summary>The first character that has the glyph.</summary>
    public char? Character(int glyph) => characters.Value.TryGetValue(glyph, out var character) ? character : null;

    public bool Has(string text) => text.All(c => glyphs[c] != 0);

    /// <summary>At size 1. Glyphs are set one after another, without kerning.</summary>
    public double Width(string text)
    {
        var sum = 0;
        foreach (var c in text) sum += Advances[glyphs[c]];
        return sum / 1000.0;
    }

    /// <summary>Every character with its glyph, in order.</summary>
    public IEnumerable<(char Character, int Glyph)> Characters() =>
        Enumerable.Range(1, char.MaxValue).Where(c => glyphs[c] != 0).Select(c => ((char)c, (int)glyphs[c]));

    private int[] ReadAdvances(int measured, int count)
    {
        var table = tables["hmtx"].Offset;
        // The last measure counts for all glyphs after it.
        return [.. Enumerable.Range(0, count).Select(glyph => Thousandths(U16(table + 4 * Math.Min(glyph, measured - 1))))];
    }

    /// <summary>The subtable of platform 3, encoding 1 in format 4: ranges of characters with a step or a list of glyphs.</summary>
    private void ReadCharacters()
    {
        var table = tables["cmap"].Offset;
        var unicode = Enumerable.Range(0, U16(table + 2)).First(i => U16(table + 4 + 8 * i) == 3 && U16(table + 6 + 8 * i) == 1);
        var map = table + I32(table + 8 + 8 * unicode);
        var segments = U16(map + 6) / 2;
        int ends = map + 14, starts = ends + 2 * segments + 2, steps = starts + 2 * segments, offsets = steps + 2 * segments;
        for (var i = 0; i < segments; i++)
        {
            int first = U16(starts + 2 * i), last = U16(ends + 2 * i), step = U16(steps + 2 * i), offset = U16(offsets + 2 * i);
            for (var c = first; c <= last && c < char.MaxValue; c++)
            {
                var glyph = offset == 0 ? c : U16(offsets + 2 * i + offset + 2 * (c - first));
                glyphs[c] = glyph == 0 ? (ushort)0 : (ushort)(glyph + step);
            }
        }
    }

    private int Thousandths(int units) => (int)Math.Round(units * 1000.0 / UnitsPerEm);
    private ushort U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(File.AsSpan(at));
    private short I16(int at) => BinaryPrimitives.ReadInt16BigEndian(File.AsSpan(at));
    private int I32(int at) => BinaryPrimitives.ReadInt32BigEndian(File.AsSpan(at));
}
