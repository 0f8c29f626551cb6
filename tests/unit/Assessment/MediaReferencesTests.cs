using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;

namespace Lms.UnitTests.Assessment;

public sealed class MediaReferencesTests
{
    [Fact]
    public void Files_that_came_along_get_their_addresses_wherever_they_are_named()
    {
        var addresses = new Dictionary<string, string> { ["sơ-đồ.png"] = "/media/k1/a.png" };
        var placed = Assert.IsType<Hotspot>(MediaReferences.Placed(new Hotspot
        {
            Prompt = "Xem ![sơ đồ](file:s%C6%A1-%C4%91%E1%BB%93.png) và ![khác](file:thi%E1%BA%BFu.png); profile:sơ-đồ.png", Image = "file:sơ-đồ.png", Areas = [],
        }, addresses));
        Assert.Equal("/media/k1/a.png", placed.Image);
        Assert.Equal("Xem ![sơ đồ](/media/k1/a.png) và ![khác](file:thi%E1%BA%BFu.png); profile:sơ-đồ.png", placed.Prompt);
    }
}
