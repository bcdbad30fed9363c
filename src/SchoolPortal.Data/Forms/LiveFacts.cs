using Microsoft.EntityFrameworkCore;

using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Data.Forms;

/// <summary>
/// The facts of <see cref="FactKeys"/> as they are on a day: what the directory, the Police side and the contacts say of a
/// school, each with its source. A fact that nobody has recorded is not there.
/// </summary>
public static class LiveFacts
{
    private static readonly (string Key, string Fact)[] OneToOne =
    [
        (FactKeys.SchoolName, nameof(SchoolFacts.Name)),
        (FactKeys.SchoolType, nameof(SchoolFacts.Type)),
        (FactKeys.SchoolAuthority, nameof(SchoolFacts.Authority)),
        (FactKeys.SchoolGender, nameof(SchoolFacts.CoEducation)),
        (FactKeys.SchoolPhone, nameof(SchoolFacts.Telephone)),
        (FactKeys.SchoolEmail, nameof(SchoolFacts.Email)),
        (FactKeys.SchoolWebsite, nameof(SchoolFacts.Website)),
        (FactKeys.SchoolRoll, nameof(SchoolFacts.RollTotal)),
        (FactKeys.SchoolLanguage, nameof(SchoolFacts.LanguageOfInstruction)),
        (FactKeys.SchoolCommunityOfLearning, nameof(SchoolFacts.ColName)),
        (FactKeys.SchoolTerritorialAuthority, nameof(SchoolFacts.TerritorialAuthority)),
    ];

    private static readonly string[] SchoolAddress = [nameof(SchoolFacts.Street), nameof(SchoolFacts.Suburb), nameof(SchoolFacts.City)];

    private static readonly string[] PostalAddress =
        [nameof(SchoolFacts.PostalLine), nameof(SchoolFacts.PostalSuburb), nameof(SchoolFacts.PostalCity), nameof(SchoolFacts.Postcode)];

    private static readonly Dictionary<AssignmentKind, string> Duties = new()
    {
        [AssignmentKind.LeadPoliceContact] = FactKeys.LeadPolice,
        [AssignmentKind.ReliefLeadPoliceContact] = FactKeys.LeadPoliceRelief,
        [AssignmentKind.SchoolCommunityOfficer] = FactKeys.SchoolCommunityOfficer,
    };

    private static readonly Dictionary<ContactPosition, string> Positions = new()
    {
        [ContactPosition.LeadSchoolContact] = FactKeys.LeadSchool,
        [ContactPosition.ReliefLeadSchoolContact] = FactKeys.ReliefSchool,
        [ContactPosition.Principal] = FactKeys.Principal,
        [ContactPosition.PresidingMember] = FactKeys.PresidingMember,
        [ContactPosition.Emergency1] = FactKeys.EmergencyContacts,
        [ContactPosition.Emergency2] = FactKeys.EmergencyContacts,
    };

    /// <summary>The facts of one school, in three queries.</summary>
    /// <param name="db">The records.</param>
    /// <param name="schoolId">The school.</param>
    /// <param name="today">Whose contacts and duties count.</param>
    /// <param name="emergency">True to include emergency contacts, for those who may see them.</param>
    /// <param name="cancel">Stops the queries.</param>
    public static async Task<IReadOnlyDictionary<string, FactValue>> OfAsync(
        PortalDbContext db, Guid schoolId, DateOnly today, bool emergency, CancellationToken cancel) =>
        (await OfManyAsync(db, [schoolId], today, emergency, cancel))[schoolId];

    /// <summary>The facts of some schools, by school, in three queries whatever their number.</summary>
    /// <inheritdoc cref="OfAsync"/>
    public static async Task<IReadOnlyDictionary<Guid, IReadOnlyDictionary<string, FactValue>>> OfManyAsync(
        PortalDbContext db, IReadOnlyCollection<Guid> schoolIds, DateOnly today, bool emergency, CancellationToken cancel)
    {
        var facts = schoolIds.ToDictionary(id => id, _ => new Dictionary<string, FactValue>(StringComparer.Ordinal));
        if (facts.Count > 0)
        {
            await AddSchoolsAsync(facts, db, cancel);
            await AddOfficersAsync(facts, db, today, cancel);
            await AddContactsAsync(facts, db, today, emergency, cancel);
        }

        return facts.ToDictionary(f => f.Key, f => (IReadOnlyDictionary<string, FactValue>)f.Value);
    }

