namespace Lms.Web.Features.Home;

/// <summary>Texts of the front page: HomeText.resx is Vietnamese, HomeText.en.resx English.</summary>
public sealed class HomeText;
