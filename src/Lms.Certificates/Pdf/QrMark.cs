using PdfSharp.Drawing;
using QRCoder;

namespace Lms.Certificates.Pdf;

/// <summary>
/// Carrier A: the address of the public page. All upper case, because a scheme and a host may be and then the
/// code needs 5.5 bits a character instead of 8: fewer, larger modules for poor prints and old phones.
/// </summary>
internal static class QrMark
{
    public const double Side = 25 / 25.4 * 72;

    public static string Address(string publicAddress, string code) => $"{publicAddress.TrimEnd('/')}/C/{code}".ToUpperInvariant();

    /// <summary>On white with the four modules of quiet zone that ISO/IEC 18004 asks for.</summary>
    /// <param name="x">Left edge of the modules, without the quiet zone.</param>
    public static void Draw(XGraphics graphics, string address, double x, double y)
    {
        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.Q);
        var rows = code.ModuleMatrix;
        // The matrix carries a quiet zone of its own.
        const int Quiet = 4;
        var modules = rows.Count - 2 * Quiet;
        var module = Side / modules;
        graphics.DrawRectangle(new XPen(Palette.Color(Palette.Gold), 0.5), XBrushes.White, x - Quiet * module, y - Quiet * module, Side + 2 * Quiet * module, Side + 2 * Quiet * module);

        // One path: pieces filled apart would show hairlines between them on screens.
        var path = new XGraphicsPath { FillMode = XFillMode.Winding };
        for (var row = 0; row < modules; row++)
            for (var column = 0; column < modules; column++)
            {
                var start = column;
                while (column < modules && rows[row + Quiet][column + Quiet]) column++;
                if (column > start) path.AddRectangle(x + start * module, y + row * module, (column - start) * module, module);
            }
        graphics.DrawPath(XBrushes.Black, path);
    }
}
