using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

using SchoolPortal.Data.History;
using SchoolPortal.Data.People;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.Jobs;
using SchoolPortal.Domain.Notices;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Domain.Public;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Domain.Visits;

namespace SchoolPortal.Data;

/// <summary>
/// One model, two databases: the sealed children differ only in provider and migrations. Everyone asks for this parent.
/// </summary>
public abstract class PortalDbContext(DbContextOptions options)
    : IdentityUserContext<PortalUser, Guid>(options), IDataProtectionKeyContext
{
    private Change? change;

    public DbSet<District> Districts => Set<District>();

    public DbSet<Area> Areas => Set<Area>();

    public DbSet<Station> Stations => Set<Station>();

    public DbSet<RegisterImport> RegisterImports => Set<RegisterImport>();

    public DbSet<WatchedDirectory> WatchedDirectories => Set<WatchedDirectory>();

    public DbSet<FactCorrection> FactCorrections => Set<FactCorrection>();

    public DbSet<SchoolSuccession> SchoolSuccessions => Set<SchoolSuccession>();

    public DbSet<School> Schools => Set<School>();

    public DbSet<DirectoryImport> DirectoryImports => Set<DirectoryImport>();

    public DbSet<DirectoryImportRow> DirectoryImportRows => Set<DirectoryImportRow>();

    public DbSet<SchoolTerm> SchoolTerms => Set<SchoolTerm>();

    public DbSet<Officer> Officers => Set<Officer>();

    public DbSet<OfficerAssignment> OfficerAssignments => Set<OfficerAssignment>();

    public DbSet<OfficerLeave> OfficerLeaves => Set<OfficerLeave>();

    public DbSet<Visit> Visits => Set<Visit>();

    public DbSet<SchoolContact> SchoolContacts => Set<SchoolContact>();

    public DbSet<ContactLeave> ContactLeaves => Set<ContactLeave>();

    public DbSet<Agreement> Agreements => Set<Agreement>();

    public DbSet<AgreementSection> AgreementSections => Set<AgreementSection>();

    public DbSet<AgreementFile> AgreementFiles => Set<AgreementFile>();

    public DbSet<Acknowledgement> Acknowledgements => Set<Acknowledgement>();

    public DbSet<Signature> Signatures => Set<Signature>();

    public DbSet<TakenDraft> TakenDrafts => Set<TakenDraft>();

    public DbSet<ReturnedDraft> ReturnedDrafts => Set<ReturnedDraft>();

    public DbSet<TemplateVersion> TemplateVersions => Set<TemplateVersion>();

    public DbSet<FormVersion> FormVersions => Set<FormVersion>();

    public DbSet<ContentVersion> ContentVersions => Set<ContentVersion>();

    public DbSet<Profile> Profiles => Set<Profile>();

    public DbSet<ProfileSection> ProfileSections => Set<ProfileSection>();

    public DbSet<SectionComment> SectionComments => Set<SectionComment>();

    public DbSet<ProfileSnapshot> ProfileSnapshots => Set<ProfileSnapshot>();

    public DbSet<SectionDraft> SectionDrafts => Set<SectionDraft>();

    public DbSet<Job> Jobs => Set<Job>();

    public DbSet<JobItem> JobItems => Set<JobItem>();

    public DbSet<JobFilePart> JobFileParts => Set<JobFilePart>();

    public DbSet<Notice> Notices => Set<Notice>();

    public DbSet<MailedLink> MailedLinks => Set<MailedLink>();

    public DbSet<Person> People => Set<Person>();

    public DbSet<Grant> Grants => Set<Grant>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<AuditEvent> AuditEvents => Set<AuditEvent>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>
    /// The one save of a unit of work. Writes who, when, from, to and why beside each changed record, in the same
    /// transaction; a lost race becomes <see cref="ChangedMeanwhile"/>.
    /// </summary>
    public async Task SaveAsync(Change change, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(change);
        this.change = change;
        try
        {
            await SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new ChangedMeanwhile("Somebody else saved this after you opened it. Look at how it stands now, then decide again.");
        }
        catch (DbUpdateException broken) when (DatabaseRules.Sentence(broken) is { } sentence)
        {
            throw new ChangedMeanwhile(sentence);
        }
        finally
        {
            this.change = null;
        }
    }

    /// <summary>What was changed last; a request asks <see cref="MarksReader"/>.</summary>
    public Task<Marks> MarksAsync(CancellationToken cancel) => Set<ChangeMarks>().Select(m => new Marks(m.Access, m.Records)).SingleAsync(cancel);

    /// <summary>
    /// Writes many new rows within the current transaction, the quickest way that the database has. Goes round the change
    /// tracker, so the caller writes the history of the rows too.
    /// </summary>
    public abstract Task BulkInsertAsync<T>(IReadOnlyCollection<T> rows, CancellationToken cancel)
        where T : class;

    /// <summary>
    /// Writes many changed rows within the current transaction. Goes round the change tracker, so the caller writes the
    /// history of the rows too; a row that somebody else saved meanwhile refuses them all.
    /// </summary>
    public async Task BulkUpdateAsync<T>(IReadOnlyCollection<T> rows, CancellationToken cancel)
        where T : Entity
    {
        await BulkWrite.UpdateAsync(this, rows, cancel);
        await ChangeMarks.MoveAsync(this, access: false, records: true, cancel);
    }

    /// <summary>Copies every record into a new file while the portal runs; refuses where the database has its own way.</summary>
    public abstract Task BackUpAsync(string file, CancellationToken cancel);

    /// <summary>Puts the records of such a file in place of all that are held; refuses a file that is no backup of this or an earlier version.</summary>
    public abstract Task RestoreAsync(string file, CancellationToken cancel);

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        ChangeTracker.DetectChanges();
        RecordHistory.Of(this, change);
        foreach (var entry in ChangeTracker.Entries<Entity>().Where(e => e.State == EntityState.Modified))
        {
            entry.Property(nameof(Entity.Token)).CurrentValue = Guid.CreateVersion7();
        }

        var (access, records) = ChangeMarks.MovedBy(ChangeTracker);
        if (!access && !records)
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        await using var own = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancellationToken) : null;
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        await ChangeMarks.MoveAsync(this, access, records, cancellationToken);
        if (own is not null)
        {
            await own.CommitAsync(cancellationToken);
        }

        return saved;
    }

    // The framework keeps its data-protection keys through this one; records of ours are refused without a Change either way.
    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        ChangeTracker.DetectChanges();
        RecordHistory.Of(this, change: null);
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(PortalDbContext).Assembly);
        Mapping.Conventions.Apply(builder);
    }
}
