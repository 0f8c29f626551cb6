using Microsoft.Net.Http.Headers;

namespace Lms.Web.Platform;

/// <summary>A visitor gets a page that says what to do (Features/Errors), a script or a program gets the bare status.</summary>
internal static class ErrorPages
{
    private const string Path = "/error";

    /// <summary>Also in Development: the exception stands in the log, and a page that only developers see is tested by nobody.</summary>
    public static void UseErrorPages(this WebApplication app)
    {
        app.UseLastResort();
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = Path,
            StatusCodeSelector = e => e is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError,
        });
        app.UseWhen(context => WantsPage(context.Request), branch => branch.UseStatusCodePagesWithReExecute(Path + "/{0}"));
    }

    private static bool WantsPage(HttpRequest request) =>
        request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    /// <summary>Where even the error page fails (no database, so no session), these two sentences need nothing.</summary>
    private static void UseLastResort(this WebApplication app) => app.Use(async (context, next) =>
    {
        try
        {
            await next(context);
        }
        catch (Exception e) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            app.Logger.LogError(e, "The error page failed as well.");
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            context.Response.ContentType = "text/plain; charset=utf-8";
            context.Response.Headers[HeaderNames.CacheControl] = "no-store";
            await context.Response.WriteAsync("Hệ thống đang gặp sự cố. Xin thử lại sau ít phút.\nThe site has a problem. Please try again in a few minutes.\n");
        }
    });
}
