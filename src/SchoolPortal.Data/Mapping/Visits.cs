using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

using SchoolPortal.Domain.Schools;
using SchoolPortal.Domain.Visits;

namespace SchoolPortal.Data.Mapping;

internal sealed class VisitMapping : IEntityTypeConfiguration<Visit>
{
    public void Configure(EntityTypeBuilder<Visit> builder)
    {
        builder.ToTable("Visits");
        builder.Ignore(v => v.MetPositions);
        builder.HasIndex(v => new { v.SchoolId, v.On });
        builder.Property(v => v.Met).HasMaxLength(400);
        builder.Property(v => v.Notes).HasMaxLength(Visit.LongestNotes);
        builder.HasOne<School>().WithMany().HasForeignKey(v => v.SchoolId);
    }
}
