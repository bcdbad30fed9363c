using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Data.Mapping;

internal sealed class AgreementMapping : IEntityTypeConfiguration<Agreement>
{
    public void Configure(EntityTypeBuilder<Agreement> builder)
    {
        builder.Ignore(a => a.ValidSignatures);
        builder.Property(a => a.StateReason).HasMaxLength(1000);
        builder.Property(a => a.FrozenFacts).HasMaxLength(20_000);
        builder.Property(a => a.FrozenSha256).HasMaxLength(64);
        builder.HasIndex(a => new { a.SchoolId, a.Number }).IsUnique().HasDatabaseName(DatabaseRules.AgreementNumber);
        builder.HasIndex(a => a.SchoolId, DatabaseRules.OneInForce).IsUnique().HasFilter("[State] = 'Active'");
        builder.HasIndex(a => a.SchoolId, DatabaseRules.OneInTheMaking).IsUnique()
            .HasFilter("[State] IN ('Draft', 'SchoolReview', 'ReadyToSign', 'PartlySigned', 'Signed')");
        builder.HasOne<School>().WithMany().HasForeignKey(a => a.SchoolId);
        builder.HasOne<Agreement>().WithMany().HasForeignKey(a => a.PredecessorId);
        builder.HasOne<TemplateVersion>().WithMany().HasForeignKey(a => a.TemplateId);
        builder.HasMany(a => a.Sections).WithOne().HasForeignKey(s => s.AgreementId);
        builder.HasMany(a => a.Signatures).WithOne().HasForeignKey(s => s.AgreementId);
        builder.HasMany(a => a.DeviationReasons).WithOne().HasForeignKey(r => r.AgreementId);
    }
}

internal sealed class AgreementSectionMapping : IEntityTypeConfiguration<AgreementSection>
{
    public void Configure(EntityTypeBuilder<AgreementSection> builder)
    {
        AnsweredSections.Configure(builder);
        builder.HasIndex(s => new { s.AgreementId, s.Key }).IsUnique();
        builder.HasOne<School>().WithMany().HasForeignKey(s => s.SchoolId);
    }
}

internal sealed class DeviationReasonMapping : IEntityTypeConfiguration<DeviationReason>
{
    public void Configure(EntityTypeBuilder<DeviationReason> builder)
    {
        builder.Property(r => r.Field).HasMaxLength(100);
        builder.Property(r => r.Reason).HasMaxLength(DeviationReason.Longest);
        builder.Property(r => r.SavedBy).HasMaxLength(100);
        builder.HasIndex(r => new { r.AgreementId, r.Field }).IsUnique();
        builder.HasOne<School>().WithMany().HasForeignKey(r => r.SchoolId);
    }
}

internal sealed class AgreementFileMapping : IEntityTypeConfiguration<AgreementFile>
{
    public void Configure(EntityTypeBuilder<AgreementFile> builder)
    {
        builder.Property(f => f.Sha256).HasMaxLength(64);
        builder.HasIndex(f => new { f.AgreementId, f.Kind, f.MadeAt });
        builder.HasOne<Agreement>().WithMany().HasForeignKey(f => f.AgreementId);
        builder.HasOne<School>().WithMany().HasForeignKey(f => f.SchoolId);
    }
}

internal sealed class AcknowledgementMapping : IEntityTypeConfiguration<Acknowledgement>
{
    public void Configure(EntityTypeBuilder<Acknowledgement> builder)
    {
        builder.Property(a => a.Text).HasMaxLength(Acknowledgement.LongestText);
        builder.Property(a => a.GivenByName).HasMaxLength(100);
        builder.HasIndex(a => new { a.AgreementId, a.AboutId });
        builder.HasIndex(a => a.SchoolId).HasFilter("[GivenAt] IS NULL AND [ClosedOn] IS NULL");
        builder.HasOne<School>().WithMany().HasForeignKey(a => a.SchoolId);
        builder.HasOne<Agreement>().WithMany().HasForeignKey(a => a.AgreementId);
        builder.HasOne<Person>().WithMany().HasForeignKey(a => a.GivenBy);
    }
}

internal sealed class SignatureMapping : IEntityTypeConfiguration<Signature>
{
    public void Configure(EntityTypeBuilder<Signature> builder)
    {
        builder.Property(s => s.TypedName).HasMaxLength(100);
        builder.Property(s => s.ActingFor).HasMaxLength(100);
        builder.Property(s => s.Position).HasMaxLength(100);
        builder.Property(s => s.Statement).HasMaxLength(1000);
        builder.Property(s => s.Sha256).HasMaxLength(64);
        builder.Property(s => s.ScanSha256).HasMaxLength(64);
        builder.Property(s => s.ConfirmedBy).HasMaxLength(100);
        builder.HasIndex(s => new { s.AgreementId, s.Party }).IsUnique().HasFilter("[VoidedAt] IS NULL").HasDatabaseName(DatabaseRules.OneSignatureAParty);
        builder.HasIndex(s => new { s.AgreementId, s.PersonId }).IsUnique().HasFilter("[VoidedAt] IS NULL AND [PersonId] IS NOT NULL").HasDatabaseName(DatabaseRules.OneSignatureAPerson);
        builder.HasOne<School>().WithMany().HasForeignKey(s => s.SchoolId);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(s => s.ConfirmedById);
    }
}
