using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.People;
using SchoolPortal.Data.Schools;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Web.Components;
using SchoolPortal.Web.Pages.Assignments.Gaps;
using SchoolPortal.Web.Pages.Audit;
using SchoolPortal.Web.Pages.Content;
using SchoolPortal.Web.Pages.Public;
using SchoolPortal.Web.Pages.Invitations;
using SchoolPortal.Web.Pages.People;
using SchoolPortal.Web.Pages.Schools;

namespace SchoolPortal.Web.Pages.Today;

/// <summary>What waits for those who look after many schools: counts that lead to the list, never the schools one by one.</summary>
internal sealed class TodayDuties(PortalDbContext db, PublishedContent content, Actor actor, SchoolListSnapshot schools)
{
    private const int MostAccounts = 10;

    private readonly Jurisdiction seen = actor.JurisdictionFor(Operation.ViewSchool);

    public async Task<(IReadOnlyList<TodayTask> Tasks, IReadOnlyList<IndexModel.Tile> Tiles)> ReadAsync(CancellationToken cancel)
    {
        var tasks = new List<TodayTask>();
        if (actor.May(Operation.AssignOfficers) && CountOf(actor.JurisdictionFor(Operation.AssignOfficers), SchoolGap.NoLead) is > 0 and var without)
        {
            tasks.Add(new TodayTask(
                "Assign Lead Police Contacts", ListOf(SchoolGap.NoLead), $"{TodayWords.Count(without, "school has", "schools have")} nobody. Choose several and assign them together."));
        }

        if (await ProposedAsync(cancel) is > 0 and var waiting)
        {
            tasks.Add(new TodayTask(
                "Decide on proposed invitations", InvitationLinks.Standing(InvitationState.Proposed), $"{TodayWords.Count(waiting, "person is", "people are")} proposed by an officer of a school."));
        }

        if (actor.May(Operation.ManagePeople))
        {
            var left = await db.Officers.Where(o => o.ActiveTo < schools.Day && db.People.Any(p => p.Id == o.PersonId && p.DisabledAt == null))
                .OrderBy(o => o.ActiveTo).Select(o => new { o.Name, o.PersonId, o.ActiveTo }).Take(MostAccounts).ToListAsync(cancel);
            tasks.AddRange(left.Select(o => new TodayTask(
                $"Disable the account of {o.Name}", PeopleLinks.Access(o.PersonId!.Value), $"They left on {TodayWords.Day(o.ActiveTo!.Value, schools.Day)}. End their roles, or say that they stay on in another position.", o.ActiveTo)));
        }

        if (actor.May(Operation.AssignOfficers) && Away() is > 0 and var away)
        {
            tasks.Add(new TodayTask(
                "Name who stands in", GapLinks.Place(null, null, CoverageGaps.LeadAway, AsAt.On(schools.Day)), $"{TodayWords.Count(away, "school has", "schools have")} a Lead Police Contact on leave and nobody for those days."));
        }

        if (actor.May(Operation.ImportDirectory))
        {
            tasks.AddRange((await db.WatchedDirectories.Where(place => place.IsWatched && place.Fault != null).Select(place => place.Fault!).ToListAsync(cancel))
                .Select(fault => new TodayTask("Put right how new directories come", "/admin/directory-import#watched", fault)));
            var proposed = await db.DirectoryImports.CountAsync(import => import.State == DirectoryImportState.Proposed, cancel);
            if (proposed > 0)
            {
                tasks.Add(new TodayTask("Look through the directory import", "/admin/directory-import", $"{TodayWords.Count(proposed, "file is", "files are")} read and not applied."));
            }
        }

        if (actor.May(Operation.EditContent))
        {
            var overdue = (await content.AllAsync(db, cancel)).Count(page => page.Words.ReviewOn < schools.Day);
            if (overdue > 0)
            {
                tasks.Add(new TodayTask("Read public pages again", ContentLinks.List, $"{TodayWords.Count(overdue, "page is", "pages are")} past the day of review."));
            }
        }

        if (actor.Authorities.All(a => a.Role == Role.Auditor) && actor.May(Operation.ViewAudit))
        {
            tasks.Add(new TodayTask("Read the audit log", AuditLinks.Log, "Who saw or changed what, and when."));
        }

        return (tasks, [.. Tiles()]);
    }

    /// <summary>Proposals that this person may decide on: an officer proposes to the school and to the area.</summary>
    private async Task<int> ProposedAsync(CancellationToken cancel)
    {
        var decides = Inviting.DirectlyBy(actor.Authorities.Select(a => a.Role));
        return decides.Count == 0
            ? 0
            : await db.Invitations.VisibleTo(db, actor).CountAsync(i => i.State == InvitationState.Proposed && decides.Contains(i.Role), cancel);
    }

    private int Away() =>
        schools.Open(actor.JurisdictionFor(Operation.AssignOfficers)).Count(row => row.Coverage.Gaps.HasFlag(CoverageGaps.LeadAway));

    private IEnumerable<IndexModel.Tile> Tiles()
    {
        if (!seen.Everywhere && seen.Districts.Count + seen.Areas.Count == 0)
        {
            yield break;
        }

        yield return new IndexModel.Tile(CountOf(seen), "schools", SchoolLinks.List);
        yield return Gap(SchoolGap.NoLead, "without a Lead Police Contact");
        yield return Gap(SchoolGap.NoAgreement, "without an agreement in force");
        yield return Gap(SchoolGap.ProfileOverdue, "with the profile overdue");
    }

    private IndexModel.Tile Gap(SchoolGap gap, string text)
    {
        var count = CountOf(seen, gap);
        return new IndexModel.Tile(count, text, ListOf(gap), IsBad: count > 0);
    }

    private int CountOf(Jurisdiction held, params IReadOnlyList<SchoolGap> gaps) =>
        schools.Find(new SchoolListQuery { Gaps = gaps }, held, take: 0).Total;

    private static string ListOf(SchoolGap gap) => SchoolLinks.ListOf(SchoolListAddress.KeyOf(gap));
}
