using SchoolPortal.Domain.People;

using Xunit;

namespace SchoolPortal.Domain.Tests.People;

/// <summary>Who may ask whom into what, and every step of an invitation from every state by every role.</summary>
public sealed class InvitationTests
{
    private static readonly DateTime Now = new(2026, 11, 23, 21, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Today = NewZealandTime.DayOf(Now);
    private static readonly Guid School = Guid.CreateVersion7();
    private static readonly Place Here = new(School, Guid.CreateVersion7(), Guid.CreateVersion7());

    public static TheoryData<Role> EveryRole => [.. Roles.All];

    public static MatrixTheoryData<InvitationState, InvitationStep, Role> EveryStep => new(
        Enum.GetValues<InvitationState>(),
        Enum.GetValues<InvitationStep>().Except([InvitationStep.Accept]),
        Roles.All);

    [Theory]
    [MemberData(nameof(EveryRole))]
    public void Nobody_is_invited_to_an_officers_duty_or_to_more_than_the_inviter_reaches(Role inviter)
    {
        var offered = Inviting.DirectlyBy([inviter]).Concat(Inviting.AsProposalBy([inviter])).ToHashSet();

        Assert.DoesNotContain(Role.LeadPoliceContact, offered);
        Assert.DoesNotContain(Role.SchoolCommunityOfficer, offered);
        Assert.All(offered, role => Assert.True(Grant.ScopeOf(role) <= Grant.ScopeOf(inviter), $"{inviter} may invite a {role}"));
        Assert.Equal(offered.Count > 0, Permissions.RolesFor(Operation.InvitePeople).Contains(inviter));
        if (inviter != Role.Administrator)
        {
            Assert.DoesNotContain(Role.Administrator, offered);
            Assert.DoesNotContain(inviter, offered);
        }
    }

    [Theory]
    [MemberData(nameof(EveryRole))]
    public void A_role_elsewhere_invites_to_nothing_here(Role inviter)
    {
        var scope = Grant.ScopeOf(inviter);
        if (scope == Scope.Nation)
        {
            return;
        }

        var elsewhere = new Actor(Guid.CreateVersion7(), "Somebody", "Somewhere", [new Authority(inviter, scope, Guid.CreateVersion7())]);
        Assert.All(Roles.All, role => Assert.False(elsewhere.MayPropose(role, Here)));
    }

    [Theory]
    [MemberData(nameof(EveryStep))]
    public void A_step_is_taken_where_the_table_offers_it_and_nowhere_else(InvitationState state, InvitationStep step, Role role)
    {
        var invitation = In(state);
        var row = InvitationLifecycle.Table[step];
        var change = By(role, "They left");

        if (!row.From.Contains(state) || !row.Who.Contains(role))
        {
            Assert.Throws<StepNotAllowed>(() => Take(invitation, step, role, change));
            Assert.Equal(state, invitation.State);
            return;
        }

        if (row.NeedsReason)
        {
            Assert.Throws<RuleBroken>(() => Take(invitation, step, role, change with { Why = null }));
        }

        Take(invitation, step, role, change);
        Assert.Equal(row.To, invitation.State);
    }

    [Theory]
    [InlineData(-3, 0)]
    [InlineData(0, 0)]
    [InlineData(5, 5)]
    public void The_role_begins_on_its_day_or_on_the_day_it_is_taken_up(int from, int begins)
    {
        var invitation = New(new InvitedRole(Role.SchoolViewer, School, "Fairburn School", Today.AddDays(from), Today.AddDays(30), null));
        var person = Guid.CreateVersion7();

        var grant = invitation.Accept(person, By(Role.Principal, null));

        Assert.Equal((Today.AddDays(begins), Today.AddDays(30), person, InvitationState.Accepted), (grant.From, grant.To, grant.PersonId, invitation.State));
        Assert.Throws<StepNotAllowed>(() => invitation.Accept(person, By(Role.Principal, null)));
    }

    [Fact]
    public void An_invitation_whose_days_are_over_is_not_taken_up() =>
        Assert.Throws<StepNotAllowed>(() => New(new InvitedRole(Role.SchoolViewer, School, "Fairburn School", Today.AddDays(-9), Today.AddDays(-1), null))
            .Accept(Guid.CreateVersion7(), By(Role.Principal, null)));

    [Fact]
    public void It_expires_after_seven_days_and_once_more_sent_has_seven_more()
    {
        var invitation = New(new InvitedRole(Role.SchoolViewer, School, "Fairburn School", Today, null, null));
        Assert.False(invitation.IsExpired(Now.AddDays(7).AddSeconds(-1)));
        Assert.True(invitation.IsExpired(Now.AddDays(7)));

        invitation.SendAgain(new HashSet<Role> { Role.Principal }, By(Role.Principal, null) with { At = Now.AddDays(8) });
        Assert.False(invitation.IsExpired(Now.AddDays(14)));
    }

    [Theory]
    [InlineData("", "Tumuaki", "a@b.nz", "Name")]
    [InlineData("Mārama", " ", "a@b.nz", "Position")]
    [InlineData("Mārama", "Tumuaki", "", "Email")]
    public void Without_a_name_a_position_or_an_address_there_is_no_invitation(string name, string position, string email, string field) =>
        Assert.Equal(field, Assert.Throws<RuleBroken>(() => new Invitation(
            name, position, email, new InvitedRole(Role.SchoolViewer, School, "Fairburn School", Today, null, null), false, By(Role.Principal, null))).Field);

    [Fact]
    public void A_contributor_keeps_some_section() =>
        Assert.Equal("Sections", Assert.Throws<RuleBroken>(() => New(new InvitedRole(Role.SchoolContributor, School, "Fairburn School", Today, null, " "))).Field);

    private static Invitation New(InvitedRole invited, bool isProposal = false) =>
        new("Mārama", "Tumuaki", "Marama@School.example", invited, isProposal, By(Role.LeadPoliceContact, null));

    private static Change By(Role role, string? why) =>
        new(new Actor(Guid.CreateVersion7(), "Somebody", Words.Capital(role), [new Authority(role, Grant.ScopeOf(role), School)]), Now, "A test", why);

    private static Invitation In(InvitationState state)
    {
        var role = new InvitedRole(Role.SchoolViewer, School, "Fairburn School", Today, null, null);
        var invitation = New(role, isProposal: state is InvitationState.Proposed or InvitationState.Refused);
        switch (state)
        {
            case InvitationState.Accepted:
                invitation.Accept(Guid.CreateVersion7(), By(Role.Principal, null));
                break;
            case InvitationState.Refused:
                Take(invitation, InvitationStep.Refuse, Role.Principal, By(Role.Principal, "No"));
                break;
            case InvitationState.Withdrawn:
                Take(invitation, InvitationStep.Withdraw, Role.Principal, By(Role.Principal, null));
                break;
        }

        Assert.Equal(state, invitation.State);
        return invitation;
    }

    private static void Take(Invitation invitation, InvitationStep step, Role role, Change change)
    {
        Action<IReadOnlySet<Role>, Change> take = step switch
        {
            InvitationStep.Approve => invitation.Approve,
            InvitationStep.Refuse => invitation.Refuse,
            InvitationStep.SendAgain => invitation.SendAgain,
            _ => invitation.Withdraw,
        };
        take(new HashSet<Role> { role }, change);
    }
}
