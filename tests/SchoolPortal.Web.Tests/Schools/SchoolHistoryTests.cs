using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Testing;
using SchoolPortal.Web.Pages.Schools;

using Xunit;

namespace SchoolPortal.Web.Tests.Schools;

public sealed class SchoolHistoryTests : IAsyncLifetime
{
    private const int Number = 1409;

    private readonly PortalHost portal = new();
    private School school = null!;

    public async ValueTask InitializeAsync() => school = await portal.SchoolAsync(Number);

    public async ValueTask DisposeAsync() => await portal.DisposeAsync();

    [Fact]
    public async Task Each_change_is_told_with_who_when_from_what_to_what_and_why()
    {
        await ChangeAsync("Named a principal", null, db =>
            db.SchoolContacts.Add(new SchoolContact(school.Id, ContactPosition.Principal, "Aroha Ngata", new Reach("a@example.school.nz", "+6492766365", null), false, new DateOnly(2026, 2, 1))));
        await ChangeAsync("Ended the time of the principal", "She moved to Kaitāia", db => db.SchoolContacts.Single().End(portal.Today));
        await ChangeAsync("Took facts", null, db =>
        {
            var changed = db.Schools.Single(s => s.Number == Number);
            var facts = changed.Facts.Copy();
            (facts.Name, facts.Authority, facts.Boarding, facts.DateOpened) = ("Ōtāhuhu School", SchoolAuthority.StateIntegrated, true, new DateOnly(1890, 3, 5));
            changed.TakeFacts(facts, "Schools Directory, 1 June 2026", new DateOnly(2026, 6, 1));
        });
        await ChangeAsync("Assigned an officer", null, db =>
        {
            var officer = new Officer("Wiremu Tahi", Rank.Constable, db.Station("Ōtāhuhu"), "w@police.example", null, new DateOnly(2020, 1, 1));
            db.Officers.Add(officer);
            db.OfficerAssignments.Add(new Duty(school.Id, AssignmentKind.LeadPoliceContact, []).Assign(officer, portal.Today, "Knows the gate"));
        });

        var page = await (await AsAsync(Role.Principal)).GetAsync(SchoolLinks.History(Number));

        Assert.Contains("School Portal, 24 November 2026, 10am Why: She moved to Kaitāia", page.Text, StringComparison.Ordinal);
        foreach (var line in new[]
        {
            "Name – Aroha Ngata", "Position – Principal", "Phone – 09 276 6365", "First day – 1 February 2026", "Last day – 24 November 2026",
            "Name Otahuhu School Ōtāhuhu School", "Authority State State integrated", "Boarding – Yes", "Opened – 5 March 1890", "Facts as at 25 September 2021 1 June 2026",
            "Officer – Wiremu Tahi", "Kind – Lead Police Contact", "Handover note – Knows the gate",
        })
        {
            Assert.Contains(line, page.Text, StringComparison.Ordinal);
        }

        var headings = page.Document.QuerySelectorAll("main h2").Select(h => h.TextContent).ToList();
        Assert.Equal("Assigned an officer", headings[0]);
        Assert.True(headings.IndexOf("Ended the time of the principal") < headings.IndexOf("Named a principal"), "The newest comes first.");
    }

    [Theory]
    [InlineData(Role.Principal, true)]
    [InlineData(Role.DistrictCoordinator, false)]
    [InlineData(Role.Administrator, false)]
    public async Task A_mobile_that_was_ever_there_is_shown_only_to_those_who_may_see_it(Role role, bool shown)
    {
        await ChangeAsync("Named", null, db =>
            db.SchoolContacts.Add(new SchoolContact(school.Id, ContactPosition.Principal, "Aroha Ngata", new Reach("a@example.school.nz", null, "+6421123456"), false, portal.Today)));
        await ChangeAsync("Changed", null, db => db.SchoolContacts.Single().Change("Aroha Ngata", new Reach("a@example.school.nz", null, null), false));

        var page = await (await AsAsync(role)).GetAsync(SchoolLinks.History(Number));

        Assert.Equal(shown, page.Text.Contains("021 123 456", StringComparison.Ordinal));
        Assert.Equal(shown ? 0 : 2, page.Text.Split("What changed is shown only to those who may see restricted parts").Length - 1);
    }

