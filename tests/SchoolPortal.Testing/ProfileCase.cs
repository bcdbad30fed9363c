using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data.Forms;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Web.Pages.Profiles;

namespace SchoolPortal.Testing;

/// <summary>A school of the directory that no other test uses, with people who can be named, and its profile through real forms.</summary>
public sealed class ProfileCase
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
