using System.Text.Encodings.Web;
using System.Text.Json;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

using SchoolPortal.Domain;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;

namespace SchoolPortal.Data.History;

/// <summary>
/// Writes one line of history for each record that a save adds or changes, field by field, in the same transaction.
/// Refuses a save of records that nobody answers for, and any attempt to delete one.
/// </summary>
internal static class RecordHistory
{
    // Bookkeeping that says nothing to a reader of history.
    private static readonly HashSet<string> Silent =
        [nameof(Entity.Id), nameof(Entity.Token), "SearchText", "SortName", "SearchName", "SavedAt", "SavedBy", "CheckedAt", "CheckedBy", "SaidAt", "SaidBy", "Kept", "StateSince", "SectionsDone", "Bytes"];

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Of(PortalDbContext db, Change? change)
    {
        if (db.ChangeTracker.Entries<AuditEvent>().Any(e => e.State is EntityState.Modified or EntityState.Deleted))
        {
            throw new NotSupportedException("History is append-only.");
        }

        var changed = db.ChangeTracker.Entries<Entity>()
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .ToList();
        if (changed.Count == 0)
        {
            return;
        }

        if (change is null)
        {
            throw new NotSupportedException("Say who changes this, when and why: SaveAsync(change, cancel).");
        }

        if (changed.Find(e => e.State == EntityState.Deleted) is { } deleted)
        {
            throw new NotSupportedException($"{deleted.Metadata.ClrType.Name} is never deleted; close, end or withdraw it.");
        }

        foreach (var entry in changed.Where(IsWorthALine))
        {
            db.AuditEvents.Add(new AuditEvent(
                change,
                entry.Metadata.ClrType.Name,
                entry.Entity.Id,
                (entry.Entity as IOfSchool)?.SchoolId,
                JsonSerializer.Serialize(Fields(entry), Json),
                IsRestricted(entry)));
        }
    }

    // The sections that come with a new agreement or profile are one deed, told by their owner; a note of a draft changes nothing.
    private static bool IsWorthALine(EntityEntry<Entity> entry) =>
        !(entry.State == EntityState.Added && entry.Entity is AnsweredSection or TakenDraft);

    // Of the school's people, mobiles and who is called outside hours are for few (domain §3.2, §14.4), also those that were.
    private static bool IsRestricted(EntityEntry<Entity> entry) => entry.Entity switch
    {
        DeviationReason reason => FormDefinitions.PartnershipAgreement.RestrictedKeys().Contains(reason.Field),
        ProfileSection section => section.IsRestricted || section.Earlier().Any(earlier => earlier.IsRestricted),
        SectionComment comment => comment.IsRestricted,
        SchoolContact contact => SchoolContact.IsEmergency(contact.Position) || contact.AfterHours || contact.Mobile is not null
            || entry.OriginalValues[nameof(SchoolContact.AfterHours)] is true || entry.OriginalValues[nameof(SchoolContact.Mobile)] is not null,
        _ => false,
    };

    private static SortedDictionary<string, string?[]> Fields(EntityEntry<Entity> entry)
    {
        var fields = new SortedDictionary<string, string?[]>(StringComparer.Ordinal);
        Collect(entry.State, entry.Properties, fields);
        foreach (var part in entry.ComplexProperties)
        {
            Collect(entry.State, part.Properties, fields);
        }

        return fields;
    }

    private static void Collect(EntityState state, IEnumerable<PropertyEntry> properties, SortedDictionary<string, string?[]> fields)
    {
        foreach (var property in properties.Where(p => !Silent.Contains(p.Metadata.Name)))
        {
            var before = state == EntityState.Added ? null : Text(property.OriginalValue);
            var after = Text(property.CurrentValue);
            if (before != after)
            {
                fields[property.Metadata.Name] = [before, after];
            }
        }
    }

    private static string? Text(object? value) => value switch
    {
        null => null,
        DateOnly day => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        DateTime instant => instant.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
