using Microsoft.EntityFrameworkCore;

using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Testing;
using SchoolPortal.Web.Pages.Profiles;

using Xunit;

using Entry = SchoolPortal.Domain.Profiles.SectionEntry;

namespace SchoolPortal.Browser.Tests;

/// <summary>
/// Every section of a profile in every state it may be met in, by both sides: each page is held to <see cref="PageCheck"/>. The
/// states are reached by the profile's own verbs; what a person sees of them, and what they do wrong, is the browser's.
/// </summary>
public sealed class SectionStateTests(Chromium chromium, BrowserPortal portal) : IClassFixture<BrowserPortal>
{
    private static readonly FormDefinition Form = FormDefinitions.SchoolProfile;
    private static readonly HashSet<Role> School = [Role.LeadSchoolContact];
    private static readonly HashSet<Role> Police = [Role.LeadPoliceContact];

    // Everything happened in March, so that in November what is confirmed each term is stale.
    private static readonly DateTime March = new(2026, 3, 2, 1, 0, 0, DateTimeKind.Utc);

    private readonly List<string> faults = [];

    /// <summary>Fills the page with what no question takes, or leaves empty what must be chosen.</summary>
    private const string AnswerWrongly = """
        () => {
          for (const box of document.querySelectorAll("main form input:not([type=hidden]):not([type=radio]):not([type=checkbox]), main form textarea")) {
            box.removeAttribute("maxlength");
            box.value = "x".repeat(6000);
          }
          for (const choice of document.querySelectorAll("main form select")) { choice.value = ""; }
        }
        """;

    [Fact]
    public async Task Every_section_can_be_read_and_filled_in_by_everybody_in_every_state()
    {
        var at = await ProfileCase.NewAsync(portal);
        await using var principal = await ComeAsync(await portal.PersonAsync(Role.Principal, at.School.Id));
        await using var officer = await ComeAsync(await portal.LeadPoliceContactAsync(at.School.Id));
        var people = await at.PeopleAsync();
        var answers = Form.Sections.Aggregate(Answers.None, (all, section) => all.With(SampleAnswers.Of(section, people)));

        await OpenAsync(at, answers);
        await LookAsync(at, "to check, with earlier answers", principal);
        foreach (var section in Form.Sections)
        {
            await principal.GoAsync(at.Section(section.Key));
            await principal.Page.EvaluateAsync(AnswerWrongly);
            await principal.PressAsync("Save and continue");
            await JudgeAsync($"{section.Key}, answered wrongly", principal);
        }

        await EachAsync(at, (profile, section) => profile.SaveSection(
            Form, section.Key, new Entry(Answers.None, NothingToReport: false), profile.Sections.Single(s => s.Key == section.Key).Token, School, At("Began")));
        await LookAsync(at, "in progress", principal);

        foreach (var section in Form.Sections)
        {
            await principal.GoAsync(at.Section(section.Key));
            await SaveAsync(at, section, SampleAnswers.Of(section, people));
            await principal.PressAsync("Save and continue");
            await JudgeAsync($"{section.Key}, two at once", principal);
        }

        await LookAsync(at, "complete", principal);
        await ChangeAsync(at, profile => profile.Submit(Form, School, At("Submitted")));
        await LookAsync(at, "with Police", principal, officer);
        await officer.GoAsync(ProfileLinks.Return(at.Number, ProfileCase.Year));
        await JudgeAsync("to be returned", officer);
        await ChangeAsync(at, profile => profile.Return(Form.Sections.ToDictionary(s => s.Key, s => $"Look at {s.Title} again"), Police, At("Returned")));
        await LookAsync(at, "returned", principal);

        foreach (var section in Form.Sections)
        {
            await SaveAsync(at, section, SampleAnswers.Of(section, people));
        }

        await portal.WithDbAsync(async db =>
        {
            db.ProfileSnapshots.Add(new ProfileSnapshot(await at.StoredAsync(), March));
            await db.SaveAsync(At("Kept it as it stood"), CancellationToken.None);
        });
        await ChangeAsync(at, profile => profile.Submit(Form, School, At("Submitted")));
        await ChangeAsync(at, profile => profile.Confirm(Police, At("Confirmed")));
        await SaveAsync(at, Form.Section("police")!, SampleAnswers.Of(Form.Section("police")!, people).With("police.helped", Answer.Of("More than before")));
        await LookAsync(at, "confirmed, stale and amended", principal, officer);
        foreach (var page in new[] { ProfileLinks.Amendments(at.Number, ProfileCase.Year), ProfileLinks.Snapshot(at.Number, ProfileCase.Year) })
        {
            Assert.Equal(200, await principal.GoAsync(page));
            await JudgeAsync(page, principal);
        }

        // A browser tells of each answer that refuses; those were asked for.
        faults.AddRange(principal.Troubles.Concat(officer.Troubles).Where(trouble => !trouble.Contains("the server responded with a status of 4", StringComparison.Ordinal)));
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    private static Change At(string what) => new(Actor.Portal, March, what);

    private async Task<Visitor> ComeAsync(TestPerson person)
    {
        var visitor = await Visitor.ComeAsync(chromium, portal);
        await visitor.SignInAsync(person.Email, PortalHost.Passphrase);
        return visitor;
    }

    /// <summary>Opens the year with last year's answers, and in each section one that is no longer asked for.</summary>
    private Task OpenAsync(ProfileCase at, Answers answers) => portal.WithDbAsync(async db =>
    {
        var earlier = Form.Sections.ToLookup(
            section => section.Key,
            section => new EarlierAnswer(1, $"{section.Key}.before", "What was asked before?", ["This was answered."], "It is asked elsewhere now", IsRestricted: false, CountsStudents: false));
        db.Profiles.Add(new Profile(at.School.Id, ProfileCase.Year, Form, new CarriedAnswers(answers, earlier), new DateOnly(ProfileCase.Year, 3, 31), At("Opened")));
        await db.SaveAsync(At("Opened"), CancellationToken.None);
    });

    private Task ChangeAsync(ProfileCase at, Action<Profile> change) => portal.WithDbAsync(async db =>
    {
        change(await db.Profiles.Include(p => p.Sections).SingleAsync(p => p.SchoolId == at.School.Id && p.Year == ProfileCase.Year));
        await db.SaveAsync(At("Went on"), CancellationToken.None);
    });

    private Task EachAsync(ProfileCase at, Action<Profile, SectionDefinition> change) => ChangeAsync(at, profile =>
    {
        foreach (var section in Form.Sections)
        {
            change(profile, section);
        }
    });

    private Task SaveAsync(ProfileCase at, SectionDefinition section, Answers answers) => ChangeAsync(at, profile => profile.SaveSection(
        Form, section.Key, new Entry(answers, NothingToReport: false), profile.Sections.Single(s => s.Key == section.Key).Token, School, At("Saved")));

    /// <summary>Both sides look at the task list and at each section.</summary>
    private async Task LookAsync(ProfileCase at, string state, params Visitor[] visitors)
    {
        foreach (var visitor in visitors)
        {
            foreach (var page in Form.Sections.Select(section => at.Section(section.Key)).Prepend(at.Home))
            {
                Assert.Equal(200, await visitor.GoAsync(page));
                await JudgeAsync(state, visitor);
            }
        }
    }

    private async Task JudgeAsync(string state, Visitor visitor) =>
        faults.AddRange(from owed in await PageCheck.OwesAsync(visitor) select $"{state}: {owed}");
}
