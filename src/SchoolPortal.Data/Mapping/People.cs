using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

using SchoolPortal.Data.People;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Data.Mapping;

internal sealed class PersonMapping : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("People");
        builder.Property(p => p.Name).HasMaxLength(100);
        builder.Property(p => p.Position).HasMaxLength(100);
        builder.Property(p => p.Email).HasMaxLength(254);
        builder.Property(p => p.SearchText).HasMaxLength(600);
        builder.HasIndex(p => p.Email).IsUnique().HasDatabaseName(DatabaseRules.OnePersonAnAddress);
        builder.HasIndex(p => p.SortName);
        builder.HasOne<PortalUser>().WithOne().HasForeignKey<PortalUser>(u => u.Id);
    }
}

internal sealed class GrantMapping : IEntityTypeConfiguration<Grant>
{
    public void Configure(EntityTypeBuilder<Grant> builder)
    {
        builder.HasIndex(g => g.PersonId);
        builder.HasIndex(g => g.PlaceId);
        builder.Property(g => g.Sections).HasMaxLength(400);
        builder.Property(g => g.ActingFor).HasMaxLength(100);
        builder.HasOne<Person>().WithMany().HasForeignKey(g => g.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(g => g.GrantedBy);
    }
}

internal sealed class InvitationMapping : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.Property(i => i.Name).HasMaxLength(100);
        builder.Property(i => i.Position).HasMaxLength(100);
        builder.Property(i => i.Email).HasMaxLength(254);
        builder.Property(i => i.PlaceName).HasMaxLength(200);
        builder.Property(i => i.Sections).HasMaxLength(400);
        builder.Property(i => i.InvitedByName).HasMaxLength(100);
        builder.Property(i => i.StateReason).HasMaxLength(1000);
        builder.HasIndex(i => new { i.Email, i.Role, i.PlaceId }).IsUnique().HasDatabaseName(DatabaseRules.OneInvitation)
            .HasFilter("[State] IN ('Proposed', 'Open')");
        builder.HasIndex(i => new { i.State, i.StateSince });
        builder.HasIndex(i => i.PlaceId);
        builder.HasOne<Person>().WithMany().HasForeignKey(i => i.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(i => i.InvitedBy);
    }
}

internal sealed class SessionMapping : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasIndex(s => s.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId);
    }
}

internal sealed class AuditEventMapping : IEntityTypeConfiguration<AuditEvent>
{
    public void Configure(EntityTypeBuilder<AuditEvent> builder)
    {
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Why).HasMaxLength(1000);
        builder.Property(e => e.Subject).HasMaxLength(40);
        builder.Property(e => e.Changes).HasMaxLength(250_000);
        builder.HasIndex(e => new { e.SchoolId, e.At });
        builder.HasIndex(e => e.At);
        builder.HasIndex(e => new { e.PersonId, e.At });
    }
}
