using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.Notices;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Data.Mapping;

internal sealed class NoticeMapping : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.Property(n => n.Occasion).HasMaxLength(80);
        builder.Property(n => n.ToName).HasMaxLength(100);
        builder.Property(n => n.Address).HasMaxLength(254);
        builder.Property(n => n.Subject).HasMaxLength(Notice.LongestSubject);
        builder.Property(n => n.Text).HasMaxLength(Notice.LongestText);
        builder.Property(n => n.MadeBy).HasMaxLength(100);
        builder.Property(n => n.StateReason).HasMaxLength(Notice.LongestReason);

        // Whoever sends it and whoever withdraws it meet here: the second finds it changed.
        builder.Property(n => n.State).IsConcurrencyToken();
        builder.Property(n => n.Holder).IsConcurrencyToken();

        // What concerns no school has an occasion of its own.
        builder.HasIndex(n => new { n.Kind, n.Occasion, n.SchoolId, n.Address }).IsUnique().HasDatabaseName(DatabaseRules.OneNoticeOnce).HasFilter("[SchoolId] IS NOT NULL");
        builder.HasIndex(n => new { n.SchoolId, n.MadeAt });
        builder.HasIndex(n => new { n.State, n.NotBefore });
        builder.HasIndex(n => n.MadeAt);
        builder.HasOne<School>().WithMany().HasForeignKey(n => n.SchoolId);
        builder.HasOne<Person>().WithMany().HasForeignKey(n => n.PersonId);
        builder.HasOne<SchoolContact>().WithMany().HasForeignKey(n => n.ContactId);
        builder.HasOne<Invitation>().WithMany().HasForeignKey(n => n.InvitationId);
    }
}

internal sealed class MailedLinkMapping : IEntityTypeConfiguration<MailedLink>
{
    public void Configure(EntityTypeBuilder<MailedLink> builder)
    {
        builder.HasKey(l => l.Sha256);
        builder.Property(l => l.Sha256).HasMaxLength(64);
        builder.Property(l => l.ToName).HasMaxLength(100);
        builder.HasOne<Notice>().WithMany().HasForeignKey(l => l.NoticeId);
        builder.HasOne<School>().WithMany().HasForeignKey(l => l.SchoolId);
        builder.HasOne<Person>().WithMany().HasForeignKey(l => l.PersonId);
        builder.HasOne<SchoolContact>().WithMany().HasForeignKey(l => l.ContactId);
        builder.HasOne<Invitation>().WithMany().HasForeignKey(l => l.InvitationId);
    }
}
