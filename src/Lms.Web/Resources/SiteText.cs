namespace Lms.Web.Resources;

/// <summary>Texts of the frame around every page: menu, footer, errors, forms. SiteText.resx is Vietnamese, SiteText.en.resx English.</summary>
public sealed class SiteText;
