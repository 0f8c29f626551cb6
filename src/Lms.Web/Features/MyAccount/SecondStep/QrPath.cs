using System.Globalization;
using System.Text;
using QRCoder;

namespace Lms.Web.Features.MyAccount.SecondStep;

/// <summary>A QR code as one SVG path, one unit a module: no image file and no style attribute, which the site's policy forbids.</summary>
public sealed record QrPath(int Size, string Data)
{
    public static QrPath Of(string content)
    {
        using var code = QRCodeGenerator.GenerateQrCode(content, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix; // quiet zone included
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
            for (var x = 0; x < rows[y].Count; x++)
                if (rows[y][x]) path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
        return new QrPath(rows.Count, path.ToString());
    }
}
