using System.Buffers.Binary;
using System.Security.Cryptography;
using Lms.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lms.Certificates.Signing;

/// <summary>One bit in the status lists: the same place in the list of revocations and in that of suspensions.</summary>
internal readonly record struct StatusPlace(int List, int Index)
{
    /// <summary>2¹⁷: the least that W3C Bitstring Status List 1.0 allows, so that a list hides whom one asks about.</summary>
    public const int ListLength = 131_072;
}

/// <summary>A list of places and the secret that shuffles it.</summary>
internal sealed class StatusList
{
    private const int Half = 9, Mask = (1 << Half) - 1;

    private StatusList() { }

    public StatusList(int number, byte[] secret) => (Number, Secret) = (number, secret);

    public int Number { get; private set; }
    public byte[] Secret { get; private set; } = [];

    /// <summary>
    /// The n-th place given out: a permutation by a Feistel network over 18 bits, walked until it falls into 17
    /// (Black and Rogaway, "Ciphers with Arbitrary Finite Domains", 2002). Unique without a look into the table.
    /// </summary>
    public int PlaceOf(int n)
    {
        var value = n;
        do value = Permute(value);
        while (value >= StatusPlace.ListLength);
        return value;
    }

    private int Permute(int value)
    {
        var (left, right) = (value >> Half, value & Mask);
        Span<byte> block = stackalloc byte[8];
        Span<byte> hash = stackalloc byte[32];
        for (var round = 0; round < 4; round++)
        {
            BinaryPrimitives.WriteInt32BigEndian(block, round);
            BinaryPrimitives.WriteInt32BigEndian(block[4..], right);
            HMACSHA256.HashData(Secret, block, hash);
            (left, right) = (right, left ^ (BinaryPrimitives.ReadUInt16BigEndian(hash) & Mask));
        }

        return left << Half | right;
    }
}

internal sealed class StatusListConfiguration : IEntityTypeConfiguration<StatusList>
{
    public void Configure(EntityTypeBuilder<StatusList> builder)
    {
        builder.ToTable("StatusLists");
        builder.HasKey(l => l.Number);
        builder.Property(l => l.Number).ValueGeneratedNever();
        builder.Property(l => l.Secret).HasMaxLength(32);
    }
}
