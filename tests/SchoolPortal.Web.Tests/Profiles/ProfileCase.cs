using System.Globalization;

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data.Forms;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Testing;
using SchoolPortal.Web.Pages.Profiles;

namespace SchoolPortal.Web.Tests.Profiles;

/// <summary>A school of the directory that no other test uses, with people who can be named, and its profile through real forms.</summary>
internal sealed class ProfileCase
{
    public const int Year = 2026;

    private static int used;

    private readonly PortalHost portal;

    private ProfileCase(PortalHost portal, School school)
    {
        this.portal = portal;
        School = school;
    }

    public static FormDefinition Form => FormDefinitions.SchoolProfile;

    public School School { get; }

    public int Number => School.Number;

    public string Home => ProfileLinks.Year(Number, Year);

    public static async Task<ProfileCase> NewAsync(PortalHost portal)
    {
        var skip = Interlocked.Increment(ref used);
        var school = await portal.WithDbAsync(async db =>
        {
            var found = await db.Schools.Where(s => s.DistrictId != null).OrderBy(s => s.Number).Skip(skip).FirstAsync();
            found.SettlePlace(await db.Areas.FirstAsync(a => a.DistrictId == found.DistrictId), null, null);
            db.SchoolContacts.AddRange(
                new SchoolContact(found.Id, ContactPosition.Principal, "Aroha Ngata", new Reach(null, "+6491234567", null), false, portal.Today),
                new SchoolContact(found.Id, ContactPosition.Emergency1, "Siobhán O’Brien", new Reach(null, null, "+64211234567"), true, portal.Today));
            await db.SaveAsync(new Change(Actor.Portal, portal.Clock.UtcNow(), "Settled the place and named people"), CancellationToken.None);
            return found;
        });
        return new ProfileCase(portal, school);
    }

    public string Section(string key) => ProfileLinks.Section(Number, Year, key);

    /// <summary>A browser with somebody of this role at the school signed in.</summary>
    public async Task<PageBrowser> AsAsync(Role role, string? sections = null)
    {
        Guid? place = Grant.ScopeOf(role) switch
        {
            Scope.School => School.Id,
            Scope.Area => School.AreaId,
            Scope.District => School.DistrictId,
            _ => null,
        };
        return await portal.SignInAsync(await portal.PersonAsync(role, place, sections));
    }

    public async Task<PageBrowser> AsLeadPoliceContactAsync() => await portal.SignInAsync(await portal.LeadPoliceContactAsync(School.Id));

    /// <summary>Puts an earlier year's confirmed profile in place, every section answered.</summary>
    public async Task LastYearAsync(int year = Year - 1)
    {
        var people = await PeopleAsync();
        await portal.WithDbAsync(async db =>
        {
            var change = new Change(Actor.Portal, portal.Clock.UtcNow().AddYears(year - Year), "Kept an earlier year");
            var none = new HashSet<Role>();
            var profile = new Profile(School.Id, year, Form, Answers.None, new DateOnly(year, 3, 31), change);
            foreach (var section in Form.Sections)
            {
                profile.SaveSection(Form, section.Key, new SectionEntry(SampleAnswers.Of(section, people), false), profile.Sections.Single(s => s.Key == section.Key).Token, none, change);
            }

            profile.Submit(Form, none, change);
            profile.Confirm(none, change);
            db.Profiles.Add(profile);
            await db.SaveAsync(change, CancellationToken.None);
        });
    }

    /// <summary>Opens the year through its page.</summary>
    public async Task<Page> OpenAsync(PageBrowser browser) =>
        await browser.SubmitAsync(await browser.GetAsync(ProfileLinks.Years(Number)), $"Open the {Year} profile");

    /// <summary>Fills in one section through its form, every question answered.</summary>
    public async Task<Page> FillAsync(PageBrowser browser, string key, string button = "Save and continue", Page? form = null)
    {
        var section = Form.Section(key)!;
        var typed = SampleAnswers.Typed(section, SampleAnswers.Of(section, await PeopleAsync()));
        return await browser.SubmitAsync(form ?? await browser.GetAsync(Section(key)), button, typed);
    }

    /// <summary>Fills in every section.</summary>
    public async Task FillAllAsync(PageBrowser browser)
    {
        foreach (var section in Form.Sections)
        {
            await FillAsync(browser, section.Key);
        }
    }

    public Task<Profile> StoredAsync() =>
        portal.WithDbAsync(db => db.Profiles.AsNoTracking().Include(p => p.Sections).SingleAsync(p => p.SchoolId == School.Id && p.Year == Year));

    public async Task<ProfileSection> StoredAsync(string key) => (await StoredAsync()).Sections.Single(s => s.Key == key);

    /// <summary>What the school's history says, oldest first.</summary>
    public Task<List<AuditEvent>> HistoryAsync() =>
        portal.WithDbAsync(db => db.AuditEvents.AsNoTracking().Where(e => e.SchoolId == School.Id).OrderBy(e => e.Id).ToListAsync());

    public Task<IReadOnlyList<ContactChoice>> PeopleAsync() =>
        portal.WithDbAsync(db => ContactChoices.OfAsync(db, School.Id, portal.Today, emergency: true, CancellationToken.None));
}

/// <summary>An answer to every question, each with its question's key in it where it can have one, and what a browser posts for it.</summary>
internal static class SampleAnswers
{
    public static Answers Of(SectionDefinition section, IReadOnlyList<ContactChoice> people) =>
        section.Fields.Aggregate(Answers.None, (all, field) => all.With(field.Key, Of(field, people)));

    public static IEnumerable<KeyValuePair<string, string?>> Typed(SectionDefinition section, Answers answers)
    {
        var values = InputValues.Of(section, answers);
        return values.Names.SelectMany(name => values.All(name).Select(text => new KeyValuePair<string, string?>(name, text)));
    }

    private static Answer? Of(FieldDefinition field, IReadOnlyList<ContactChoice> people) => field.Kind switch
    {
        FieldKind.Text => Answer.Of(Short(field)),
        FieldKind.LongText => Answer.Of($"Pātai {field.Key}\nand a second line"),
        FieldKind.Number => Answer.Of(((field.Limits.Min ?? 0) + 7).ToString(CultureInfo.InvariantCulture)),
        FieldKind.Date => Answer.Of("2026-05-14"),
        FieldKind.YesNo => Answer.Of("yes"),
        FieldKind.Choice => Answer.Of(field.Options[0].Key),
        FieldKind.Several => Answer.OfItems(field.Options.Take(2).Select(option => option.Key)),
        FieldKind.Percentages => Answer.OfRows([field.Options.ToDictionary(o => o.Key, o => o == field.Options[0] ? "100" : "0")]),
        FieldKind.Table => Answer.OfRows([field.Columns.ToDictionary(c => c.Key, c => Cell(field, c))]),
        FieldKind.Contact => people[0].ToAnswer(),
        _ => null,
    };

    private static string Short(FieldDefinition field) => field.MaxLength < 30 ? "8.45am" : $"Kupu {field.Key}";

    private static string Cell(FieldDefinition field, FieldColumn column) => column.Kind switch
    {
        FieldKind.Number => "12",
        FieldKind.Date => "2026-05-14",
        FieldKind.YesNo => "yes",
        FieldKind.Choice => column.Options[0].Key,
        _ => $"{field.Key} {column.Key}",
    };
}
