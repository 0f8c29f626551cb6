using System.Net;
using Lms.Certificates.Employers;
using Lms.Data;
using Lms.UnitTests.Certificates.Employers;
using Lms.UnitTests.Infrastructure;
using Lms.Web.Api;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Configuration;

namespace Lms.UnitTests.Web.Api;

public sealed class ApiCallersTests
{
    [Fact]
    public async Task Without_a_key_an_address_may_ask_little_with_one_as_much_as_the_key_allows_and_wrong_keys_help_nobody()
    {
        await using var db = await TestDatabase.OpenAsync();
        using var callers = new ApiCallers(new ConfigurationBuilder().AddInMemoryCollection([new("RateLimits:Api:Burst", "3"), new("RateLimits:Api:PerMinute", "3")]).Build(), TimeProvider.System);
        var key = (await db.KeyAsync()).Text;

        Assert.Equal([null, null, null, 429, 429], await AskAsync("10.0.0.1", null, 5));
        Assert.Equal([null], await AskAsync("10.0.0.2", null, 1));
        Assert.Equal(Enumerable.Repeat((int?)null, 20), await AskAsync("10.0.0.1", key, 20));
        Assert.Equal([401, 401, 401, 429], await AskAsync("10.0.0.3", "lms_00000000000000000000000000000000", 4));

        async Task<List<int?>> AskAsync(string address, string? with, int times)
        {
            var answers = new List<int?>();
            for (var i = 0; i < times; i++)
            {
                await using var scope = db.Scope();
                var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider, Connection = { RemoteIpAddress = IPAddress.Parse(address) } };
                if (with is not null) context.Request.Headers["X-Api-Key"] = with;
                answers.Add((await callers.RefusalAsync(context) as ProblemHttpResult)?.StatusCode);
            }

            return answers;
        }
    }
}
