using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using Xunit;

namespace SchoolPortal.Domain.Tests.Profiles;

public sealed class ProfileAccessTests
{
    private static readonly Place Here = new(SampleProfile.SchoolId, Guid.CreateVersion7(), Guid.CreateVersion7());
    private static readonly FormDefinition Form = FormDefinitions.SchoolProfile;

    public static TheoryData<Role> EveryRole => new(Roles.All);

    [Theory]
    [MemberData(nameof(EveryRole))]
    public void Restricted_sections_are_read_by_the_named_roles_alone(Role role)
    {
        var access = new ProfileAccess(Holding(role), Here);
        var reads = role is Role.LeadSchoolContact or Role.Principal or Role.PresidingMember
            or Role.LeadPoliceContact or Role.SchoolCommunityOfficer or Role.AreaSupervisor;
        var readsRestricted = role is Role.LeadSchoolContact or Role.Principal or Role.LeadPoliceContact or Role.AreaSupervisor;

        Assert.All(Form.Sections, section => Assert.Equal(
            section.Sensitivity == Sensitivity.Restricted ? readsRestricted : reads, access.MayRead(section)));
        Assert.All(Form.Sections, section => Assert.Equal(role is Role.Principal or Role.LeadSchoolContact, access.MayEdit(section)));
        Assert.Equal(role is Role.LeadPoliceContact or Role.AreaSupervisor, access.IsViewRecorded);
    }

    [Theory]
    [MemberData(nameof(EveryRole))]
    public void What_is_left_out_is_exactly_what_may_not_be_read(Role role)
    {
        var access = new ProfileAccess(Holding(role), Here);

        var leftOut = access.LeftOut(Form);

        foreach (var section in Form.Sections)
        {
            var readable = access.Readable(section);
            Assert.Equal(readable is null, leftOut.Contains(section.Key));
            foreach (var field in section.Fields.Where(_ => readable is not null))
            {
                Assert.Equal(readable!.Field(field.Key) is null, leftOut.Contains(field.Key));
            }
        }
    }

    [Fact]
    public void A_contributor_fills_in_and_reads_the_sections_they_keep_restricted_or_not_and_no_others()
    {
        var access = new ProfileAccess(Holding(Role.SchoolContributor, "traffic-team readiness"), Here);

        Assert.Equal(["traffic-team", "readiness"], Form.Sections.Where(access.MayEdit).Select(section => section.Key));
        Assert.Equal(["traffic-team", "readiness"], Form.Sections.Where(access.MayRead).Select(section => section.Key));
        Assert.False(access.IsViewRecorded);
    }

    [Fact]
    public void Nobody_reads_or_fills_in_at_another_school()
    {
        var access = new ProfileAccess(Holding(Role.Principal), Here with { SchoolId = Guid.CreateVersion7() });

        Assert.DoesNotContain(Form.Sections, section => access.MayRead(section) || access.MayEdit(section));
        Assert.False(access.MayEditAny);
    }

    private static Actor Holding(Role role, string? sections = null)
    {
        var scope = Grant.ScopeOf(role);
        Guid? place = scope switch
        {
            Scope.School => Here.SchoolId,
            Scope.Area => Here.AreaId,
            Scope.District => Here.DistrictId,
            _ => null,
        };
        return new Actor(Guid.CreateVersion7(), "Somebody", "", [new Authority(role, scope, place, sections)]);
    }
}
