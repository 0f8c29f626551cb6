using System.Text.Json;
using Lms.Certificates.Verification;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Lms.Web.Api;

internal static class CertificatesApi
{
    private const int MostCodes = 1_000;

    public static void MapCertificates(this RouteGroupBuilder api)
    {
        api.MapGet("/certificates/{code}", VerifyAsync).WithName("verifyCertificate").WithSummary("Checks one certificate")
            .WithDescription("Takes the 16 characters in any case, with or without dashes. 404 with standing \"unknown\" for a code that nobody holds and for what is no code at all.")
            .RefusesTooMany();
        api.MapPost("/certificates/checks", CheckManyAsync).WithName("checkCertificates").WithSummary("Checks up to 1,000 certificates at once; needs an API key")
            .WithDescription("Answers in the order of the codes.").RefusesTooMany().Accepts<List<string>>("application/json", "*/*").Produces<List<CertificateAnswer>>()
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status415UnsupportedMediaType).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<Results<Ok<CertificateAnswer>, NotFound<CertificateAnswer>>> VerifyAsync(string code, Lms.Certificates.Issuing.Certificates certificates, VerificationCounts counts, HttpContext context, CancellationToken ct)
    {
        Open(context);
        var result = await certificates.VerifyAsync(code.Length > 64 ? "" : code, ct);
        if (result.Facts is { } facts) counts.Record(facts.Code);
        var answer = CertificateAnswer.Of(result);
        return answer.Certificate is null ? TypedResults.NotFound(answer) : TypedResults.Ok(answer);
    }

    /// <summary>Reads the body itself: before a route that only takes JSON is even found, somebody without a key is told that he needs one.</summary>
    private static async Task<IResult> CheckManyAsync(HttpContext context, CertificateLookup lookup, CancellationToken ct)
    {
        if (ApiCallers.KeyOf(context) is null) return ApiCallers.Unauthorized(context, "Checking many certificates at once needs an API key.");
        if (!context.Request.HasJsonContentType()) return ApiCallers.Problem(StatusCodes.Status415UnsupportedMediaType, "Send application/json.");
        List<string?>? codes;
        try
        {
            codes = await context.Request.ReadFromJsonAsync<List<string?>>(ct);
        }
        catch (JsonException)
        {
            codes = null;
        }

        if (codes is null) return ApiCallers.Problem(StatusCodes.Status400BadRequest, "Send a list of codes: [\"7K3M9QXA2C4DE5F6\", …].");
        if (codes.Count > MostCodes) return ApiCallers.Problem(StatusCodes.Status422UnprocessableEntity, $"At most {MostCodes} codes at once.");
        Open(context);
        return TypedResults.Ok((await lookup.ManyAsync([.. codes.Select(c => c ?? "")], ct)).Select(CertificateAnswer.Of).ToList());
    }

    /// <summary>Pages of other sites may ask as well: the answer is the same for everybody. It is nobody's to keep, because it may change.</summary>
    private static void Open(HttpContext context)
    {
        context.Response.Headers[HeaderNames.AccessControlAllowOrigin] = "*";
        context.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        context.Response.Headers[HeaderNames.CacheControl] = "no-store";
        context.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
    }

    public static RouteHandlerBuilder RefusesTooMany(this RouteHandlerBuilder route) => route
        .AddEndpointFilter(async (call, next) => await call.HttpContext.RequestServices.GetRequiredService<ApiCallers>().RefusalAsync(call.HttpContext) ?? await next(call))
        .ProducesProblem(StatusCodes.Status429TooManyRequests);
}
