using Microsoft.AspNetCore.Mvc;

namespace Lms.Web.Theming;

/// <summary>Hands the theme the main menu of the person at hand; its view is Components/MainMenu/Default.</summary>
public sealed class MainMenuViewComponent : ViewComponent
{
    public IViewComponentResult Invoke() => View(SiteMenu.Items(HttpContext.User, HttpContext.Request.Path.Value ?? "/"));
}
