using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Web.Pages.Forms;

/// <summary>
/// Keeps what people type into sections until they save it or throw it away. It serves every form of sections; each draft is
/// for the person alone who typed it.
/// </summary>
public sealed class SectionDrafts(PortalDbContext db, DraftSlips slips, TimeProvider clock)
{
    /// <summary>Where a page sends its draft (<see cref="DraftModel"/>).</summary>
    public const string Address = "/drafts";

    private const int MostLookedAt = 10;

    /// <summary>A form to fill in: from the person's newest draft that is not saved, if there is one.</summary>
    /// <param name="actor">Who opens it.</param>
    /// <param name="saved">The section as it is stored.</param>
    /// <param name="read">Reads a draft as if it had been posted just now.</param>
    /// <param name="cancel">Stops the query.</param>
    public async Task<OpenedSection> OpenAsync(Actor actor, AnsweredSection saved, Func<IFormCollection, SectionPost> read, CancellationToken cancel)
    {
        var drafts = await db.SectionDrafts.AsNoTracking()
            .Where(d => d.RecordId == saved.RecordId && d.SectionKey == saved.Key && d.PersonId == actor.PersonId)
            .OrderByDescending(d => d.At)
            .Take(MostLookedAt)
            .ToListAsync(cancel);
        var unsaved = drafts.Select(draft => (Draft: draft, Post: read(TypedForm.Read(draft.Typed)))).FirstOrDefault(each => each.Post.IsUnsaved);
        return new OpenedSection(slips.Write(DraftSlip.For(actor.PersonId, saved, unsaved.Draft)), unsaved.Post, unsaved.Draft?.At);
    }

    /// <summary>The slip for a form that is shown again: the one it was posted with.</summary>
    public string SlipFor(Actor actor, AnsweredSection saved, IFormCollection form) =>
        slips.Write(slips.In(form) is { } slip && slip.PersonId == actor.PersonId ? slip : DraftSlip.For(actor.PersonId, saved, shown: null));

    /// <summary>Keeps what is typed on a page in place of what was kept of it before. Returns when, or null when it is too long.</summary>
    public async Task<DateTime?> KeepAsync(DraftSlip slip, string? typed, CancellationToken cancel)
    {
        if (typed is null)
        {
            return null;
        }

        var now = clock.UtcNow();
        if (await ReplaceAsync(slip, typed, now, cancel))
        {
            return now;
        }

        db.SectionDrafts.Add(new SectionDraft(slip.PageId, slip.PersonId, slip.RecordId, slip.SectionKey, typed, now));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            // A page that is left sends its last words while the ones before are under way: whichever comes second replaces.
            db.ChangeTracker.Clear();
            if (!await ReplaceAsync(slip, typed, now, cancel))
            {
                throw;
            }
        }

        await Shown(slip).ExecuteDeleteAsync(cancel);
        return now;
    }

    /// <summary>Forgets the draft of a page that was saved or thrown away, and the one that it was filled in from.</summary>
    public async Task ClearAsync(IFormCollection form, CancellationToken cancel)
    {
        if (slips.In(form) is { } slip)
        {
            await Own(slip).ExecuteDeleteAsync(cancel);
            await Shown(slip).ExecuteDeleteAsync(cancel);
        }
    }

    /// <summary>Forgets drafts that nobody came back to (<see cref="SectionDraft.KeptDays"/>).</summary>
    public Task ClearOldAsync(CancellationToken cancel)
    {
        var last = clock.UtcNow().AddDays(-SectionDraft.KeptDays);
        return db.SectionDrafts.Where(d => d.At < last).ExecuteDeleteAsync(cancel);
    }

    private async Task<bool> ReplaceAsync(DraftSlip slip, string typed, DateTime now, CancellationToken cancel) =>
        await Own(slip).ExecuteUpdateAsync(draft => draft.SetProperty(d => d.Typed, typed).SetProperty(d => d.At, now), cancel) > 0;

    private IQueryable<SectionDraft> Own(DraftSlip slip) => db.SectionDrafts.Where(d => d.PageId == slip.PageId && d.PersonId == slip.PersonId);

    // Typed on since in another tab, it is that tab's now.
    private IQueryable<SectionDraft> Shown(DraftSlip slip) =>
        db.SectionDrafts.Where(d => d.PageId == slip.Shown && d.At == slip.ShownAt && d.PersonId == slip.PersonId);
}

/// <summary>A section's form as it is opened.</summary>
/// <param name="Slip">Goes with the form.</param>
/// <param name="Typed">What the person typed before and did not save, or null.</param>
/// <param name="TypedAt">When they typed it.</param>
public sealed record OpenedSection(string Slip, SectionPost? Typed, DateTime? TypedAt);
