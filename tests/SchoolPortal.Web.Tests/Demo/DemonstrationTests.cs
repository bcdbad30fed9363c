using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

using SchoolPortal.Data;
using SchoolPortal.Data.Schools;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Testing;
using SchoolPortal.Web.Demo;

using Xunit;

namespace SchoolPortal.Web.Tests.Demo;

public sealed class DemonstrationTests(DemonstrationHost portal) : IClassFixture<DemonstrationHost>
{
    [Fact]
    public async Task An_agreement_stands_in_every_standing()
    {
        var agreements = await portal.WithDbAsync(db => db.Agreements.AsNoTracking().ToListAsync());
        var standings = agreements.Select(a => a.Standing(portal.Today)).Append(AgreementStanding.None);

        Assert.Equal(Enum.GetValues<AgreementStanding>(), standings.Distinct().Order());
        Assert.DoesNotContain(await portal.WithDbAsync(db => db.Schools.Where(s => s.Number == DemoSchools.NgaIwi).Select(s => s.Id).SingleAsync()), agreements.Select(a => a.SchoolId));
    }

    [Fact]
    public async Task A_profile_of_this_year_stands_in_every_state_and_two_earlier_years_are_archived()
    {
        var profiles = await portal.WithDbAsync(db => db.Profiles.AsNoTracking().ToListAsync());
        var now = profiles.Where(p => p.Year == portal.Today.Year).ToList();

        Assert.Equal(Enum.GetValues<ProfileState>().Except([ProfileState.Archived]), now.Select(p => p.State).Distinct().Order());
        Assert.Contains(now, p => p.AmendedAt is not null);
        Assert.True(now.Count < DemoSchools.All.Count, "Some school has not opened its profile.");
        Assert.All(profiles.Except(now), p => Assert.Equal(ProfileState.Archived, p.State));
        Assert.Equal(2 * DemoSchools.All.Count, profiles.Except(now).Count());
    }

    [Fact]
    public async Task Every_signature_is_over_the_bytes_that_are_kept()
    {
        var agreements = await portal.WithDbAsync(db => db.Agreements.AsNoTracking().Include(a => a.Signatures).ToListAsync());
        var files = await portal.WithDbAsync(db => db.AgreementFiles.AsNoTracking().ToListAsync());

        foreach (var agreement in agreements.Where(a => a.Signatures.Count > 0))
        {
            var frozen = Assert.Single(files, f => f.AgreementId == agreement.Id && f.Kind == AgreementFileKind.Frozen);
            Assert.Equal(frozen.Sha256, AgreementFile.HashOf(frozen.Bytes));
            Assert.All(agreement.Signatures, signature => Assert.Equal(frozen.Sha256, signature.Sha256));
        }
    }

    [Fact]
    public async Task Answers_are_such_as_the_forms_would_take()
    {
        var sections = await portal.WithDbAsync(db => db.ProfileSections.AsNoTracking().Where(s => s.State == SectionState.Complete).ToListAsync());

        foreach (var section in sections)
        {
            var definition = FormDefinitions.SchoolProfile.Section(section.Key)!;
            var answers = section.Answers();
            Assert.Empty(SectionCheck.Missing(definition, answers));
            foreach (var field in definition.Fields.Where(f => answers[f.Key] is not null))
            {
                AssertFits(field, answers[field.Key]!);
            }
        }
    }

    [Fact]
    public async Task A_school_answers_one_year_much_but_not_quite_as_the_year_before()
    {
        var school = await portal.SchoolAsync(DemoSchools.OtahuhuCollege);
        var years = await portal.WithDbAsync(db => db.Profiles.AsNoTracking().Include(p => p.Sections)
            .Where(p => p.SchoolId == school.Id).OrderBy(p => p.Year).ToListAsync());
        var (before, after) = (years[0].Answers(), years[1].Answers());
        var same = before.Keys.Count(key => before[key]!.Equals(after[key]));

        Assert.InRange(same, before.Keys.Count() / 2, before.Keys.Count() - 1);
    }

    [Fact]
    public async Task Some_schools_have_nobody_and_most_have_somebody()
    {
        var without = await portal.WithDbAsync(db => db.Schools.CountAsync(s => !db.OfficerAssignments.Any(a => a.SchoolId == s.Id)));
        var all = await portal.WithDbAsync(db => db.Schools.CountAsync());

        Assert.InRange(without, all / 5, all / 2);
    }

