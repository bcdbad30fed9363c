using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.People;
using Xunit;

namespace SchoolPortal.Domain.Tests.Agreements;

public sealed class AgreementLifecycleTests
{
    private static readonly Lifecycle<AgreementState, AgreementStep> Table = AgreementLifecycle.Table;

    /// <summary>The entity's verb for each step that people take.</summary>
    private static readonly Dictionary<AgreementStep, Action<Agreement, Role, Change>> Verbs = new()
    {
        [AgreementStep.SendToSchool] = (a, role, change) => a.SendToSchool(AgreementIn.Form, AgreementIn.Roles(role), change),
        [AgreementStep.AskForChanges] = (a, role, change) => a.AskForChanges(AgreementIn.Roles(role), change),
        [AgreementStep.AgreeText] = (a, role, change) => a.AgreeText(AgreementIn.Form, AgreementIn.Roles(role), "{}", [1], change),
        [AgreementStep.Sign] = (a, role, change) => a.Sign(AgreementIn.Roles(role), AgreementIn.Words(role), signedInRecently: true, change),
        [AgreementStep.SignOnPaper] = (a, role, change) => AgreementIn.SignOnPaper(a, role, OtherSide(a, role), change: change),
        [AgreementStep.Reopen] = (a, role, change) => a.Reopen(AgreementIn.Roles(role), change),
        [AgreementStep.Withdraw] = (a, role, change) => a.Withdraw(AgreementIn.Roles(role), change),
        [AgreementStep.RecordReview] = (a, role, change) => a.RecordReview(AgreementIn.Today, AgreementIn.Roles(role), change),
        [AgreementStep.Vary] = (a, role, change) => a.Vary(2, AgreementIn.Form, AgreementIn.Today, AgreementIn.Roles(role), change),
        [AgreementStep.Renew] = (a, role, change) => a.Renew(2, AgreementIn.Form, LastDay(a), AgreementIn.Roles(role), change),
        [AgreementStep.GiveNotice] = (a, role, change) => a.GiveNotice(AgreementIn.Form, AgreementIn.Terms, AgreementIn.Today, AgreementIn.Roles(role), change),
        [AgreementStep.TakeBackNotice] = (a, role, change) => a.TakeBackNotice(AgreementIn.Today, AgreementIn.Roles(role), change),
        [AgreementStep.End] = (a, role, change) => a.End(AgreementIn.Today, AgreementIn.Roles(role), change),
    };

    /// <summary>The entity's verb for each step of the portal that may be taken on its own.</summary>
    private static readonly Dictionary<AgreementStep, Action<Agreement, Change>> PortalVerbs = new()
    {
        [AgreementStep.ComeIntoForce] = (a, change) => a.ComeIntoForce(AgreementIn.Today, change),
        [AgreementStep.Supersede] = (a, change) => a.Supersede(change),
        [AgreementStep.EndByNotice] = (a, change) => a.EndByNotice(LastDay(a).AddDays(1), change),
        [AgreementStep.EndWithSchool] = (a, change) => a.EndWithSchool(AgreementIn.Today, change),
        [AgreementStep.WithdrawWithSchool] = (a, change) => a.WithdrawWithSchool(change),
    };

    public static TheoryData<AgreementState, AgreementStep> EveryStateAndStep() => Every(Enum.GetValues<AgreementState>(), Enum.GetValues<AgreementStep>());

    [Theory]
    [MemberData(nameof(EveryStateAndStep))]
    public void Every_role_may_do_exactly_what_the_table_offers_it(AgreementState state, AgreementStep step)
    {
        var row = Table[step];
        foreach (var role in Roles.All.Where(_ => Verbs.ContainsKey(step)))
        {
            var agreement = Ready(state, step, role);
            var since = agreement.StateSince;
            var change = AgreementIn.By(role, "Because it is so") with { At = AgreementIn.Now.AddMinutes(5) };
            if (row.From.Contains(state) && row.Who.Contains(role))
            {
                Verbs[step](agreement, role, change);
                Assert.Equal(row.To, agreement.State);
                Assert.Equal(row.To == state ? since : change.At, agreement.StateSince);
                Assert.Equal(row.To == state ? null : change.Why, agreement.StateReason);
            }
            else
            {
                Assert.Throws<StepNotAllowed>(() => Verbs[step](agreement, role, change));
                Assert.Equal(state, agreement.State);
            }
        }
    }

