using System.Net;

namespace Lms.Assessment.Attempts;

/// <summary>Address ranges (CIDR, RFC 4632 and 4291) from which an exam may be sat, IPv4 and IPv6; none means everywhere.</summary>
internal sealed class Networks
{
    private readonly IReadOnlyList<IPNetwork> ranges;

    private Networks(IReadOnlyList<IPNetwork> ranges) => this.ranges = ranges;

    /// <summary>Ranges or single addresses, apart by spaces, commas, semicolons or line breaks: "10.1.0.0/16, 2001:db8::/32, 203.0.113.7".</summary>
    /// <returns>Null where one of them cannot be read, which is then <paramref name="unreadable"/>.</returns>
    public static Networks? Read(string typed, out string unreadable)
    {
        var ranges = new List<IPNetwork>();
        foreach (var word in typed.Split([' ', ',', ';', '\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (Range(word) is not { } range)
            {
                unreadable = word;
                return null;
            }

            ranges.Add(range);
        }

        unreadable = "";
        return new Networks([.. ranges.Distinct()]);
    }

    /// <param name="stored">As <see cref="ToString"/> wrote it.</param>
    public static bool Admit(string stored, IPAddress? address) => stored.Length == 0 || (address is not null && Read(stored, out _)!.Holds(address));

    /// <summary>An IPv4 visitor of a server that listens on IPv6 comes as ::ffff:a.b.c.d.</summary>
    private bool Holds(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return ranges.Any(r => r.Contains(plain));
    }

    public override string ToString() => string.Join(' ', ranges);

    /// <summary>Bits behind the prefix are cleared: who writes 10.1.2.3/16 means the network that address lies in.</summary>
    private static IPNetwork? Range(string word)
    {
        var slash = word.IndexOf('/', StringComparison.Ordinal);
        var name = slash < 0 ? word : word[..slash];
        // The framework also reads "10" and "10.1" as addresses.
        if (!IPAddress.TryParse(name, out var address) || (!name.Contains(':', StringComparison.Ordinal) && name.Count(c => c == '.') != 3)) return null;
        var bytes = address.GetAddressBytes();
        var length = bytes.Length * 8;
        if (slash >= 0 && (!int.TryParse(word[(slash + 1)..], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out length) || length > bytes.Length * 8)) return null;
        for (var bit = length; bit < bytes.Length * 8; bit++) bytes[bit / 8] &= (byte)~(0x80 >> (bit % 8));
        return new IPNetwork(new IPAddress(bytes), length);
    }
}
