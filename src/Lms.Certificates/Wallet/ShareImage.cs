using System.Globalization;
using System.Security;
using System.Text;
using Lms.Certificates.Issuing;
using Lms.Certificates.Pdf;
using Lms.Certificates.Pdf.Qr;
using Lms.Certificates.Signing;
using Lms.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Lms.Certificates.Wallet;

/// <summary>A card to send or post: 1200 by 630, the shape that messengers and networks show whole. SVG, because text in it needs no renderer here; a browser makes a PNG of it.</summary>
public sealed class ShareImage(LmsDb db, IOptions<CertificateOptions> options)
{
    private const int Width = 1200, Height = 630, QrSide = 280, QrLeft = 816, QrTop = 150, TextLeft = 80, TextWidth = 670;
    private static readonly TextStyle Small = new("400", 24, "#5b6770"), Kind = new("600", 26, "#a3245c"), Credential = new("600", 40, "#1f2933"), Name = new("700", 56, "#0e5a5a");

    /// <summary>Null where there is no such certificate, or <paramref name="holderKey"/> is not its holder.</summary>
    public async Task<string?> SvgAsync(Verification.CertificateCode code, Guid holderKey, CancellationToken ct = default)
    {
        var certificate = await db.Certificates.AsNoTracking().SingleOrDefaultAsync(c => c.Code == code && c.HolderKey == holderKey, ct);
        return certificate is null ? null : Svg(certificate, new PublicSite(options.Value.PublicAddress));
    }

    /// <summary>The front QR code alone, to be shown on a phone's screen to somebody who scans it. Dark on light whatever the page's colours.</summary>
    public string QrSvg(Verification.CertificateCode code)
    {
        var qr = Code(new PublicSite(options.Value.PublicAddress).CertificateAddress(code));
        var side = qr.Size + 8; // four modules of quiet zone (ISO/IEC 18004, 9.1)
        return $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{side}v{side}H0z"/><path fill="#000" d="{Modules(qr, 4, 4, 1)}"/></svg>""";
    }

    private static string Svg(Certificate c, PublicSite site)
    {
        var svg = new StringBuilder($"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {Height}" width="{Width}" height="{Height}" font-family="'Be Vietnam Pro', 'Noto Sans', Roboto, 'Segoe UI', Arial, sans-serif">""")
            .Append(CultureInfo.InvariantCulture, $"""<rect width="{Width}" height="{Height}" fill="#fbf6ea"/><rect x="24" y="24" width="{Width - 48}" height="{Height - 48}" rx="18" fill="none" stroke="#cfa76a" stroke-width="3"/>""")
            .Append(CultureInfo.InvariantCulture, $"""<rect x="24" y="24" width="14" height="{Height - 48}" rx="7" fill="#0e5a5a"/>""");
        Line(svg, c.IssuerName, 110, Small);
        Line(svg, "CHỨNG CHỈ · CERTIFICATE", 168, Kind);
        var y = Lines(svg, c.CredentialName, 226, Credential);
        y = Lines(svg, c.HolderName, y + 84, Name);
        Line(svg, $"Số {c.CertificateNumber}  ·  cấp ngày {c.IssuedOn.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)}", Math.Max(y + 64, 470), Small);
        Line(svg, "Quét mã để xác minh · Scan to verify", 548, Small);
        var qr = Code(site.CertificateAddress(c.Code));
        var module = (double)QrSide / qr.Size;
        var edge = 4 * module;
        svg.Append(CultureInfo.InvariantCulture, $"""<rect x="{N(QrLeft - edge)}" y="{N(QrTop - edge)}" width="{N(QrSide + 2 * edge)}" height="{N(QrSide + 2 * edge)}" rx="12" fill="#fff"/>""")
            .Append(CultureInfo.InvariantCulture, $"""<path fill="#000" shape-rendering="crispEdges" d="{Modules(qr, QrLeft, QrTop, module)}"/>""")
            .Append(CultureInfo.InvariantCulture, $"""<text x="{QrLeft + QrSide / 2}" y="{QrTop + QrSide + 84}" font-size="22" text-anchor="middle" fill="#1f2933">{Escaped(site.Host)}</text>""")
            .Append(CultureInfo.InvariantCulture, $"""<text x="{QrLeft + QrSide / 2}" y="{QrTop + QrSide + 116}" font-size="22" font-weight="600" text-anchor="middle" fill="#1f2933">{c.Code.Spoken}</text>""");
        return svg.Append("</svg>").ToString();
    }

    private static QrCode Code(string address) => QrCode.Of(QrLevel.Q, 3, QrSegment.Capitals(address.ToUpperInvariant())) ?? throw new InvalidOperationException("The public address is too long for a QR code.");

    private static string Modules(QrCode qr, double left, double top, double module)
    {
        var path = new StringBuilder();
        for (var y = 0; y < qr.Size; y++)
            for (var x = 0; x < qr.Size; x++)
            {
                var start = x;
                while (x < qr.Size && qr.IsDark(x, y)) x++;
                if (x > start) path.Append(CultureInfo.InvariantCulture, $"M{N(left + start * module)} {N(top + y * module)}h{N((x - start) * module)}v{N(module)}h{N((start - x) * module)}z");
            }
        return path.ToString();
    }

    private static void Line(StringBuilder svg, string text, int y, TextStyle style) =>
        svg.Append(CultureInfo.InvariantCulture, $"""<text x="{TextLeft}" y="{y}" font-size="{style.Size}" font-weight="{style.Weight}" fill="{style.Color}"{Squeezed(text, style)}>{Escaped(text)}</text>""");

    /// <returns>The base line of the last of at most two lines.</returns>
    private static int Lines(StringBuilder svg, string text, int y, TextStyle style)
    {
        if (style.WidthOf(text) <= TextWidth)
        {
            Line(svg, text, y, style);
            return y;
        }

        var words = text.Split(' ');
        // The break that leaves the longer line as short as possible.
        var first = Enumerable.Range(1, Math.Max(1, words.Length - 1)).MinBy(n => Math.Max(words.Take(n).Sum(w => w.Length + 1), words.Skip(n).Sum(w => w.Length + 1)));
        Line(svg, string.Join(' ', words.Take(first)), y, style);
        if (first == words.Length) return y;
        Line(svg, string.Join(' ', words.Skip(first)), y + style.Size + 8, style);
        return y + style.Size + 8;
    }

    /// <summary>The viewer's font is not known: what might be too wide is told its width.</summary>
    private static string Squeezed(string text, TextStyle style) =>
        style.WidthOf(text) > TextWidth ? $""" textLength="{TextWidth}" lengthAdjust="spacingAndGlyphs" """ : "";

    private static string Escaped(string text) => SecurityElement.Escape(text);
    private static string N(double number) => Math.Round(number, 2).ToString("0.##", CultureInfo.InvariantCulture);

    private sealed record TextStyle(string Weight, int Size, string Color)
    {
        /// <summary>A generous average of sans-serif faces.</summary>
        public double WidthOf(string text) => text.Length * Size * 0.56;
    }
}
