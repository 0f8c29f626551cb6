using Lms.Certificates.Employers;

namespace Lms.Web.Api;

/// <summary>Which certificates an employer wants to be told of; always those of his own key.</summary>
internal static class WatchesApi
{
    public static void MapWatches(this RouteGroupBuilder api)
    {
        api.MapGet("/watches", ListAsync).WithName("listWatches").WithSummary("The certificates you watch, with the standing you were told last").NeedsKey().Produces<List<WatchAnswer>>();
        api.MapPut("/watches/{code}", WatchAsync).WithName("watchCertificate").WithSummary("Tells your webhook when this certificate's standing changes").NeedsKey()
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        api.MapDelete("/watches/{code}", UnwatchAsync).WithName("unwatchCertificate").WithSummary("Watches it no longer").NeedsKey().Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> ListAsync(Watches watches, HttpContext context, CancellationToken ct) =>
        TypedResults.Ok((await watches.ListAsync(Key(context), ct)).Select(w => new WatchAnswer(w.Code.Value, w.Standing, w.Since)).ToList());

    private static async Task<IResult> WatchAsync(string code, Watches watches, HttpContext context, CancellationToken ct) => await watches.WatchAsync(Key(context), code, ct) switch
    {
        WatchOutcome.Watched => TypedResults.NoContent(),
        WatchOutcome.UnknownCode => ApiCallers.Problem(StatusCodes.Status404NotFound, "No certificate has this code."),
        WatchOutcome.TooMany => ApiCallers.Problem(StatusCodes.Status422UnprocessableEntity, $"At most {Watches.MostPerKey} certificates are watched with one key."),
    };

    private static async Task<IResult> UnwatchAsync(string code, Watches watches, HttpContext context, CancellationToken ct)
    {
        await watches.UnwatchAsync(Key(context), code, ct);
        return TypedResults.NoContent();
    }

    private static Guid Key(HttpContext context) => ApiCallers.KeyOf(context)!.Key;

    private static RouteHandlerBuilder NeedsKey(this RouteHandlerBuilder route) => route.RefusesTooMany()
        .AddEndpointFilter(async (call, next) => ApiCallers.KeyOf(call.HttpContext) is null ? ApiCallers.Unauthorized(call.HttpContext, "Watching needs an API key.") : await next(call))
        .ProducesProblem(StatusCodes.Status401Unauthorized);
}