    [Theory]
    [InlineData(Role.Principal, true)]
    [InlineData(Role.PresidingMember, false)]
    [InlineData(Role.NationalCoordinator, false)]
    public async Task A_changed_section_is_told_answer_by_answer_to_those_who_may_read_it(Role role, bool shown)
    {
        var form = FormDefinitions.SchoolProfile;
        var restricted = form.Sections.First(s => s.Sensitivity == Sensitivity.Restricted && s.Fields.Any(f => f.Kind == FieldKind.LongText));
        var field = restricted.Fields.First(f => f.Kind == FieldKind.LongText);
        await ChangeAsync("Opened", null, db => db.Profiles.Add(
            new Profile(school.Id, 2026, form, Answers.None, new DateOnly(2026, 3, 31), new Change(Actor.Portal, portal.Clock.UtcNow(), "Opened"))));
        await portal.WithDbAsync(async db =>
        {
            var profile = await db.Profiles.Include(p => p.Sections).SingleAsync();
            var change = new Change(Actor.Portal, portal.Clock.UtcNow(), "Saved a section");
            var answers = Answers.None.With(field.Key, Answer.Of("The side gate"));
            profile.SaveSection(form, restricted.Key, new SectionEntry(answers, false), profile.Sections.Single(s => s.Key == restricted.Key).Token, new HashSet<Role>(), change);
            await db.SaveAsync(change, CancellationToken.None);
        });

        var page = await (await AsAsync(role)).GetAsync(SchoolLinks.History(Number));

        Assert.Contains("Saved a section", page.Text, StringComparison.Ordinal);
        Assert.Equal(shown, page.Text.Contains("The side gate", StringComparison.Ordinal));
        Assert.Equal(shown, page.Text.Contains(field.Label, StringComparison.Ordinal));
        Assert.Contains($"{form.NumberOf(restricted)} {restricted.Title}, 2026 profile", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Principal, true)]
    [InlineData(Role.AreaSupervisor, false)]
    public async Task A_small_count_of_students_is_told_only_to_those_at_the_school(Role role, bool told)
    {
        const string Team = "traffic-team";
        var form = FormDefinitions.SchoolProfile;
        await ChangeAsync("Settled", null, db =>
        {
            var settled = db.Schools.Single(s => s.Number == Number);
            settled.SettlePlace(db.Areas.OrderBy(a => a.Id).First(a => a.DistrictId == settled.DistrictId), db.Station("Ōtāhuhu").Id, null);
            school = settled;
        });
        await ChangeAsync("Counted a group", null, db =>
        {
            var counted = db.Schools.Single(s => s.Number == Number);
            var facts = counted.Facts.Copy();
            facts.RollMelaa = 4;
            counted.TakeFacts(facts, counted.Vintage, counted.FactsAsAt);
        });
        await ChangeAsync("Opened", null, db => db.Profiles.Add(
            new Profile(school.Id, 2026, form, Answers.None, new DateOnly(2026, 3, 31), new Change(Actor.Portal, portal.Clock.UtcNow(), "Opened"))));
        await ChangeAsync("Counted a team", null, db =>
        {
            var profile = db.Profiles.Include(p => p.Sections).Single();
            var answers = Answers.None.With($"{Team}.members", Answer.Of("3"));
            profile.SaveSection(
                form, Team, new SectionEntry(answers, false), profile.Sections.Single(s => s.Key == Team).Token, new HashSet<Role>(), new Change(Actor.Portal, portal.Clock.UtcNow(), "Counted a team"));
        });

        var page = await (await AsAsync(role)).GetAsync(SchoolLinks.History(Number));

        Assert.Equal(told ? "4" : SmallCounts.Hidden, NowOf("Middle Eastern, Latin American and African"));
        Assert.Equal(told ? "3" : SmallCounts.Hidden, NowOf("How many students are in the teams?"));

        string NowOf(string label) => page.Document.QuerySelectorAll("tr")
            .Single(row => row.FirstElementChild!.TextContent == label).QuerySelectorAll("td")[^1].TextContent.Trim();
    }

    [Fact]
    public async Task Long_histories_come_in_pages()
    {
        for (var i = 1; i <= 30; i++)
        {
            portal.Clock.Advance(TimeSpan.FromSeconds(1));
            var deed = $"Deed {i}";
            await ChangeAsync(deed, null, db => db.SchoolContacts.Add(new SchoolContact(school.Id, ContactPosition.PastoralLead, deed, new Reach("a@example.school.nz", null, null), false, portal.Today)));
        }

        var browser = await AsAsync(Role.Principal);
        var first = await browser.GetAsync(SchoolLinks.History(Number));
        var second = await browser.GetAsync(SchoolLinks.History(Number) + "?p=2");

        var deeds = first.Document.QuerySelectorAll("main h2").Concat(second.Document.QuerySelectorAll("main h2")).Select(h => h.TextContent).Where(t => t.StartsWith("Deed", StringComparison.Ordinal));
        Assert.Equal(Enumerable.Range(1, 30).Reverse().Select(i => $"Deed {i}"), deeds);
    }

    private Task ChangeAsync(string what, string? why, Action<PortalDbContext> change) => portal.WithDbAsync(async db =>
    {
        change(db);
        portal.Clock.Advance(TimeSpan.FromMilliseconds(1));
        await db.SaveAsync(new Change(Actor.Portal, portal.Clock.UtcNow(), what, why), CancellationToken.None);
    });

    private async Task<PageBrowser> AsAsync(Role role) => await portal.SignInAsync(await portal.PersonAsync(role, Grant.ScopeOf(role) switch
    {
        Scope.School => school.Id,
        Scope.Area => school.AreaId,
        Scope.District => school.DistrictId,
        _ => null,
    }));
}
