using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

using SchoolPortal.Domain.Public;

namespace SchoolPortal.Data.Mapping;

internal sealed class ContentVersionMapping : IEntityTypeConfiguration<ContentVersion>
{
    public void Configure(EntityTypeBuilder<ContentVersion> builder)
    {
        builder.Ignore(v => v.Words);
        builder.Property(v => v.PageKey).HasMaxLength(100);
        builder.Property(v => v.Title).HasMaxLength(ContentWords.LongestTitle);
        builder.Property(v => v.Summary).HasMaxLength(ContentWords.LongestSummary);
        builder.Property(v => v.Text).HasMaxLength(ContentWords.LongestText);
        builder.Property(v => v.Owner).HasMaxLength(ContentWords.LongestOwner);
        builder.Property(v => v.Note).HasMaxLength(ContentVersion.LongestNote);
        builder.Property(v => v.WrittenBy).HasMaxLength(100);
        builder.Property(v => v.DecidedBy).HasMaxLength(100);
        builder.HasIndex(v => new { v.PageKey, v.Number }).IsUnique().HasDatabaseName(DatabaseRules.ContentNumber);
        builder.HasIndex(v => v.PageKey).IsUnique().HasFilter("[State] = 'Draft'").HasDatabaseName(DatabaseRules.OneContentDraft);
    }
}
