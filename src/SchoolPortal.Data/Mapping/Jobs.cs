using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

using SchoolPortal.Domain.Jobs;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Data.Mapping;

internal sealed class JobMapping : IEntityTypeConfiguration<Job>
{
    public void Configure(EntityTypeBuilder<Job> builder)
    {
        builder.Property(j => j.Edition).HasMaxLength(60);
        builder.Property(j => j.Chosen).HasMaxLength(Job.LongestChosen);
        builder.Property(j => j.StateReason).HasMaxLength(1000);
        builder.HasIndex(j => new { j.PersonId, j.AskedAt });
        builder.HasIndex(j => j.PersonId, DatabaseRules.OneJobAPerson).IsUnique().HasFilter("[State] IN ('Waiting', 'Running')");
        builder.HasOne<Person>().WithMany().HasForeignKey(j => j.PersonId);
    }
}

internal sealed class JobItemMapping : IEntityTypeConfiguration<JobItem>
{
    public void Configure(EntityTypeBuilder<JobItem> builder)
    {
        builder.HasKey(i => new { i.JobId, i.Position });
        builder.Property(i => i.Sentence).HasMaxLength(JobItem.LongestSentence);
        builder.Property(i => i.Edition).HasMaxLength(60);
        builder.Property(i => i.Standing).HasMaxLength(60);
        builder.Property(i => i.Sha256).HasMaxLength(64);
        builder.HasIndex(i => new { i.JobId, i.State, i.Position });
        builder.HasOne<Job>().WithMany().HasForeignKey(i => i.JobId);
        builder.HasOne<School>().WithMany().HasForeignKey(i => i.SchoolId);
    }
}

internal sealed class JobFilePartMapping : IEntityTypeConfiguration<JobFilePart>
{
    public void Configure(EntityTypeBuilder<JobFilePart> builder)
    {
        builder.HasKey(p => new { p.JobId, p.Start });
        builder.Property(p => p.Start).ValueGeneratedNever();
        builder.HasOne<Job>().WithMany().HasForeignKey(p => p.JobId);
    }
}
