using System.Text;
using Lms.Data;
using Lms.Training.Organisations;
using Lms.UnitTests.Infrastructure;

namespace Lms.UnitTests.Training;

public sealed class VietnameseOrderTests
{
    [Theory]
    [InlineData("ma má mà mả mã mạ", "ma mà mả mã má mạ")]
    [InlineData("ơn ôn on", "on ôn ơn")]
    [InlineData("ân ăn an", "an ăn ân")]
    [InlineData("Đào Duy Ê Em Dũng", "Dũng Duy Đào Em Ê")]
    [InlineData("Ưng Uyên Út", "Út Uyên Ưng")]
    [InlineData("Anh An Ánh Ân", "An Anh Ánh Ân")]
    [InlineData("Hòa Hoà Hoa Hòan", "Hoa Hòa Hoà Hòan")]
    [InlineData("Fang Zoe Wayne Giang Jack Vân", "Fang Giang Jack Vân Wayne Zoe")]
    public void Words_stand_as_in_a_Vietnamese_dictionary(string given, string expected) =>
        Assert.Equal(expected.Split(' '), given.Split(' ').OrderBy(VietnameseOrder.KeyOfText, StringComparer.Ordinal));

    [Fact]
    public void Names_sort_by_given_name_then_family_name_then_those_between()
    {
        string[] expected =
        [
            "Lê Thị An", "Nguyễn Văn An", "Trần An", "Phạm Quốc Ân", "Nguyễn Thị Bình", "Nguyễn Văn Bình",
            "Nguyễn Thị Thùy Dương", "Đặng Văn Đông", "Hoàng Hoa", "Hoàng Thị Hòa", "Nguyễn Y",
        ];
        Assert.Equal(expected, expected.Reverse().OrderBy(VietnameseOrder.KeyOfName, StringComparer.Ordinal));
    }

    [Fact]
    public void Case_and_the_way_a_letter_is_composed_do_not_matter()
    {
        Assert.Equal(VietnameseOrder.KeyOfName("Nguyễn Thị Thùy Dương"), VietnameseOrder.KeyOfName("NGUYỄN THỊ THÙY DƯƠNG".Normalize(NormalizationForm.FormD)));
        Assert.Equal(VietnameseOrder.KeyOfName("Lê Thúy"), VietnameseOrder.KeyOfName(" lê  thuý "));
    }

    [Fact]
    public void Numbers_sort_by_value() =>
        Assert.Equal(["Quận 1", "Quận 2", "Quận 10", "Quận 12", "Quận A"], new[] { "Quận 10", "Quận A", "Quận 2", "Quận 12", "Quận 1" }.OrderBy(VietnameseOrder.KeyOfText, StringComparer.Ordinal));

    [Fact]
    public void Strange_input_has_a_key_too()
    {
        Assert.Equal("", VietnameseOrder.KeyOfName("   "));
        Assert.All(["😀 李", "'", "\u0301\u0301", new string('ễ', 500)], name => Assert.True(VietnameseOrder.KeyOfName(name).Length <= VietnameseOrder.LongestKey && VietnameseOrder.KeyOfName(name).All(char.IsAsciiDigit)));
    }

    [Theory, EveryDatabase]
    public async Task Every_database_lists_people_in_that_order_and_finds_them_without_diacritics(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        string[] names = ["Trần Ưu", "Lê Đức Ân", "Lê Thị An", "Nguyễn Đào", "Nguyễn Dũng", "Phạm Ăn", "Lê Thị Uyên"];
        await db.UseAsync<People>(p => p.AddManyAsync([.. names.Select((n, i) => School.Person($"NV-{i}", n.Normalize(NormalizationForm.FormD)))]));

        var page = await db.UseAsync<People, PeoplePage>(p => p.PageAsync(null, null, 1));
        Assert.Equal(["Lê Thị An", "Phạm Ăn", "Lê Đức Ân", "Nguyễn Dũng", "Nguyễn Đào", "Lê Thị Uyên", "Trần Ưu"], page.People.Select(p => p.FullName));
        Assert.Equal(["Lê Đức Ân"], (await db.UseAsync<People, PeoplePage>(p => p.PageAsync("AN duc", null, 1))).People.Select(p => p.FullName));
        Assert.Equal(["Nguyễn Đào"], (await db.UseAsync<People, PeoplePage>(p => p.PageAsync("nv-3", null, 1))).People.Select(p => p.FullName));
        var second = await db.UseAsync<People, PeoplePage>(p => p.PageAsync(null, null, 2, 5));
        Assert.Equal((7, "Lê Thị Uyên"), (second.Total, second.People[0].FullName));
    }
}
