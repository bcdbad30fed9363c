using System.Globalization;
using System.Text;
using System.Text.Json;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Web.Pages.Schools;

/// <summary>One field of a change in words; a null is a blank.</summary>
public sealed record FieldInWords(string Label, string? From, string? To);

/// <summary>
/// Turns the fields that history keeps (names and values as the database has them) into words. What kind of value a field
/// holds is taken from the model, so that a new field is told without being named here.
/// </summary>
/// <param name="model">The model of the database.</param>
/// <param name="names">Names of districts, areas, officers and people by id.</param>
public sealed class HistoryWords(IModel model, IReadOnlyDictionary<Guid, string> names)
{
    // Copies of other records that are told where they belong, and links that say nothing to a reader.
    private static readonly HashSet<string> Silent =
        ["SchoolId", "AgreementId", "ProfileId", "PredecessorId", "AboutId", "RecordId", "TakenId", "FrozenFacts", "AnswersJson", "Wording", "TemplateId", "FormVersion", "EarlierJson", "IsRestricted", "Token", "Sections", "Field", "EndedWithId", "SaidAt", "SaidBy"];

    private static readonly Dictionary<string, string> Labels = new(StringComparer.Ordinal)
    {
        ["From"] = "First day",
        ["To"] = "Last day",
        ["Email"] = "Email address",
        ["AfterHours"] = "May be called after hours",
        ["AreaId"] = "Area",
        ["StationId"] = "Station",
        ["DistrictId"] = "District",
        ["OfficerId"] = "Officer",
        ["PersonId"] = "Account",
        ["PlaceId"] = "Place",
        ["GrantedBy"] = "Given by",
        ["FrozenSha256"] = "Fingerprint of the frozen text",
        ["Sha256"] = "Fingerprint",
        ["FactsAsAt"] = "Facts as at",
        ["Vintage"] = "Source of the facts",
        ["Key"] = "Section",
    };

    /// <summary>Fields that tell what only few may see, wherever the line stands.</summary>
    private static readonly HashSet<string> Restricted = [nameof(SchoolContact.Mobile), nameof(SchoolContact.AfterHours)];

