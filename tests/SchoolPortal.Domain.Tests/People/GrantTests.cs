using SchoolPortal.Domain.People;

using Xunit;

namespace SchoolPortal.Domain.Tests.People;

public sealed class GrantTests
{
    private static readonly DateOnly Begin = new(2026, 11, 24);
    private static readonly Guid Place = Guid.CreateVersion7();

    public static TheoryData<Role, Scope> EveryRoleAndScope => [.. from role in Roles.All from scope in Enum.GetValues<Scope>() select (role, scope)];

    [Theory]
    [MemberData(nameof(EveryRoleAndScope))]
    public void A_role_is_given_for_its_own_scope_alone(Role role, Scope scope)
    {
        var refused = Record.Exception(() => Make(role, scope, scope == Scope.Nation ? null : Place));
        Assert.Equal(scope == Grant.ScopeOf(role), refused is null);
    }

    [Theory]
    [MemberData(nameof(EveryRoleAndScope))]
    public void A_place_is_needed_for_every_scope_but_the_nation(Role role, Scope scope)
    {
        var refused = Record.Exception(() => Make(role, scope, scope == Scope.Nation ? Place : null));
        Assert.Equal("Place", Assert.IsType<RuleBroken>(refused).Field);
    }

    [Fact]
    public void A_grant_is_withdrawn_at_the_earliest_on_the_day_before_it_begins()
    {
        var grant = Make(Role.Principal, Scope.School, Place);
        Assert.Equal("To", Assert.Throws<RuleBroken>(() => grant.End(Begin.AddDays(-2))).Field);
        grant.End(Begin.AddDays(-1));
        Assert.Equal(Begin.AddDays(-1), grant.To);
    }

    private static Grant Make(Role role, Scope scope, Guid? place) => new(Guid.CreateVersion7(), role, scope, place, Begin, null);

    [Fact]
    public void A_contributor_keeps_more_sections_and_fewer_and_has_no_part_any_more_without_one()
    {
        var from = new DateOnly(2026, 2, 2);
        var grant = new Grant(Guid.NewGuid(), Role.SchoolContributor, Scope.School, Guid.NewGuid(), from, null, "travel");
        grant.Keep("traffic-team");
        grant.Keep("travel");
        Assert.Equal(["traffic-team", "travel"], grant.KeptSections());

        grant.Release("travel", from.AddDays(30));
        Assert.Equal(["traffic-team"], grant.KeptSections());
        Assert.Null(grant.To);
        grant.Release("traffic-team", from.AddDays(30));
        Assert.Equal(from.AddDays(29), grant.To);

        var sameDay = new Grant(Guid.NewGuid(), Role.SchoolContributor, Scope.School, Guid.NewGuid(), from, null, "travel");
        sameDay.Release("travel", from);
        Assert.Equal(from.AddDays(-1), sameDay.To);
        Assert.Throws<StepNotAllowed>(() => new Grant(Guid.NewGuid(), Role.SchoolViewer, Scope.School, Guid.NewGuid(), from, null).Keep("travel"));
    }
}
