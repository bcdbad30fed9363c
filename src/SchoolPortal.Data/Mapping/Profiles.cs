using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Data.Mapping;

internal sealed class ProfileMapping : IEntityTypeConfiguration<Profile>
{
    public void Configure(EntityTypeBuilder<Profile> builder)
    {
        builder.HasIndex(p => new { p.SchoolId, p.Year }).IsUnique().HasDatabaseName(DatabaseRules.OneProfileAYear);
        builder.HasIndex(p => new { p.Year, p.State });
        builder.HasOne<School>().WithMany().HasForeignKey(p => p.SchoolId);
        builder.HasOne<TemplateVersion>().WithMany().HasForeignKey(p => p.TemplateId);
        builder.HasMany(p => p.Sections).WithOne().HasForeignKey(s => s.ProfileId);
    }
}

internal sealed class ProfileSectionMapping : IEntityTypeConfiguration<ProfileSection>
{
    public void Configure(EntityTypeBuilder<ProfileSection> builder)
    {
        AnsweredSections.Configure(builder);
        builder.Property(s => s.CheckedBy).HasMaxLength(100);
        builder.Property(s => s.EarlierJson).HasMaxLength(AnsweredSections.MostJson);
        builder.HasIndex(s => new { s.ProfileId, s.Key }).IsUnique();
        builder.HasOne<School>().WithMany().HasForeignKey(s => s.SchoolId);
    }
}

internal sealed class SectionCommentMapping : IEntityTypeConfiguration<SectionComment>
{
    public void Configure(EntityTypeBuilder<SectionComment> builder)
    {
        builder.Property(c => c.Key).HasMaxLength(40);
        builder.Property(c => c.Text).HasMaxLength(SectionComment.Longest);
        builder.Property(c => c.SaidBy).HasMaxLength(100);
        builder.HasIndex(c => new { c.ProfileId, c.Key });
        builder.HasOne<Profile>().WithMany().HasForeignKey(c => c.ProfileId);
        builder.HasOne<School>().WithMany().HasForeignKey(c => c.SchoolId);
    }
}

internal sealed class ProfileSnapshotMapping : IEntityTypeConfiguration<ProfileSnapshot>
{
    /// <summary>Room for a form filled to every limit, as JSON.</summary>
    public const int MostJson = 1_000_000;

    public void Configure(EntityTypeBuilder<ProfileSnapshot> builder)
    {
        builder.Property(s => s.Kept).HasMaxLength(MostJson);
        builder.Property(s => s.NothingToReport).HasMaxLength(1000);
        builder.HasIndex(s => s.ProfileId).IsUnique().HasDatabaseName(DatabaseRules.OneSnapshotAProfile);
        builder.HasOne<Profile>().WithMany().HasForeignKey(s => s.ProfileId);
        builder.HasOne<School>().WithMany().HasForeignKey(s => s.SchoolId);
    }
}

/// <summary>What sections of agreements and profiles have in common.</summary>
internal static class AnsweredSections
{
    /// <summary>Room for a section filled to every limit, as JSON.</summary>
    public const int MostJson = 100_000;

    public static void Configure<TSection>(EntityTypeBuilder<TSection> builder)
        where TSection : AnsweredSection
    {
        builder.Ignore(s => s.IsDone);
        builder.Ignore(s => s.RecordId);
        builder.Property(s => s.Key).HasMaxLength(40);
        builder.Property(s => s.AnswersJson).HasMaxLength(MostJson);
        builder.Property(s => s.SavedBy).HasMaxLength(100);
        builder.Property(s => s.ReturnReason).HasMaxLength(1000);
    }
}
