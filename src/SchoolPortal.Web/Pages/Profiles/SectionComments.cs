using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Profiles;

/// <summary>One comment as it is read.</summary>
public sealed record CommentLine(string Text, Side Side, string SaidBy, string Position, DateTime SaidAt)
{
    /// <summary>"Police · Mere Tūhoe, Senior Constable, 24 November 2026, 10am".</summary>
    public string Author => $"{Words.Capital(Side)} · {SaidBy}{(Position.Length == 0 ? "" : $", {Position}")}, {NewZealandTime.Show(SaidAt)}";
}

/// <summary>What the school and Police say about the sections of a profile.</summary>
public sealed class SectionComments(PortalDbContext db, TimeProvider clock, Actor actor)
{
    /// <summary>The comments on a section, oldest first, as a talk is read.</summary>
    public Task<List<CommentLine>> ListAsync(Guid profileId, string key, CancellationToken cancel) => db.SectionComments.AsNoTracking()
        .Where(c => c.ProfileId == profileId && c.Key == key)
        .OrderBy(c => c.Id)
        .Select(c => new CommentLine(c.Text, c.Side, c.SaidBy, c.Position, c.SaidAt))
        .ToListAsync(cancel);

    /// <summary>Adds one. Whoever may read the section may say something about it; the caller has asked that.</summary>
    public async Task AddAsync(CurrentSchool school, SectionHead head, string? text, CancellationToken cancel)
    {
        var profile = await db.Profiles.SingleAsync(p => p.Id == head.Profile.Id, cancel);
        var side = school.Roles.Any(Roles.OfSchool.Contains) ? Side.School : Side.Police;
        var change = new Change(actor, clock.UtcNow(), $"Commented on section {head.Number}, {head.Section.Title}, of the {profile.Year} profile");
        db.SectionComments.Add(new SectionComment(profile, head.Section, text, side, change));
        await db.SaveAsync(change, cancel);
    }
}
