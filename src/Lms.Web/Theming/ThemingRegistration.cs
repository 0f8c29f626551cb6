using Microsoft.Extensions.Localization;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Lms.Web.Platform;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.WebEncoders;

namespace Lms.Web.Theming;

internal static class ThemingRegistration
{
    /// <summary>The first is what a visitor gets who has not chosen: the browser's wish is not asked, the programme is Vietnamese.</summary>
    public static readonly string[] Cultures = ["vi", "en"];

    public static IServiceCollection AddTheming(this IServiceCollection services, IConfiguration configuration)
    {
        if (configuration["Theme"] is { } theme)
        {
            if (!FeatureLocations.IsTheme(theme)) throw new StartupProblem($"Theme is \"{theme}\": name a folder under themes/ that this build holds, for example Sen.");
            services.Configure<ThemeOptions>(o => o.Name = theme);
        }

        services.AddLocalization();
        // AddLocalization has registered Microsoft's factory; ours stands before it.
        services.AddSingleton<ResourceManagerStringLocalizerFactory>();
        services.AddSingleton<IStringLocalizerFactory>(s => new PluralTexts(s.GetRequiredService<ResourceManagerStringLocalizerFactory>()));
        services.Configure<RequestLocalizationOptions>(o =>
        {
            o.SetDefaultCulture(Cultures[0]).AddSupportedCultures(Cultures).AddSupportedUICultures(Cultures);
            o.RequestCultureProviders = [new QueryStringRequestCultureProvider(), new CookieRequestCultureProvider { CookieName = "lang" }];
            // One way to write dates in both languages; a number keeps the habit of its language.
            foreach (var culture in o.SupportedCultures!.Concat(o.SupportedUICultures!).Append(o.DefaultRequestCulture.Culture))
                culture.DateTimeFormat.ShortDatePattern = "dd/MM/yyyy";
        });
        services.AddControllersWithViews(o =>
            {
                o.Conventions.Add(new FeatureConvention());
                o.Filters.Add(new AutoValidateAntiforgeryTokenAttribute());
                o.Filters.Add(new UnreadableForm());
            })
            .AddDataAnnotationsLocalization(o => o.DataAnnotationLocalizerProvider = (_, factory) => factory.Create(typeof(Resources.SiteText)));
        services.Configure<RazorViewEngineOptions>(o => o.ViewLocationExpanders.Add(new FeatureLocations()));
        services.AddAntiforgery(o => o.Cookie.Name = "form");
        // Vietnamese letters as letters: written as &#x1EBF; they would double the size of every page.
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddSingleton<LessonMarkdown>();
        services.AddSingleton<CookieTempDataProvider>().Replace(ServiceDescriptor.Singleton<ITempDataProvider, NoticeCookie>());
        return services;
    }
}

/// <summary>Instants are UTC inside and Ho Chi Minh City time on every page; Viet Nam has no daylight saving.</summary>
public static class CityTime
{
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh");

    extension(DateTime utc)
    {
        public DateTime InCity => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone);
        /// <summary>08:30, 02/03/2026</summary>
        public string CityText => utc.InCity.ToString("HH:mm, dd/MM/yyyy", CultureInfo.InvariantCulture);
        /// <summary>2026-03-02T01:30:05.250Z, for scripts.</summary>
        public string IsoText => utc.ToString("yyyy-MM-ddTHH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        /// <summary>08:30:05</summary>
        public string CityClock => utc.InCity.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
    }

    extension(DateOnly date)
    {
        public string Text => date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
    }

    /// <summary>A form's local date and time ("2026-03-02T08:30", city time) as UTC.</summary>
    public static DateTime ToUtc(DateTime city) => TimeZoneInfo.ConvertTimeToUtc(DateTime.SpecifyKind(city, DateTimeKind.Unspecified), Zone);
}