    /// <summary>Words for these lines: reads the names of the records that they point to.</summary>
    public static async Task<HistoryWords> ForAsync(PortalDbContext db, IEnumerable<AuditEvent> lines, CancellationToken cancel)
    {
        var ids = lines.SelectMany(Ids).Distinct().ToList();
        var names = ids.Count == 0 ? [] : await db.Officers.Where(o => ids.Contains(o.Id)).Select(o => new { o.Id, o.Name })
            .Concat(db.People.Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Name }))
            .Concat(db.Schools.Where(s => ids.Contains(s.Id)).Select(s => new { s.Id, s.Facts.Name }))
            .Concat(db.Areas.Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.Name }))
            .Concat(db.Stations.Where(s => ids.Contains(s.Id)).Select(s => new { s.Id, s.Name }))
            .Concat(db.Districts.Where(d => ids.Contains(d.Id)).Select(d => new { d.Id, d.Name }))
            .ToDictionaryAsync(n => n.Id, n => n.Name, cancel);
        return new HistoryWords(db.Model, names);
    }

    /// <summary>The fields of a line in words, in the order of their labels.</summary>
    /// <param name="line">The line.</param>
    /// <param name="withRestricted">The reader may read restricted parts.</param>
    /// <param name="withSmallCounts">The reader is of the school: nobody else is told small counts of its students.</param>
    public IReadOnlyList<FieldInWords> Tell(AuditEvent line, bool withRestricted, bool withSmallCounts) =>
    [
        .. from field in Fields(line)
           where !Silent.Contains(field.Key) && (withRestricted || !Restricted.Contains(field.Key))
           let told = line.Subject == nameof(FactCorrection) ? TellSaid(line, field.Key, field.Value) : Tell(line.Subject, field.Key, field.Value, withSmallCounts)
           where told.From != told.To
           orderby told.Label
           select told,
    ];

    /// <summary>From and to of each field, as kept.</summary>
    public static IReadOnlyDictionary<string, string?[]> Fields(AuditEvent line) =>
        line.Changes is null ? new Dictionary<string, string?[]>(StringComparer.Ordinal) : JsonSerializer.Deserialize<Dictionary<string, string?[]>>(line.Changes)!;

    /// <summary>Ids that stand in the line, whose names are wanted.</summary>
    private static IEnumerable<Guid> Ids(AuditEvent line) =>
        from field in Fields(line)
        where !Silent.Contains(field.Key)
        from value in field.Value
        let id = Guid.TryParse(value, out var parsed) ? parsed : (Guid?)null
        where id is not null
        select id.Value;

    /// <summary>What somebody said beside the directory, named and shown as the fact that it is about.</summary>
    private FieldInWords TellSaid(AuditEvent line, string field, string?[] fromTo)
    {
        var fact = Fields(line).TryGetValue(nameof(FactCorrection.Fact), out var keys) && (keys[1] ?? keys[0]) is { } key ? SchoolFact.Find(key) : null;
        return field switch
        {
            nameof(FactCorrection.Fact) => new("What", null, fact?.Label),
            nameof(FactCorrection.Value) => new("What is right", fact?.ShowKept(fromTo[0]), fact is null ? fromTo[1] : fact.ShowKept(fromTo[1]) ?? "None"),
            _ => Tell(line.Subject, field, fromTo, withSmallCounts: true),
        };
    }

    private FieldInWords Tell(string subject, string field, string?[] fromTo, bool withSmallCounts)
    {
        if (subject == nameof(School) && SchoolFact.All.FirstOrDefault(f => f.Key == field) is { } fact)
        {
            string? Told(string? kept) => fact.ShowKept(AsKept(kept)) is { } text ? FactPanel.Tell(fact, text, withSmallCounts) : null;
            return new(fact.Label, Told(fromTo[0]), Told(fromTo[1]));
        }

        var type = model.GetEntityTypes().FirstOrDefault(e => e.ClrType.Name == subject)?.FindProperty(field)?.ClrType;
        type = type is null ? typeof(string) : Nullable.GetUnderlyingType(type) ?? type;
        return new(Labels.GetValueOrDefault(field) ?? Apart(field), Show(type, fromTo[0]), Show(type, fromTo[1]));
    }

    private string? Show(Type type, string? kept)
    {
        if (string.IsNullOrEmpty(kept))
        {
            return null;
        }

        if (type.IsEnum)
        {
            return Enum.TryParse(type, kept, out var value) ? Words.Capital((Enum)value) : kept;
        }

        if (type == typeof(bool))
        {
            return kept == bool.TrueString ? "Yes" : "No";
        }

        if (type == typeof(Guid))
        {
            return Guid.TryParse(kept, out var id) ? names.GetValueOrDefault(id) : null;
        }

        if (type == typeof(DateOnly))
        {
            return NewZealandTime.Show(DateOnly.ParseExact(kept, "yyyy-MM-dd", CultureInfo.InvariantCulture));
        }

        return type == typeof(DateTime)
            ? NewZealandTime.Show(DateTime.Parse(kept, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal))
            : kept.StartsWith("+64", StringComparison.Ordinal) ? PhoneText.Show(kept) : kept;
    }

    /// <summary>History writes yes and no as .NET does; facts are kept in words.</summary>
    private static string? AsKept(string? value) => value switch
    {
        "True" => "yes",
        "False" => "no",
        _ => value,
    };

    private static string Apart(string name)
    {
        var words = new StringBuilder(name.Length + 8);
        foreach (var letter in name)
        {
            words.Append(char.IsUpper(letter) && words.Length > 0 ? " " + char.ToLowerInvariant(letter) : letter);
        }

        return words.ToString();
    }
}
