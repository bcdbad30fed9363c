using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.Forms;
using SchoolPortal.Documents.Schools;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Web.Pages.Contacts;
using SchoolPortal.Web.Pages.Profiles;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Schools;

/// <summary>
/// Puts a school's card together for one reader: what the directory, the contacts, the officers and the newest profile say.
/// Who reads restricted parts on it is written down as on the pages where they stand.
/// </summary>
public sealed class ReadSchoolCard(PortalDbContext db, TimeProvider clock, Actor actor, ProfileViews profileViews, RecordEmergencyView emergencyView)
{
    private const string Warning = "In danger call 111. The portal raises no alarm and tells nobody of an emergency.";

    private const string Nothing = "None recorded";

    private static readonly (string Label, string Fact)[] Place =
        [("Address", FactKeys.SchoolAddress), ("Phone", FactKeys.SchoolPhone), ("Police station", FactKeys.PoliceStation)];

    private static readonly (string Label, string Fact)[] People =
    [
        ("Principal", FactKeys.Principal), ("Lead School Contact", FactKeys.LeadSchool), ("Relief", FactKeys.ReliefSchool),
        ("Lead Police Contact", FactKeys.LeadPolice), ("Relief", FactKeys.LeadPoliceRelief), ("Community officer", FactKeys.SchoolCommunityOfficer),
    ];

    private static readonly (string Title, (string Label, string[] Fields)[] Lines)[] OfProfile =
    [
        ("Way in", [("Ask for", ["people.office"]), ("Best time", ["people.best-time"]), ("Gates", ["site.gates"]), ("Site map", ["readiness.site-map"])]),
        ("In an emergency",
        [
            ("Leads, stands in", ["readiness.leader", "readiness.deputy"]),
            ("Lockdown, practised", ["readiness.lockdown", "readiness.lockdown-practised"]),
            ("Gather at", ["readiness.evacuation"]),
            ("Families collect at", ["readiness.reunification"]),
            ("Help to get out", ["readiness.access"]),
            ("Schools near by", ["readiness.nearby"]),
            ("Mataara current", ["readiness.mataara"]),
        ]),
        ("Site and security",
        [
            ("Known hazards", ["site.weak-points"]),
            ("Alarm, cameras", ["site.alarm", "site.cameras"]),
            ("Keyholders", ["site.keyholder-1", "site.keyholder-2"]),
        ]),
    ];

    /// <summary>The card as this person may read it.</summary>
    public async Task<SchoolCard> HandleAsync(CurrentSchool school, CancellationToken cancel)
    {
        var today = clock.Today();
        var seesEmergency = school.May(Operation.ViewEmergencyContacts);
        var facts = await LiveFacts.OfAsync(db, school.Id, today, emergency: false, cancel);
        var profile = await OfNewestProfileAsync(school, cancel);
        List<CardPart> all =
        [
            new("Place", LinesOf(Place, facts)),
            new("People", LinesOf(People, facts)),
            .. seesEmergency ? [await EmergencyContactsAsync(school, today, cancel)] : Array.Empty<CardPart>(),
            .. profile.Parts,
            new("About this card", [.. profile.About, .. await CallBackAsync(school, cancel)]),
        ];
        return new SchoolCard(
            school.Number, school.Name, today, $"Made for {actor.Name} on {NewZealandTime.Show(clock.UtcNow())}", seesEmergency || profile.HoldsRestricted, Warning, all);
    }

    private async Task<CardPart> EmergencyContactsAsync(CurrentSchool school, DateOnly today, CancellationToken cancel)
    {
        await emergencyView.HandleAsync(school, cancel);
        var contacts = await db.SchoolContacts.AsNoTracking()
            .Where(c => c.SchoolId == school.Id && c.From <= today && (c.To == null || c.To >= today))
            .Where(c => c.Position == ContactPosition.Emergency1 || c.Position == ContactPosition.Emergency2)
            .ToDictionaryAsync(c => c.Position, cancel);
        return new CardPart(
            "Emergency contacts",
            [
                new("First", contacts.TryGetValue(ContactPosition.Emergency1, out var first) ? WaysToCall(first) : [Nothing]),
                new("Second", contacts.TryGetValue(ContactPosition.Emergency2, out var second) ? WaysToCall(second) : [Nothing]),
            ]);
    }

