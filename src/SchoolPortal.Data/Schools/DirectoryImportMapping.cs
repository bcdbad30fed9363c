using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Data.Schools;

internal sealed class DirectoryImportMapping : IEntityTypeConfiguration<DirectoryImport>
{
    public void Configure(EntityTypeBuilder<DirectoryImport> builder)
    {
        builder.Ignore(import => import.Vintage);
        builder.Ignore(import => import.ProposesNothing);
        builder.HasIndex(import => import.BroughtAt);
    }
}

internal sealed class DirectoryImportRowMapping : IEntityTypeConfiguration<DirectoryImportRow>
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public void Configure(EntityTypeBuilder<DirectoryImportRow> builder)
    {
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Changes).HasMaxLength(20_000).HasConversion(
            changes => FactChangesJson.Write(changes),
            text => FactChangesJson.Read(text),
            Unchanging<FactChange>());
        builder.Property(row => row.Notes).HasMaxLength(20_000).HasConversion(
            notes => Write(notes),
            text => Read<DirectoryNote>(text),
            Unchanging<DirectoryNote>());
        builder.Property(row => row.Rulings).HasMaxLength(4000).HasConversion(
            rulings => Write(rulings),
            text => Read<FactRuling>(text),
            Unchanging<FactRuling>());
        builder.Ignore(row => row.Taken);
        builder.HasIndex(row => new { row.ImportId, row.Kind, row.Number });
        builder.HasOne<DirectoryImport>().WithMany().HasForeignKey(row => row.ImportId);
        builder.HasOne<District>().WithMany().HasForeignKey(row => row.DistrictId);
    }

    // Named, so that the model made beforehand can call them.
    internal static string Write<T>(IReadOnlyList<T> some) => JsonSerializer.Serialize(some, Json);

    internal static IReadOnlyList<T> Read<T>(string text) => JsonSerializer.Deserialize<List<T>>(text, Json)!;

    /// <summary>A list that is written once needs no watching.</summary>
    private static ValueComparer<IReadOnlyList<T>> Unchanging<T>() =>
        new((one, other) => ReferenceEquals(one, other), list => list.Count, list => list);
}
