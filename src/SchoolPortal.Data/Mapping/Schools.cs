using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Data.Mapping;

internal sealed class DistrictMapping : IEntityTypeConfiguration<District>
{
    public void Configure(EntityTypeBuilder<District> builder)
    {
        builder.Property(d => d.Code).HasMaxLength(3);
        builder.HasIndex(d => d.Code).IsUnique();
        builder.Property(d => d.Name).HasMaxLength(60);
    }
}

internal sealed class AreaMapping : IEntityTypeConfiguration<Area>
{
    public void Configure(EntityTypeBuilder<Area> builder)
    {
        builder.Property(a => a.Name).HasMaxLength(80);
        builder.HasIndex(a => new { a.DistrictId, a.Name }).IsUnique();
        builder.HasOne<District>().WithMany().HasForeignKey(a => a.DistrictId);
    }
}

internal sealed class StationMapping : IEntityTypeConfiguration<Station>
{
    public void Configure(EntityTypeBuilder<Station> builder)
    {
        builder.Ignore(s => s.Point);
        builder.Ignore(s => s.Details);
        builder.Property(s => s.Name).HasMaxLength(100);
        builder.Property(s => s.SortName).HasMaxLength(120);
        builder.Property(s => s.SearchText).HasMaxLength(400);
        builder.HasIndex(s => new { s.AreaId, s.SortName }).IsUnique().HasDatabaseName(DatabaseRules.OneStationAName);
        builder.HasIndex(s => s.SortName);
        builder.HasOne<Area>().WithMany().HasForeignKey(s => s.AreaId);
    }
}

internal sealed class SchoolMapping : IEntityTypeConfiguration<School>
{
    public void Configure(EntityTypeBuilder<School> builder)
    {
        builder.Ignore(s => s.Place);
        builder.Ignore(s => s.Possible);
        builder.HasIndex(s => s.Number).IsUnique();
        builder.HasIndex(s => new { s.SortName, s.Id });
        builder.HasIndex(s => s.DistrictId);
        builder.HasIndex(s => s.AreaId);
        builder.ComplexProperty(s => s.Facts, facts =>
        {
            foreach (var property in facts.Metadata.ComplexType.GetProperties())
            {
                property.SetColumnName(property.Name);
            }
        });
        builder.Property(s => s.SearchText).HasMaxLength(400);
        builder.Property(s => s.Notes).HasMaxLength(1000);
        builder.HasOne<District>().WithMany().HasForeignKey(s => s.DistrictId);
        builder.HasOne<Area>().WithMany().HasForeignKey(s => s.AreaId);
        builder.HasOne<Station>().WithMany().HasForeignKey(s => s.StationId);
    }
}

internal sealed class SchoolSuccessionMapping : IEntityTypeConfiguration<SchoolSuccession>
{
    public void Configure(EntityTypeBuilder<SchoolSuccession> builder)
    {
        builder.HasIndex(s => s.SchoolId);
        builder.HasIndex(s => s.SuccessorId);
        builder.HasOne<School>().WithMany().HasForeignKey(s => s.SchoolId);
        builder.HasOne<School>().WithMany().HasForeignKey(s => s.SuccessorId);
    }
}

internal sealed class FactCorrectionMapping : IEntityTypeConfiguration<FactCorrection>
{
    public void Configure(EntityTypeBuilder<FactCorrection> builder)
    {
        builder.Ignore(c => c.Leads);
        builder.HasIndex(c => new { c.SchoolId, c.Fact }).IsUnique().HasFilter("[EndedAt] IS NULL").HasDatabaseName(DatabaseRules.OneCorrectionAFact);
        builder.HasOne<School>().WithMany().HasForeignKey(c => c.SchoolId);
        builder.HasOne<DirectoryImport>().WithMany().HasForeignKey(c => c.EndedWithId);
    }
}

internal sealed class WatchedDirectoryMapping : IEntityTypeConfiguration<WatchedDirectory>
{
    public void Configure(EntityTypeBuilder<WatchedDirectory> builder)
    {
        builder.HasIndex(w => w.Place).IsUnique();
        builder.HasOne<DirectoryImport>().WithMany().HasForeignKey(w => w.ImportId);
    }
}

internal sealed class RegisterImportMapping : IEntityTypeConfiguration<RegisterImport>
{
    public void Configure(EntityTypeBuilder<RegisterImport> builder) => builder.HasIndex(i => i.BroughtAt);
}

internal sealed class SchoolTermMapping : IEntityTypeConfiguration<SchoolTerm>
{
    public void Configure(EntityTypeBuilder<SchoolTerm> builder) =>
        builder.HasIndex(t => new { t.Year, t.Number }).IsUnique();
}
