using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Data.Mapping;

internal sealed class OfficerMapping : IEntityTypeConfiguration<Officer>
{
    public void Configure(EntityTypeBuilder<Officer> builder)
    {
        builder.Ignore(o => o.Title);
        builder.Ignore(o => o.IsSworn);
        builder.Property(o => o.Name).HasMaxLength(100);
        builder.Property(o => o.Email).HasMaxLength(254);
        builder.Property(o => o.SearchText).HasMaxLength(600);
        builder.HasIndex(o => o.PersonId);
        builder.HasIndex(o => o.Email).IsUnique().HasDatabaseName(DatabaseRules.OneOfficerAnAddress);
        builder.HasIndex(o => o.SortName);
        builder.HasOne(o => o.Station).WithMany().HasForeignKey(o => o.StationId);
        builder.Navigation(o => o.Station).AutoInclude();
        builder.HasOne<Person>().WithMany().HasForeignKey(o => o.PersonId);
    }
}

internal sealed class OfficerAssignmentMapping : IEntityTypeConfiguration<OfficerAssignment>
{
    public void Configure(EntityTypeBuilder<OfficerAssignment> builder)
    {
        // The trigger is made in the migrations; naming it here makes SQL Server's save go round its OUTPUT clause.
        builder.ToTable("OfficerAssignments", t => t.HasTrigger(DatabaseRules.NoOverlap));
        builder.HasIndex(a => new { a.SchoolId, a.Kind }).IsUnique().HasFilter("[To] IS NULL").HasDatabaseName(DatabaseRules.OneLead);
        builder.HasIndex(a => a.OfficerId);

        // The one above holds for duties without an end alone; without this, every question by school reads them all.
        builder.HasIndex(a => a.SchoolId);
        builder.Property(a => a.HandoverNote).HasMaxLength(1000);
        builder.HasOne<School>().WithMany().HasForeignKey(a => a.SchoolId);
        builder.HasOne<Officer>().WithMany().HasForeignKey(a => a.OfficerId);
        builder.HasOne<OfficerLeave>().WithMany().HasForeignKey(a => a.LeaveId);
    }
}

internal sealed class OfficerLeaveMapping : IEntityTypeConfiguration<OfficerLeave>
{
    public void Configure(EntityTypeBuilder<OfficerLeave> builder)
    {
        builder.HasIndex(l => l.To);
        builder.HasOne<Officer>().WithMany().HasForeignKey(l => l.OfficerId);
    }
}

internal sealed class SchoolContactMapping : IEntityTypeConfiguration<SchoolContact>
{
    public void Configure(EntityTypeBuilder<SchoolContact> builder)
    {
        builder.Property(c => c.Name).HasMaxLength(100);
        builder.Property(c => c.SearchName).HasMaxLength(120);
        builder.Property(c => c.Email).HasMaxLength(254);
        builder.Property(c => c.Phone).HasMaxLength(40);
        builder.Property(c => c.Mobile).HasMaxLength(40);
        builder.HasIndex(c => new { c.SchoolId, c.Position }).IsUnique()
            .HasFilter("[To] IS NULL AND [Position] IN ('Principal', 'LeadSchoolContact', 'PresidingMember')")
            .HasDatabaseName(DatabaseRules.OneContact);
        builder.HasIndex(c => c.SearchName);

        // The one above holds for three positions alone; without this, every question by school reads them all.
        builder.HasIndex(c => c.SchoolId);
        builder.HasOne<School>().WithMany().HasForeignKey(c => c.SchoolId);
        builder.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId);
    }
}

internal sealed class ContactLeaveMapping : IEntityTypeConfiguration<ContactLeave>
{
    public void Configure(EntityTypeBuilder<ContactLeave> builder)
    {
        builder.HasIndex(l => l.SchoolId);
        builder.HasOne<School>().WithMany().HasForeignKey(l => l.SchoolId);
        builder.HasOne<SchoolContact>().WithMany().HasForeignKey(l => l.ContactId);
        builder.HasOne<SchoolContact>().WithMany().HasForeignKey(l => l.StandInId);
        builder.HasOne<Grant>().WithMany().HasForeignKey(l => l.GrantId);
    }
}
