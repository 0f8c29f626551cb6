using System.Diagnostics;
using Lms.UnitTests.Architecture;

namespace Lms.UnitTests.Web.Theming;

/// <summary>The theme's own tests, so that one command runs every test. Their packages were installed by the build of the site.</summary>
public sealed class ThemeModulesTests
{
    [Fact]
    public async Task The_tests_of_the_scripts_pass()
    {
        using var node = Process.Start(new ProcessStartInfo("node", ["--test", "tests/"])
        {
            WorkingDirectory = Path.Combine(Codebase.Root, "themes", "Sen"), RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        var (output, error) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.WaitForExitAsync();

        Assert.True(node.ExitCode == 0, await output + await error);
        Assert.DoesNotContain("\n# tests 0\n", await output, StringComparison.Ordinal);
    }
}
