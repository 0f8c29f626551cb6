using Lms.Certificates.Verification;

namespace Lms.UnitTests.Certificates;

public class CertificateCodeTests
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    [Fact]
    public void A_new_code_is_read_back()
    {
        for (var i = 0; i < 1000; i++)
        {
            var code = CertificateCode.New();
            Assert.Equal(16, code.Value.Length);
            Assert.True(CertificateCode.TryParse(code.Value, out var parsed));
            Assert.Equal(code, parsed);
        }
    }

    [Fact]
    public void Every_single_wrong_character_is_caught()
    {
        foreach (var code in Codes(50))
            for (var place = 0; place < code.Length; place++)
                foreach (var other in Alphabet.Where(c => c != code[place]))
                    Assert.False(CertificateCode.TryParse(code[..place] + other + code[(place + 1)..], out _));
    }

    [Fact]
    public void Every_exchange_of_two_different_characters_is_caught_however_far_apart()
    {
        foreach (var code in Codes(200))
            for (var i = 0; i < code.Length; i++)
                for (var j = i + 1; j < code.Length; j++)
                {
                    var letters = code.ToCharArray();
                    (letters[i], letters[j]) = (letters[j], letters[i]);
                    Assert.Equal(code[i] == code[j], CertificateCode.TryParse(new string(letters), out _));
                }
    }

    [Fact]
    public void Case_spaces_and_dashes_do_not_matter_and_O_I_L_are_read_as_digits()
    {
        foreach (var code in Codes(200))
        {
            Assert.True(CertificateCode.TryParse(code, out var parsed));
            string[] written = [parsed.Spoken, $"  {code.ToLowerInvariant()}\n", parsed.Spoken.Replace('-', '–'), code.Replace('0', 'O').Replace('1', 'I'), code.Replace('0', 'o').Replace('1', 'l'), string.Join(' ', code.ToCharArray())];
            Assert.All(written, text => Assert.True(CertificateCode.TryParse(text, out var again) && again == parsed, text));
        }
    }

    [Fact]
    public void It_is_spoken_in_groups_of_four() => Assert.Matches("^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$", CertificateCode.New().Spoken);

    [Theory]
    [InlineData(null), InlineData(""), InlineData("0000"), InlineData("00000000000000000"), InlineData("UUUUUUUUUUUUUUUU"), InlineData("'; DROP TABLE --"), InlineData("ÀÀÀÀÀÀÀÀÀÀÀÀÀÀÀÀ"), InlineData("\uD800\uD800\uD800")]
    public void Anything_else_is_no_code(string? text) => Assert.False(CertificateCode.TryParse(text, out _));

    private static IEnumerable<string> Codes(int count) => Enumerable.Range(0, count).Select(_ => CertificateCode.New().Value);
}
