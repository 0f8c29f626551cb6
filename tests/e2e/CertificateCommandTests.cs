using System.Text.Json.Nodes;
using Lms.E2E.Infrastructure;

namespace Lms.E2E;

/// <summary>Certificates from the console, on the demo.</summary>
[Collection(DemoSiteTests.Name)]
public sealed class CertificateCommandTests(DemoSite demo)
{
    [Fact]
    public async Task What_is_exported_verifies_in_each_shape_and_what_is_tampered_with_does_not()
    {
        var folder = Directory.CreateTempSubdirectory("lms-export-").FullName;
        try
        {
            var exported = (await PrintedAsync("export", "--class", "KH-2026-01", "--out", folder)).AsArray();
            Assert.Equal(exported.Count * 4, Directory.GetFiles(folder).Length);
            var code = await ValidAsync(exported);
            string File(string suffix) => Path.Combine(folder, $"{code}.{suffix}");

            foreach (var (given, carrier) in new[] { (code.ToLowerInvariant(), "code"), (File("front-qr.txt"), "code"), (File("offline-qr.txt"), "offlinePayload"), (File("jwt"), "credential"), (File("pdf"), "document") })
            {
                var report = await PrintedAsync("verify", given);
                Assert.Equal(("valid", carrier, code), (report["standing"]!.GetValue<string>(), report["carrier"]!.GetValue<string>(), report["facts"]!["code"]!.GetValue<string>()));
                Assert.All(report["checks"]!.AsArray(), check => Assert.NotEqual("false", check!["passed"]?.ToJsonString()));
            }

            var pdf = await System.IO.File.ReadAllBytesAsync(File("pdf"));
            pdf[pdf.Length / 2] ^= 1;
            await System.IO.File.WriteAllBytesAsync(File("pdf"), pdf);
            Assert.Equal("altered", (await PrintedAsync("verify", File("pdf")))["standing"]!.GetValue<string>());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Another test revokes one of them, at a time and from a place in the list that are its own affair.</summary>
    private async Task<string> ValidAsync(JsonArray exported)
    {
        foreach (var code in exported.Take(3).Select(e => e!["code"]!.GetValue<string>()))
            if ((await PrintedAsync("verify", code))["standing"]!.GetValue<string>() == "valid") return code;
        throw new InvalidOperationException("Three of three certificates are not valid.");
    }

    private async Task<JsonNode> PrintedAsync(params string[] words)
    {
        var (exit, output) = await demo.Site.RunAsync(["certificate", .. words]);
        Assert.True(exit == 0, output);
        return JsonNode.Parse(output)!;
    }
}