    [Fact]
    public async Task Nothing_can_be_sent_to_anybody_of_it()
    {
        var addresses = await portal.WithDbAsync(async db => (await db.People.Select(p => p.Email).ToListAsync())
            .Concat(await db.Officers.Select(o => o.Email).ToListAsync())
            .Concat(await db.SchoolContacts.Where(c => c.Email != null).Select(c => c.Email!).ToListAsync())
            .ToList());

        Assert.All(addresses, address => Assert.EndsWith(".example", address, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Setting_it_up_again_changes_nothing()
    {
        var before = await portal.WithDbAsync(CountsAsync);

        await using var scope = portal.Services.CreateAsyncScope();
        await ActivatorUtilities.CreateInstance<SeedReference>(scope.ServiceProvider).HandleAsync(CancellationToken.None);
        await ActivatorUtilities.CreateInstance<DemoSeed>(scope.ServiceProvider).HandleAsync(CancellationToken.None);

        Assert.Equal(before, await portal.WithDbAsync(CountsAsync));
    }

    [Theory]
    [MemberData(nameof(SignIns))]
    public async Task Everybody_who_is_named_at_the_start_signs_in_and_has_a_day(string before)
    {
        using var browser = await portal.SignInAsync(DemoAccounts.Address(before), DemoAccounts.Passphrase);

        var page = await browser.GetAsync("/today");

        Assert.Equal("Today", page.Heading);
        Assert.Contains("Tuesday 24 November 2026 · Term 4, week 7", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("no role yet", page.Text, StringComparison.Ordinal);
    }

    public static TheoryData<string> SignIns => [.. DemoPeople.SignIns.Select(person => person.Before)];

    [Theory]
    [InlineData("principal", "Sign the agreement with Police", "Fill in the 2026 profile of Otahuhu School", "Confirm 2 contacts of Otahuhu School",
        "Find out about 1 contact of Otahuhu School", "Decide on proposed invitations")]
    [InlineData("board", "Sign the agreement with Police")]
    [InlineData("leadschool", "Fill in the 2026 profile of Otahuhu School", "Confirm 2 contacts of Otahuhu School",
        "Find out about 1 contact of Otahuhu School", "Decide on proposed invitations")]
    [InlineData("contributor", "Fill in the 2026 profile of Otahuhu School")]
    [InlineData("staff")]
    [InlineData("leadpolice", "Sign the agreement with Otahuhu School", "Sign the agreement with McAuley High School", "Confirm the 2026 profile of Fairburn School",
        "Confirm the 2026 profile of Southern Cross Campus", "Finish the draft agreement with King's College", "Start an agreement with Jean Batten School",
        "Review the agreement with Otahuhu College", "Renew the agreement with Southern Cross Campus", "Start an agreement with Mangere College",
        "Ask King's College to confirm its emergency readiness", "Ask Otahuhu College to confirm its emergency readiness",
        "Ask Otahuhu School to confirm its emergency readiness", "Ask St Joseph's School (Otahuhu) to confirm its emergency readiness",
        "Find out about 1 contact of Mangere College", "Find out about 1 contact of Otahuhu School")]
    [InlineData("supervisor", "Sign the agreement with McAuley High School", "Assign Lead Police Contacts", "Decide on proposed invitations",
        "Acknowledge: Agreement 1 was ended by both sides: “We have talked, and agree.”, Mangere College")]
    [InlineData("district", "Assign Lead Police Contacts", "Name who stands in", "Decide on proposed invitations")]
    [InlineData("administrator", "Assign Lead Police Contacts", "Name who stands in", "Decide on proposed invitations")]
    [InlineData("auditor", "Read the audit log")]
    public async Task A_day_holds_what_is_theirs_and_nothing_else(string before, params string[] tasks)
    {
        using var browser = await portal.SignInAsync(DemoAccounts.Address(before), DemoAccounts.Passphrase);

        var page = await browser.GetAsync("/today");

        Assert.Equal(tasks.Order(), page.Document.QuerySelectorAll(".govuk-task-list__link").Select(link => link.TextContent.Trim()).Order());
    }

    [Theory]
    [InlineData("principal")]
    [InlineData("leadpolice")]
    [InlineData("supervisor")]
    [InlineData("administrator")]
    [InlineData("auditor")]
    public async Task Every_link_of_a_day_leads_somewhere(string before)
    {
        using var browser = await portal.SignInAsync(DemoAccounts.Address(before), DemoAccounts.Passphrase);
        var page = await browser.GetAsync("/today");

        foreach (var link in page.Document.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).Distinct())
        {
            Assert.Equal(System.Net.HttpStatusCode.OK, (await browser.GetAsync(link)).Status);
        }
    }

    private static async Task<string> CountsAsync(PortalDbContext db) => string.Join(
        ' ',
        await db.People.CountAsync(), await db.Schools.CountAsync(), await db.Districts.CountAsync(), await db.SchoolTerms.CountAsync(),
        await db.OfficerAssignments.CountAsync(), await db.SchoolContacts.CountAsync(), await db.Agreements.CountAsync(),
        await db.Profiles.CountAsync(), await db.AuditEvents.CountAsync(e => e.Subject != "Session"));

    private static void AssertFits(FieldDefinition field, Answer answer)
    {
        var options = field.Options.Select(option => option.Key).ToList();
        switch (field.Kind)
        {
            case FieldKind.Text or FieldKind.LongText:
                Assert.InRange(answer.Text!.Length, 1, field.MaxLength);
                break;
            case FieldKind.Choice:
                Assert.Contains(answer.Text, options);
                break;
            case FieldKind.Several:
                Assert.Subset(options.ToHashSet(), answer.Items.ToHashSet());
                break;
            case FieldKind.Percentages:
                Assert.Equal(100, Assert.Single(answer.Rows).Values.Sum(share => int.Parse(share, System.Globalization.CultureInfo.InvariantCulture)));
                break;
            case FieldKind.Table:
                Assert.All(answer.Rows, row => Assert.Subset(field.Columns.Select(column => column.Key).ToHashSet(), row.Keys.ToHashSet()));
                break;
            default:
                Assert.False(answer.IsEmpty);
                break;
        }
    }
}
