using SchoolPortal.Domain.People;
using SchoolPortal.Web.Pages.Content;
using SchoolPortal.Web.Pages.Invitations;
using SchoolPortal.Web.Pages.Notices;
using SchoolPortal.Web.Pages.Profiles.Campaign;
using SchoolPortal.Web.Pages.Shared;
using SchoolPortal.Web.Pages.FormVersions;
using SchoolPortal.Web.Pages.Templates;

namespace SchoolPortal.Web.Security;

/// <summary>What the page header shows of the person.</summary>
internal static class Header
{
    public static SignedIn Of(Actor actor, Session session) =>
        new(actor.Name, actor.Position, [.. Navigation(actor)], session.IdleMinutes);

    private static IEnumerable<NavigationItem> Navigation(Actor actor)
    {
        yield return new("Today", "/today");
        if (actor.May(Operation.ViewSchool))
        {
            yield return new("Schools", "/schools");
        }

        if (actor.May(Operation.FollowProfiles))
        {
            yield return new("Profiles", CampaignLinks.Page);
        }

        if (actor.May(Operation.ViewAssignments))
        {
            yield return new("Assignments", "/assignments");
        }

        if (actor.May(Operation.InvitePeople))
        {
            yield return new("Invitations", InvitationLinks.List);
        }

        if (actor.May(Operation.ManagePeople))
        {
            yield return new("People", "/admin/people");
        }

        if (actor.May(Operation.ImportDirectory))
        {
            yield return new("Directory import", "/admin/directory-import");
        }

        if (actor.May(Operation.ManageTemplates))
        {
            yield return new("Templates", TemplateLinks.List);
            yield return new("Questions", FormVersionLinks.List);
        }

        if (actor.May(Operation.EditContent))
        {
            yield return new("Content", ContentLinks.List);
        }

        if (actor.May(Operation.ManageNotices))
        {
            yield return new("Notices", NoticeLinks.List);
        }

        if (actor.May(Operation.ViewAudit))
        {
            yield return new("Audit", "/admin/audit");
        }
    }
}