    private async Task<CardOfProfile> OfNewestProfileAsync(CurrentSchool school, CancellationToken cancel)
    {
        // Next year's is opened in December as a copy; until its year begins, this year's is the one that both sides keep right.
        var thisYear = clock.Today().Year;
        var newest = await db.Profiles.Where(p => p.SchoolId == school.Id && p.Year <= thisYear).MaxAsync(p => (int?)p.Year, cancel);
        if (newest is not { } year || await ProfileReading.LoadAsync(db, school, year, cancel) is not { } reading)
        {
            return new CardOfProfile([], [new("Profile", "This school has none yet.")], HoldsRestricted: false);
        }

        var access = new ProfileAccess(actor, school.Place);
        var form = reading.Profile.Form;
        var keys = OfProfile.SelectMany(part => part.Lines).SelectMany(line => line.Fields).ToDictionary(key => key, key => db.ProfileKey(form.Version, key));
        var wanted = keys.Values.OfType<string>().ToHashSet(StringComparer.Ordinal);
        var asked = form.Sections.Where(section => section.Fields.Any(field => wanted.Contains(field.Key))).ToList();
        var readable = asked.Select(access.Readable).OfType<SectionDefinition>()
            .Select(section => section with { Fields = [.. section.Fields.Where(field => wanted.Contains(field.Key))] })
            .ToList();
        await profileViews.RecordAsync(school, reading.Profile.Id, year, readable, cancel);
        var answers = reading.AnswersOf(readable);
        var fields = readable.SelectMany(section => section.Fields).ToDictionary(field => field.Key);
        var parts = OfProfile
            .Select(part => new CardPart(part.Title, [.. part.Lines
                .Select(line => new CardLine(line.Label, line.Fields.Select(key => keys[key]).OfType<string>().Where(fields.ContainsKey).SelectMany(key => AnswerText.Lines(fields[key], answers[key]))))
                .Where(line => line.Text.Length > 0)]))
            .Where(part => part.Lines.Count > 0);
        List<CardLine> about = [new("Profile", $"Way in, emergency and site are from the {reading.Profile.Name} ({Words.Of(reading.Profile.State)}).")];
        if (readable.Count < asked.Count)
        {
            about.Add(new("Left out", "Restricted parts, for the school’s leaders, its Lead Police Contact and the area supervisor."));
        }

        return new CardOfProfile([.. parts], about, readable.Exists(ProfileAccess.HoldsRestricted));
    }

    /// <summary>Whether the agreement in force has a call-back phrase, for those who know it (domain §12.3); the phrase itself is kept nowhere here.</summary>
    private async Task<IReadOnlyList<CardLine>> CallBackAsync(CurrentSchool school, CancellationToken cancel)
    {
        const string Section = "communication";
        if (!school.May(Operation.ViewRestricted))
        {
            return [];
        }

        var stored = await db.Agreements.AsNoTracking()
            .Where(a => a.SchoolId == school.Id && a.State == AgreementState.Active)
            .SelectMany(a => a.Sections.Where(s => s.Key == Section))
            .Select(s => s.AnswersJson)
            .FirstOrDefaultAsync(cancel);
        return stored is not null && AnswersJson.Read(stored)[$"{Section}.call-back"]?.Text == "yes"
            ? [new("Call-back phrase", "Agreed: ask for it before you act on a call. It is not written here.")]
            : [];
    }

    /// <summary>What the newest profile gives, and what is said of it below.</summary>
    private sealed record CardOfProfile(IReadOnlyList<CardPart> Parts, IReadOnlyList<CardLine> About, bool HoldsRestricted);

    private static IReadOnlyList<CardLine> LinesOf((string Label, string Fact)[] lines, IReadOnlyDictionary<string, FactValue> facts) =>
        [.. lines.Select(line => new CardLine(line.Label, facts.TryGetValue(line.Fact, out var fact) ? fact.Text.Split('\n').Where(IsForCalling) : [Nothing]))];

    private static IEnumerable<string> WaysToCall(SchoolContact contact) =>
        new[] { contact.Phone, contact.Mobile }.OfType<string>().Select(PhoneText.Show).Prepend(contact.Name);

    // Whoever walks in calls; the e-mail address stands with the school's people.
    private static bool IsForCalling(string line) => !line.Contains('@', StringComparison.Ordinal);
}
