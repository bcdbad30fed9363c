using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Web.Components;
using SchoolPortal.Web.Pages.Today;

using Xunit;

namespace SchoolPortal.Web.Tests.Today;

public sealed class TodayTasksTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);
    private static readonly Place Place = new(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());

    [Theory]
    [InlineData(AgreementStanding.None, Role.LeadPoliceContact, "Start an agreement with Sample School")]
    [InlineData(AgreementStanding.Draft, Role.LeadPoliceContact, "Finish the draft agreement with Sample School")]
    [InlineData(AgreementStanding.SchoolReview, Role.LeadSchoolContact, "Check the draft agreement with Police")]
    [InlineData(AgreementStanding.SchoolReview, Role.Principal, "Check the draft agreement with Police")]
    [InlineData(AgreementStanding.ReadyToSign, Role.Principal, "Sign the agreement with Police")]
    [InlineData(AgreementStanding.ReadyToSign, Role.PresidingMember, "Sign the agreement with Police")]
    [InlineData(AgreementStanding.PartlySigned, Role.LeadPoliceContact, "Sign the agreement with Sample School")]
    [InlineData(AgreementStanding.PartlySigned, Role.AreaSupervisor, "Sign the agreement with Sample School")]
    [InlineData(AgreementStanding.ReviewDue, Role.LeadPoliceContact, "Review the agreement with Sample School")]
    [InlineData(AgreementStanding.Expired, Role.LeadPoliceContact, "Renew the agreement with Sample School")]
    [InlineData(AgreementStanding.Withdrawn, Role.LeadPoliceContact, "Start an agreement with Sample School")]
    public void Whose_turn_it_is_with_an_agreement_has_a_task(AgreementStanding standing, Role role, string text)
    {
        var actor = Somebody(role);

        Assert.Contains(text, Texts(actor, School(standing)));
    }

    [Fact]
    public void Nobody_is_asked_for_a_step_that_is_not_their_turn()
    {
        var roles = Enum.GetValues<Role>();
        foreach (var standing in Enum.GetValues<AgreementStanding>())
        {
            var turn = AgreementTurn.Of(standing, Agreement.Parties);
            foreach (var role in roles.Except(turn))
            {
                Assert.DoesNotContain(Texts(Somebody(role), School(standing)), text => text.Contains("agreement", StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public void A_party_that_has_signed_is_not_asked_again_and_waits_for_the_other_side()
    {
        var principal = Somebody(Role.Principal);
        var school = School(AgreementStanding.PartlySigned) is { Agreement: { } agreement } partly
            ? partly with { Agreement = agreement with { Signed = new Dictionary<Role, Guid?> { [Role.Principal] = principal.PersonId } } }
            : throw new InvalidOperationException();

        var work = TodayTasks.Of(principal, Today, [school]);

        Assert.Empty(work.Tasks);
        Assert.Equal("Sign the agreement", Assert.Single(work.Waiting).What);
    }

    [Theory]
    [InlineData(AgreementStanding.ReviewDue, "Review the agreement with Sample School")]
    [InlineData(AgreementStanding.Expired, "Renew the agreement with Sample School")]
    public void Who_signed_an_agreement_is_still_asked_for_what_comes_after(AgreementStanding standing, string text)
    {
        var lead = Somebody(Role.LeadPoliceContact);
        var school = School(standing);
        var signed = school with { Agreement = school.Agreement! with { Signed = Agreement.Parties.ToDictionary(party => party, _ => (Guid?)lead.PersonId) } };

        Assert.Equal([text], Texts(lead, signed));
    }

    [Theory]
    [InlineData(null, Role.Principal, "Open the 2026 profile of Sample School")]
    [InlineData(ProfileState.NotStarted, Role.LeadSchoolContact, "Fill in the 2026 profile of Sample School")]
    [InlineData(ProfileState.Draft, Role.Principal, "Fill in the 2026 profile of Sample School")]
    [InlineData(ProfileState.Returned, Role.LeadSchoolContact, "Mend the 2026 profile of Sample School")]
    [InlineData(ProfileState.Submitted, Role.LeadPoliceContact, "Confirm the 2026 profile of Sample School")]
    public void Whose_turn_it_is_with_a_profile_has_a_task(ProfileState? state, Role role, string text) =>
        Assert.Contains(text, Texts(Somebody(role), School(AgreementStanding.Active, state)));

    [Fact]
    public void A_profile_with_every_section_done_waits_for_the_principal_alone()
    {
        var school = School(AgreementStanding.Active, ProfileState.Draft, open: []);

        Assert.Equal(["Submit the 2026 profile of Sample School"], Texts(Somebody(Role.Principal), school));
        Assert.Empty(Texts(Somebody(Role.LeadSchoolContact), school));
        Assert.Equal("Submit the 2026 profile", Assert.Single(TodayTasks.Of(Somebody(Role.LeadPoliceContact), Today, [school]).Waiting).What);
    }

    [Theory]
    [InlineData("travel", true)]
    [InlineData("traffic-team", true)]
    [InlineData("climate", false)]
    public void A_contributor_is_asked_while_a_section_of_theirs_is_open(string open, bool asked)
    {
        var contributor = new Actor(Guid.NewGuid(), "Teacher", "Teacher", [new(Role.SchoolContributor, Scope.School, Place.SchoolId, "traffic-team travel")]);

        Assert.Equal(asked, Texts(contributor, School(AgreementStanding.Active, ProfileState.Draft, [open])).Any());
    }

    [Fact]
    public void A_confirmed_profile_and_an_agreement_in_force_ask_nobody()
    {
        var school = School(AgreementStanding.Active, ProfileState.Confirmed);

        foreach (var role in Enum.GetValues<Role>())
        {
            var work = TodayTasks.Of(Somebody(role), Today, [school]);
            Assert.Empty(work.Tasks);
            Assert.Empty(work.Waiting);
        }
    }

    [Fact]
    public void Contacts_are_the_schools_to_name_and_to_confirm()
    {
        var school = School(AgreementStanding.Active, ProfileState.Confirmed) with { HasLeadSchool = false, StaleContacts = 1 };

        Assert.Equal(
            ["Name a Lead School Contact for Sample School", "Confirm 1 contact of Sample School"],
            Texts(Somebody(Role.Principal), school));
        Assert.Equal("Name a Lead School Contact", Assert.Single(TodayTasks.Of(Somebody(Role.LeadPoliceContact), Today, [school]).Waiting).What);
    }

    [Fact]
    public void What_is_overdue_comes_first()
    {
        var late = School(AgreementStanding.Expired) with { Name = "Late School" };
        var soon = School(AgreementStanding.ReadyToSign) with { Name = "Soon School" };
        var open = School(AgreementStanding.None) with { Name = "Any School" };

        var tasks = TodayTasks.Of(Somebody(Role.LeadPoliceContact), Today, [open, soon, late]).Tasks;

        Assert.Equal(["Late School", "Soon School", "Any School"], tasks.Select(task => task.Text.Split(" with ")[1]));
    }

    [Theory]
    [InlineData("2026-11-23", "Overdue", TagColour.Red)]
    [InlineData("2026-11-24", "Due today", TagColour.Orange)]
    [InlineData("2026-12-08", "Due 8 December", TagColour.Orange)]
    [InlineData("2026-12-09", "Due 9 December", TagColour.Yellow)]
    [InlineData("2027-03-05", "Due 5 March 2027", TagColour.Yellow)]
    [InlineData(null, null, TagColour.Plain)]
    public void A_tag_says_when_it_is_due(string? due, string? words, TagColour colour)
    {
        var task = new TodayTask("Sign", "/", "", due is null ? null : DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(words, task.Status(Today));
        Assert.Equal(colour, task.Colour(Today));
    }

    private static IEnumerable<string> Texts(Actor actor, TodaySchool school) => TodayTasks.Of(actor, Today, [school]).Tasks.Select(task => task.Text);

    private static Actor Somebody(Role role)
    {
        var scope = Grant.ScopeOf(role);
        Guid? place = scope switch
        {
            Scope.School => Place.SchoolId,
            Scope.Area => Place.AreaId,
            Scope.District => Place.DistrictId,
            _ => null,
        };
        return new Actor(Guid.NewGuid(), "Somebody", "Somebody", [new(role, scope, place)]);
    }

    /// <summary>A school with nothing else amiss; unless told, every section of its profile is open.</summary>
    private static TodaySchool School(AgreementStanding standing, ProfileState? state = ProfileState.Confirmed, IEnumerable<string>? open = null)
    {
        var agreement = standing == AgreementStanding.None
            ? null
            : new TodayAgreement(1, standing, Today.AddDays(-5), null, Today.AddDays(8), Today.AddDays(-1), Today.AddDays(-3), new Dictionary<Role, Guid?>());
        var sections = FormDefinitions.SchoolProfile.Sections.Select(section => section.Key).ToList();
        var profile = new TodayProfile(
            2026, state, state is null ? null : Today.AddDays(-2), new DateOnly(2026, 3, 31), sections.Count, (open ?? sections).ToHashSet(), ["Getting to school"]);
        return new TodaySchool(Place, 1, "Sample School", agreement, profile, StaleContacts: 0, HasLeadSchool: true);
    }
}
