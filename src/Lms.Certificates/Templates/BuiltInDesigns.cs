namespace Lms.Certificates.Templates;

/// <summary>
/// The designs that come with the system. A certificate keeps the design it was issued in, so none of these is ever changed
/// once it was released: a better one gets a key of its own beside it (a test holds each to its fingerprint).
/// </summary>
internal static class BuiltInDesigns
{
    public static readonly Guid LotusLandscape = new("0e000000-0000-7000-8000-000000000001");
    public static readonly Guid LotusPortrait = new("0e000000-0000-7000-8000-000000000002");
    public static readonly Guid ModernLandscape = new("0e000000-0000-7000-8000-000000000003");

    /// <summary>What a certificate without a template of its own is printed in.</summary>
    public static readonly Guid Default = LotusLandscape;

    public static readonly IReadOnlyList<BuiltInDesign> All =
    [
        new(LotusLandscape, "Hoa sen, khổ ngang", "Lotus, landscape", LandscapeDesign.Lotus()),
        new(LotusPortrait, "Hoa sen, khổ dọc", "Lotus, portrait", PortraitDesign.Lotus()),
        new(ModernLandscape, "Hiện đại, khổ ngang", "Modern, landscape", ModernDesign.Landscape()),
    ];

    public static BuiltInDesign? Find(Guid key) => All.FirstOrDefault(design => design.Key == key);
}

internal sealed record BuiltInDesign(Guid Key, string Name, string NameEn, TemplateDesign Design);