    [Theory]
    [MemberData(nameof(EveryStateAndStep))]
    public void The_portals_own_steps_are_nobody_elses_and_follow_the_table(AgreementState state, AgreementStep step)
    {
        var row = Table[step];
        if (row.Who.Count > 0)
        {
            Assert.Contains(step, Verbs.Keys);
            return;
        }

        foreach (var role in Roles.All)
        {
            Assert.Throws<StepNotAllowed>(() => Table.Take(step, state, AgreementIn.Somebody(role), AgreementIn.Roles(role), "Because"));
        }

        // Signing is completed by the signature that completes it.
        Assert.True(PortalVerbs.ContainsKey(step) || step == AgreementStep.CompleteSigning);
        var agreement = Ready(state, step, Role.Principal);
        void Take()
        {
            if (PortalVerbs.TryGetValue(step, out var verb))
            {
                verb(agreement, new Change(Actor.Portal, AgreementIn.Now, "Did what was due"));
            }
        }

        if (row.From.Contains(state))
        {
            Take();
            Assert.Equal(row.To, Table.Take(step, state, Actor.Portal, AgreementIn.Roles(), null));
            Assert.Equal(PortalVerbs.ContainsKey(step) ? row.To : state, agreement.State);
        }
        else
        {
            Assert.Throws<StepNotAllowed>(() => Table.Take(step, state, Actor.Portal, AgreementIn.Roles(), null));
            if (PortalVerbs.ContainsKey(step))
            {
                Assert.Throws<StepNotAllowed>(Take);
            }

            Assert.Equal(state, agreement.State);
        }
    }

    [Theory]
    [MemberData(nameof(EveryStateAndStep))]
    public void A_step_that_needs_a_reason_is_refused_without_one(AgreementState state, AgreementStep step)
    {
        var row = Table[step];
        var role = row.Who.Count > 0 ? row.Who[0] : Role.Principal;
        if (!row.NeedsReason || !row.From.Contains(state))
        {
            Assert.True(Verbs.ContainsKey(step) || row.Who.Count == 0);
            return;
        }

        foreach (var nothing in new[] { null, "", "  \n" })
        {
            var agreement = Ready(state, step, role);
            var broken = Assert.Throws<RuleBroken>(() => Verbs[step](agreement, role, AgreementIn.By(role, nothing)));
            Assert.Equal("Reason", broken.Field);
            Assert.Equal(state, agreement.State);
        }
    }

    [Fact]
    public void Every_step_has_one_row_and_every_state_but_the_first_is_led_to()
    {
        Assert.Equal(Enum.GetValues<AgreementStep>(), Table.Rows.Select(r => r.Step).Order());
        Assert.Equal(Table.Rows.Count, Table.Rows.Select(r => r.Label).Distinct().Count());
        Assert.Equal(Enum.GetValues<AgreementState>(), Table.Rows.Select(r => r.To).Append(AgreementState.Draft).Distinct().Order());
    }

    [Fact]
    public void What_a_person_is_offered_is_what_the_table_says_of_their_roles()
    {
        var offered = Table.Offered(AgreementState.SchoolReview, AgreementIn.Roles(Role.Principal, Role.SchoolViewer));
        Assert.Equal([AgreementStep.AskForChanges, AgreementStep.AgreeText, AgreementStep.Withdraw], offered.Select(r => r.Step));
        Assert.Empty(Table.Offered(AgreementState.SchoolReview, AgreementIn.Roles(Role.SchoolViewer)));
    }

    /// <summary>An agreement in this state with which the step is possible, if it ever is from there.</summary>
    private static Agreement Ready(AgreementState state, AgreementStep step, Role role)
    {
        var agreement = AgreementIn.State(state, spared: role);
        var police = Roles.SideOf(role) == Side.Police;
        if (state == AgreementState.Active && step is AgreementStep.End or AgreementStep.EndByNotice)
        {
            AgreementIn.GiveNotice(agreement, police ? Role.Principal : Role.LeadPoliceContact);
        }
        else if (state == AgreementState.Active && step == AgreementStep.TakeBackNotice)
        {
            AgreementIn.GiveNotice(agreement, police ? Role.LeadPoliceContact : Role.Principal);
        }

        return agreement;
    }

    /// <summary>A party of the other side, one that has still to sign if there is one.</summary>
    private static Role OtherSide(Agreement agreement, Role role) =>
        agreement.Unsigned.Concat(Agreement.Parties).First(party => Roles.SideOf(party) != Roles.SideOf(role));

    private static DateOnly LastDay(Agreement agreement) => agreement.EndsOn ?? AgreementIn.Today;

    private static TheoryData<AgreementState, AgreementStep> Every(IEnumerable<AgreementState> states, AgreementStep[] steps)
    {
        var all = new TheoryData<AgreementState, AgreementStep>();
        foreach (var state in states)
        {
            foreach (var step in steps)
            {
                all.Add(state, step);
            }
        }

        return all;
    }
}
