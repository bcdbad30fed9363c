using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Data.Mapping;

internal sealed class SectionDraftMapping : IEntityTypeConfiguration<SectionDraft>
{
    public void Configure(EntityTypeBuilder<SectionDraft> builder)
    {
        builder.HasKey(d => d.PageId);
        builder.Property(d => d.PageId).ValueGeneratedNever();
        builder.Property(d => d.SectionKey).HasMaxLength(40);
        builder.Property(d => d.Typed).HasMaxLength(SectionDraft.MostTyped);
        builder.HasIndex(d => new { d.RecordId, d.SectionKey, d.PersonId });
        builder.HasIndex(d => d.At);
        builder.HasOne<Person>().WithMany().HasForeignKey(d => d.PersonId);
    }
}

internal sealed class TakenDraftMapping : IEntityTypeConfiguration<TakenDraft>
{
    /// <summary>Room for a form filled to every limit, as JSON.</summary>
    private const int MostJson = 1_000_000;

    public void Configure(EntityTypeBuilder<TakenDraft> builder)
    {
        builder.Property(t => t.FormKey).HasMaxLength(40);
        builder.Property(t => t.Edition).HasMaxLength(40);
        builder.Property(t => t.LeftOut).HasMaxLength(10_000);
        builder.Property(t => t.AnswersJson).HasMaxLength(MostJson);
        builder.Property(t => t.FactsJson).HasMaxLength(20_000);
        builder.Property(t => t.Sha256).HasMaxLength(64);
        builder.HasIndex(t => new { t.RecordId, t.Sha256 });
        builder.HasOne<School>().WithMany().HasForeignKey(t => t.SchoolId);
        builder.HasOne<TemplateVersion>().WithMany().HasForeignKey(t => t.TemplateId);
    }
}

internal sealed class TemplateVersionMapping : IEntityTypeConfiguration<TemplateVersion>
{
    public void Configure(EntityTypeBuilder<TemplateVersion> builder)
    {
        builder.Property(t => t.FormKey).HasMaxLength(40);
        builder.Property(t => t.Wording).HasMaxLength(1_000_000);
        builder.Property(t => t.Sha256).HasMaxLength(64);
        builder.Property(t => t.FileName).HasMaxLength(200);
        builder.Property(t => t.Note).HasMaxLength(TemplateVersion.LongestNote);
        builder.Property(t => t.BroughtBy).HasMaxLength(100);
        builder.Property(t => t.PublishedBy).HasMaxLength(100);
        builder.Property(t => t.WithdrawnBy).HasMaxLength(100);
        builder.HasIndex(t => new { t.FormKey, t.Number }).IsUnique().HasDatabaseName(DatabaseRules.TemplateNumber);
    }
}

internal sealed class FormVersionMapping : IEntityTypeConfiguration<FormVersion>
{
    public void Configure(EntityTypeBuilder<FormVersion> builder)
    {
        builder.Property(f => f.FormKey).HasMaxLength(40);
        builder.Property(f => f.Json).HasMaxLength(FormVersion.MostJson);
        builder.Property(f => f.Note).HasMaxLength(FormVersion.LongestNote);
        builder.Property(f => f.BroughtBy).HasMaxLength(100);
        builder.Property(f => f.DecidedBy).HasMaxLength(100);
        builder.HasIndex(f => new { f.FormKey, f.Number })
            .IsUnique()
            .HasFilter("[State] = 'Published'")
            .HasDatabaseName(DatabaseRules.OnePublishedForm);
    }
}

internal sealed class ReturnedDraftMapping : IEntityTypeConfiguration<ReturnedDraft>
{
    public void Configure(EntityTypeBuilder<ReturnedDraft> builder)
    {
        builder.Property(r => r.FileName).HasMaxLength(200);
        builder.Property(r => r.Sha256).HasMaxLength(64);
        builder.Property(r => r.ReturnedBy).HasMaxLength(100);
        builder.Property(r => r.SettledBy).HasMaxLength(100);
        builder.HasIndex(r => new { r.RecordId, r.State });
        builder.HasOne<TakenDraft>().WithMany().HasForeignKey(r => r.TakenId);
        builder.HasOne<School>().WithMany().HasForeignKey(r => r.SchoolId);
    }
}
