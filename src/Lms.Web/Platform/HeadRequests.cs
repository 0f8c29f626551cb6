namespace Lms.Web.Platform;

/// <summary>
/// HEAD is answered like GET, without the body (RFC 9110, 9.3.2): link checkers, previews and monitors ask that way. Done
/// here once, since an action with [HttpGet] refuses HEAD and a second attribute on every action would be forgotten.
/// </summary>
internal static class HeadRequests
{
    public static void UseHeadRequests(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await next(context);
            return;
        }

        context.Request.Method = HttpMethods.Get;
        context.Response.Body = Stream.Null;
        try
        {
            await next(context);
        }
        finally
        {
            context.Request.Method = HttpMethods.Head;
        }
    });
}
