using CsCheck;

using SchoolPortal.Domain.People;

using Xunit;

namespace SchoolPortal.Domain.Tests.People;

public sealed class ActorTests
{
    // Few places, so that chance meets often.
    private static readonly Guid[] Ids = [.. Enumerable.Range(0, 3).Select(_ => Guid.CreateVersion7())];

    private static readonly Gen<Guid> AnyId = Gen.Int[0, Ids.Length - 1].Select(i => Ids[i]);

    private static readonly Gen<Place> AnyPlace =
        from school in AnyId
        from area in Gen.Int[0, Ids.Length]
        from district in Gen.Int[0, Ids.Length]
        select new Place(school, area == Ids.Length ? null : Ids[area], district == Ids.Length ? null : Ids[district]);

    private static readonly Gen<Authority> AnyAuthority =
        from role in Gen.Int[0, Roles.All.Count - 1]
        from id in AnyId
        let scope = Grant.ScopeOf(Roles.All[role])
        select new Authority(Roles.All[role], scope, scope == Scope.Nation ? null : id);

    [Fact]
    public void What_one_may_at_a_place_is_what_ones_roles_there_may_and_what_a_list_would_show() =>
        Gen.Select(AnyAuthority.List[0, 4], AnyPlace).Sample((authorities, place) =>
        {
            var actor = new Actor(Guid.CreateVersion7(), "Somebody", "", authorities);
            var roles = actor.RolesAt(place);
            foreach (var operation in Enum.GetValues<Operation>())
            {
                var may = actor.May(operation, place);
                Assert.Equal(roles.Overlaps(Permissions.RolesFor(operation)), may);
                Assert.Equal(actor.JurisdictionFor(operation).Covers(place), may);
                Assert.True(!may || actor.May(operation));
            }
        });

    [Fact]
    public void Every_operation_is_somebodys_and_no_role_may_do_everything()
    {
        foreach (var operation in Enum.GetValues<Operation>())
        {
            Assert.NotEmpty(Permissions.RolesFor(operation));
        }

        Assert.DoesNotContain(Roles.All, role => Enum.GetValues<Operation>().All(o => Permissions.RolesFor(o).Contains(role)));
    }

    [Fact]
    public void Nobody_may_do_anything_anywhere()
    {
        var nobody = new Actor(Guid.CreateVersion7(), "Nobody", "", []);
        Assert.DoesNotContain(Enum.GetValues<Operation>(), nobody.May);
    }
}