    private static async Task AddSchoolsAsync(Dictionary<Guid, Dictionary<string, FactValue>> all, PortalDbContext db, CancellationToken cancel)
    {
        var ids = all.Keys.ToList();
        var found = await db.Schools.AsNoTracking()
            .Where(s => ids.Contains(s.Id))
            .Select(s => new
            {
                School = s,
                District = db.Districts.Where(d => d.Id == s.DistrictId).Select(d => d.Name).FirstOrDefault(),
                Area = db.Areas.Where(a => a.Id == s.AreaId).Select(a => a.Name).FirstOrDefault(),
                Station = db.Stations.Where(t => t.Id == s.StationId).Select(t => t.Name).FirstOrDefault(),
                Said = db.FactCorrections.Where(c => c.SchoolId == s.Id && c.EndedAt == null).ToList(),
            })
            .AsSingleQuery()
            .ToListAsync(cancel);
        foreach (var row in found)
        {
            AddSchool(all[row.School.Id], row.School, new SaidFacts(row.School.Facts, row.Said), row.District, row.Area, row.Station);
        }
    }

    private static void AddSchool(Dictionary<string, FactValue> facts, School school, SaidFacts said, string? district, string? area, string? station)
    {
        foreach (var (key, fact) in OneToOne)
        {
            Add(facts, key, SchoolFact.Find(fact).Show(said.Leading), Source(fact));
        }

        Add(facts, FactKeys.SchoolNumber, school.Number.ToString(NewZealandTime.Culture), school.Vintage);
        Add(facts, FactKeys.SchoolAddress, Lines(said.Leading.Street, said.Leading.Suburb, said.Leading.City), Source(SchoolAddress));
        Add(facts, FactKeys.SchoolPostalAddress, Lines(
            said.Leading.PostalLine,
            said.Leading.PostalSuburb,
            $"{said.Leading.PostalCity} {said.Leading.Postcode}".Trim()), Source(PostalAddress));
        Add(facts, FactKeys.PoliceDistrict, district, null);
        Add(facts, FactKeys.PoliceArea, area, null);
        Add(facts, FactKeys.PoliceStation, station, null);

        // Both values go into a document where two say different things.
        string Source(params string[] keys) =>
            string.Join(". ", said.Beside([.. keys.Select(SchoolFact.Find)], named: false).Select(other => other.ToString()).Prepend(school.Vintage));
    }

    private static async Task AddOfficersAsync(
        Dictionary<Guid, Dictionary<string, FactValue>> all, PortalDbContext db, DateOnly today, CancellationToken cancel)
    {
        var ids = all.Keys.ToList();
        var officers = await db.OfficerAssignments.AsNoTracking()
            .Where(a => ids.Contains(a.SchoolId) && a.From <= today && (a.To == null || a.To >= today))
            .Join(db.Officers, a => a.OfficerId, o => o.Id, (a, o) => new { a.SchoolId, a.Kind, a.From, a.LeaveId, Officer = o })
            .ToListAsync(cancel);
        foreach (var duty in officers.OrderBy(duty => duty.LeaveId is not null))
        {
            var officer = duty.Officer;
            var (facts, key) = (all[duty.SchoolId], Duties[duty.Kind]);
            var lines = Lines(officer.Name, officer.Title, Shown(officer.Phone), officer.Email);
            Add(facts, key, facts.TryGetValue(key, out var holder) ? $"{holder.Text}\n{lines}" : lines, $"Assigned from {NewZealandTime.Show(duty.From)}");
        }
    }

    private static async Task AddContactsAsync(
        Dictionary<Guid, Dictionary<string, FactValue>> all, PortalDbContext db, DateOnly today, bool emergency, CancellationToken cancel)
    {
        var ids = all.Keys.ToList();
        var wanted = Positions.Keys.Where(p => emergency || !SchoolContact.IsEmergency(p)).ToList();
        var contacts = await db.SchoolContacts.AsNoTracking()
            .Where(c => ids.Contains(c.SchoolId) && c.From <= today && (c.To == null || c.To >= today) && wanted.Contains(c.Position))
            .ToListAsync(cancel);
        foreach (var contact in contacts.OrderBy(c => c.Position))
        {
            // Mobiles go to few (domain §14.4), emergency contacts are among those few.
            var facts = all[contact.SchoolId];
            var isEmergency = SchoolContact.IsEmergency(contact.Position);
            var lines = Lines(contact.Name, Shown(contact.Phone), isEmergency ? Shown(contact.Mobile) : null, contact.Email);
            var key = Positions[contact.Position];
            var before = facts.GetValueOrDefault(key)?.Text;
            Add(facts, key, before is null ? lines : $"{before}\n{lines}", $"Confirmed by the school, {NewZealandTime.Show(contact.ConfirmedOn)}");
        }
    }

    private static void Add(Dictionary<string, FactValue> facts, string key, string? text, string? source)
    {
        if (!string.IsNullOrEmpty(text))
        {
            facts[key] = new FactValue(text, source);
        }
    }

    private static string? Shown(string? phone) => phone is null ? null : PhoneText.Show(phone);

    private static string Lines(params string?[] lines) => string.Join('\n', lines.Where(line => !string.IsNullOrWhiteSpace(line)));
}
