namespace Lms.Certificates.Pdf;

/// <summary>Deep teal, lotus, sand. Not red and gold with a coat of arms: a certificate of training must not pass for the state's registration to practise.</summary>
internal static class Palette
{
    public const int Teal = 0x0F5257, TealMid = 0x4C8C8A, TealPale = 0xB9D3CF, Lotus = 0xA63D66, LotusPale = 0xE3B5C6, Gold = 0xB08D57, Sand = 0xE9DCC6, SandPale = 0xF4ECDD, Paper = 0xFDFBF6, White = 0xFFFFFF, Ink = 0x1D2B2E, Muted = 0x566A6B;
}
