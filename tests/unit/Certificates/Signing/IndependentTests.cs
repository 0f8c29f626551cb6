using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lms.Certificates.Signing;
using Lms.UnitTests.Infrastructure;
using Face = Lms.Certificates.Issuing.Certificates;

namespace Lms.UnitTests.Certificates.Signing;

/// <summary>What implementations that are not ours make of what we sign (tests/independent): jose, cborg with Node's own crypto, and the Open Badges types of LearnCard.</summary>
public class IndependentTests
{
    [Fact]
    public async Task Others_verify_what_we_sign_and_read_the_same_facts()
    {
        await using var db = await TestDatabase.OpenAsync().WithCredentialAsync(Sample.GradeThree with { ValidityMonths = 60 });
        var (first, second) = (await db.SignedAsync(), await db.SignedAsync(Sample.Achievement("Y Bhăm Niê")));
        await db.UseAsync<Face, Lms.Certificates.Issuing.RevokeOutcome>(c => c.RevokeAsync(second.Entry.Code, "Thông tin sai", Guid.CreateVersion7()));
        var list = await db.StatusListAsync(StatusPurpose.Revocation, 0);

        var said = await AskAsync(db, [first.Jwt, second.Jwt], [list!.Jwt], [first.Digits, second.Digits]);
        Assert.Equal(first.KeyId, said["thumbprints"]![0]!.GetValue<string>());

        var credential = said["credentials"]![0]!;
        Assert.True(credential["valid"]!.GetValue<bool>());
        Assert.Empty(credential["problems"]!.AsArray().Select(p => p!.GetValue<string>()));
        Assert.Equal(["alg", "kid", "typ"], credential["header"]!.AsArray().Select(h => h!.GetValue<string>()));
        Assert.Equal("Nguyễn Thị Thùy Dương", credential["claims"]!["credentialSubject"]!["identifier"]![0]!["identityHash"]!.GetValue<string>());
        Assert.Equal(first.StatusIndex.ToString(CultureInfo.InvariantCulture), credential["claims"]!["credentialStatus"]!["statusListIndex"]!.GetValue<string>());

        Assert.Equal((131_072, second.StatusIndex), (said["statusLists"]![0]!["length"]!.GetValue<int>(), said["statusLists"]![0]!["set"]!.AsArray().Single()!.GetValue<int>()));

        var payload = said["payloads"]![1]!;
        Assert.True(payload["valid"]!.GetValue<bool>());
        Assert.Equal((-7, "localhost:5000"), (payload["algorithm"]!.GetValue<int>(), payload["issuer"]!.GetValue<string>()));
        Assert.Equal(("0002/2026/CTXH-III", "Y Bhăm Niê", 19900905), (payload["facts"]![0]!.GetValue<string>(), payload["facts"]![1]!.GetValue<string>(), payload["facts"]![2]!.GetValue<int>()));
    }

    [Fact]
    public async Task Others_refuse_every_spoilt_byte_of_the_offline_payload_and_of_the_credential()
    {
        await using var db = await TestDatabase.OpenAsync().WithCredentialAsync();
        var signed = await db.SignedAsync();
        var bytes = BigInteger.Parse(signed.Digits, CultureInfo.InvariantCulture).ToByteArray(isUnsigned: true, isBigEndian: true);
        var unprotected = Array.IndexOf(bytes, (byte)0xA0); // what stands in there is nobody's word
        List<string> payloads = [.. Enumerable.Range(0, bytes.Length).Where(i => i != unprotected).Select(i => Spoilt(bytes, i))];
        List<string> jwts = [.. Enumerable.Range(0, signed.Jwt.Length - 1).Where(i => i % 7 == 0 && signed.Jwt[i] != '.').Select(i => Replaced(signed.Jwt, i))];

        var said = await AskAsync(db, [signed.Jwt, .. jwts], [], [signed.Digits, .. payloads]);
        Assert.Equal([true, .. payloads.Select(_ => false)], said["payloads"]!.AsArray().Select(p => p!["valid"]!.GetValue<bool>()));
        Assert.Equal([true, .. jwts.Select(_ => false)], said["credentials"]!.AsArray().Select(c => c!["valid"]!.GetValue<bool>()));
    }

    private static string Spoilt(byte[] bytes, int at)
    {
        var spoilt = bytes.ToArray();
        spoilt[at] ^= 0x55;
        return new BigInteger(spoilt, isUnsigned: true, isBigEndian: true).ToString(CultureInfo.InvariantCulture);
    }

    private static string Replaced(string text, int at) => $"{text[..at]}{(text[at] == 'A' ? 'B' : 'A')}{text[(at + 1)..]}";

    private static async Task<JsonObject> AskAsync(TestDatabase db, List<string> jwts, List<string> statusLists, List<string> payloads)
    {
        var jwks = JsonNode.Parse(await db.UseAsync<PublicKeySet, byte[]>(k => k.JwksAsync()));
        return await Independent.AskAsync(new JsonObject
        {
            ["jwks"] = jwks,
            ["jwts"] = JsonSerializer.SerializeToNode(jwts),
            ["statusLists"] = JsonSerializer.SerializeToNode(statusLists),
            ["payloads"] = JsonSerializer.SerializeToNode(payloads),
        });
    }
}

internal static class Independent
{
    private static readonly string Folder = Path.Combine(Architecture.Codebase.Root, "tests", "independent");

    /// <summary>Installs the packages where that has not been done: tests obtain what they need.</summary>
    private static readonly Lazy<Task> Installed = new(async () =>
    {
        if (!File.Exists(Path.Combine(Folder, "node_modules", ".package-lock.json"))) await RunAsync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], null);
    });

    public static async Task<JsonObject> AskAsync(JsonObject question)
    {
        await Installed.Value;
        return JsonNode.Parse(await RunAsync("node", ["check.mjs"], question.ToJsonString()))!.AsObject();
    }

    private static async Task<string> RunAsync(string program, string[] arguments, string? input)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (input is not null) await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await errors);
        return await output;
    }
}
