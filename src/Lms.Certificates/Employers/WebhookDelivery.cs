using Lms.Certificates.Verification;
using Lms.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lms.Certificates.Employers;

internal enum DeliveryState { Waiting, Delivered, GivenUp }

/// <summary>One thing an employer is to be told. The row is the queue: it is written with the change and sent afterwards.</summary>
internal sealed class WebhookDelivery
{
    /// <summary>A server that is down over a long weekend still hears of it.</summary>
    private static readonly TimeSpan[] Pauses =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(6), TimeSpan.FromHours(12), TimeSpan.FromHours(24), TimeSpan.FromHours(48)];

    private WebhookDelivery() { }

    public WebhookDelivery(Guid apiKeyKey, CertificateCode code, Standing previous, Standing standing, DateTime now) =>
        (Key, ApiKeyKey, Code, Previous, Standing, ChangedAt, DueAt) = (Data.Key.New(now), apiKeyKey, code, previous, standing, now, now);

    public Guid Key { get; private set; }
    public Guid ApiKeyKey { get; private set; }
    public CertificateCode Code { get; private set; }
    public Standing Previous { get; private set; }
    public Standing Standing { get; private set; }
    public DateTime ChangedAt { get; private set; }
    public DateTime DueAt { get; private set; }
    public int Tries { get; private set; }
    public DeliveryState State { get; private set; }
    public string? LastProblem { get; private set; }

    public void NoteDelivered() => State = DeliveryState.Delivered;

    public void NoteFailure(string problem, DateTime now)
    {
        LastProblem = problem.Length > 400 ? problem[..400] : problem;
        if (Tries > Pauses.Length) State = DeliveryState.GivenUp;
        else DueAt = now + Pauses[Math.Max(Tries, 1) - 1];
    }
}

internal sealed class WebhookDeliveryConfiguration : IEntityTypeConfiguration<WebhookDelivery>
{
    public void Configure(EntityTypeBuilder<WebhookDelivery> builder)
    {
        builder.ToTable("WebhookDeliveries");
        builder.HasKey(d => d.Key);
        builder.Property(d => d.Key).ValueGeneratedNever();
        builder.Property(d => d.Code).HasConversion(code => code.Value, text => CertificateCode.FromRegister(text)).HasMaxLength(CertificateCode.Length).IsUnicode(false);
        builder.HasOne<ApiKeyRow>().WithMany().HasForeignKey(d => d.ApiKeyKey).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(d => new { d.State, d.DueAt });
    }
}
