using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using Xunit;

namespace SchoolPortal.Domain.Tests.Profiles;

/// <summary>The table, the verbs and the pages' offers are one and the same, for every state, step and role.</summary>
public sealed class ProfileLifecycleTests
{
    public static TheoryData<ProfileState, ProfileStep, Role> EveryStateStepAndRole => new(
        from state in Enum.GetValues<ProfileState>()
        from step in Enum.GetValues<ProfileStep>()
        from role in Roles.All
        select (state, step, role));

    /// <summary>Domain §8 once more, written by hand: step, from, to, who. Nothing else is possible.</summary>
    private static readonly (ProfileStep Step, ProfileState[] From, ProfileState To, Role[] Who)[] Agreed =
    [
        (ProfileStep.Begin, [ProfileState.NotStarted, ProfileState.Returned], ProfileState.Draft, [Role.LeadSchoolContact, Role.Principal, Role.SchoolContributor]),
        (ProfileStep.Submit, [ProfileState.Draft, ProfileState.Returned], ProfileState.Submitted, [Role.Principal]),
        (ProfileStep.TakeBack, [ProfileState.Submitted], ProfileState.Draft, [Role.Principal, Role.LeadSchoolContact]),
        (ProfileStep.Return, [ProfileState.Submitted], ProfileState.Returned, [Role.LeadPoliceContact]),
        (ProfileStep.Confirm, [ProfileState.Submitted], ProfileState.Confirmed, [Role.LeadPoliceContact]),
        (ProfileStep.Archive, [ProfileState.NotStarted, ProfileState.Draft, ProfileState.Submitted, ProfileState.Returned, ProfileState.Confirmed], ProfileState.Archived, []),
    ];

    [Theory]
    [MemberData(nameof(EveryStateStepAndRole))]
    public void A_step_does_what_the_table_says_for_whom_it_says_and_nothing_else(ProfileState state, ProfileStep step, Role role)
    {
        var (_, from, to, who) = Agreed.Single(row => row.Step == step);
        var isAgreed = from.Contains(state) && who.Contains(role);
        IReadOnlySet<Role> roles = new HashSet<Role> { role };

        Assert.Equal(isAgreed, ProfileLifecycle.Table.Offered(state, roles).Any(row => row.Step == step));
        var profile = SampleProfile.In(state);
        Assert.Equal(state, profile.State);
        // Where sections stand open without a step, a save changes no state; that is tried below.
        if (step == ProfileStep.Begin && state is ProfileState.Draft or ProfileState.Confirmed)
        {
            return;
        }

        // A returned section must be mended before it can be submitted, which begins the draft again.
        if (step == ProfileStep.Submit && state == ProfileState.Returned && isAgreed)
        {
            Assert.Throws<RuleBroken>(() => Take(profile, step, roles));
            Assert.Equal(state, profile.State);
            return;
        }

        if (isAgreed)
        {
            Take(profile, step, roles);
            Assert.Equal(to, profile.State);
        }
        else
        {
            Assert.Throws<StepNotAllowed>(() => Take(profile, step, roles));
            Assert.Equal(state, profile.State);
        }
    }

    [Fact]
    public void Every_step_is_in_the_table_once_and_only_the_portal_archives()
    {
        Assert.Equal(Enum.GetValues<ProfileStep>(), ProfileLifecycle.Table.Rows.Select(row => row.Step));
        var archive = Assert.Single(ProfileLifecycle.Table.Rows, row => row.Who.Count == 0);
        Assert.Equal(ProfileStep.Archive, archive.Step);
        foreach (var state in archive.From)
        {
            var profile = SampleProfile.In(state);
            profile.Archive(new Change(Actor.Portal, SampleProfile.Opened, "Archived"));
            Assert.Equal(ProfileState.Archived, profile.State);
        }
    }

    [Theory]
    [MemberData(nameof(EveryStateAndRole))]
    public void A_section_is_saved_by_those_who_fill_in_while_the_profile_is_open(ProfileState state, Role role)
    {
        var profile = SampleProfile.In(state);
        var fillsIn = role is Role.Principal or Role.LeadSchoolContact or Role.SchoolContributor;
        void Save() => profile.Save("about", SampleProfile.Entry("about", "Changed"), new HashSet<Role> { role });

        if (fillsIn && state is not (ProfileState.Submitted or ProfileState.Archived))
        {
            Save();
            Assert.Equal(SampleProfile.Answered("about", "Changed"), profile.Sections.Single(s => s.Key == "about").Answers());
            Assert.Equal(state == ProfileState.Confirmed ? ProfileState.Confirmed : ProfileState.Draft, profile.State);
        }
        else
        {
            Assert.Throws<StepNotAllowed>(Save);
            Assert.Equal(state, profile.State);
        }
    }

    public static TheoryData<ProfileState, Role> EveryStateAndRole => new(
        from state in Enum.GetValues<ProfileState>()
        from role in Roles.All
        select (state, role));

    private static void Take(Profile profile, ProfileStep step, IReadOnlySet<Role> roles)
    {
        var change = SampleProfile.By("Somebody");
        switch (step)
        {
            case ProfileStep.Begin:
                profile.Save("about", SampleProfile.Entry("about"), roles);
                break;
            case ProfileStep.Submit:
                profile.Submit(SampleProfile.Form, roles, change);
                break;
            case ProfileStep.TakeBack:
                profile.TakeBack(roles, change);
                break;
            case ProfileStep.Return:
                profile.Return(new Dictionary<string, string> { ["about"] = "Check the bell times" }, roles, change);
                break;
            case ProfileStep.Confirm:
                profile.Confirm(roles, change);
                break;
            case ProfileStep.Archive:
                profile.Archive(change);
                break;
        }
    }
}
