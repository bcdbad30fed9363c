using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Documents.Forms;
using SchoolPortal.Documents.Packages;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Forms;

/// <summary>Takes in a Word file that comes back. What is not a draft of this school's form is refused, and nothing of it kept.</summary>
public sealed class ReceiveDraft(PortalDbContext db, TimeProvider clock)
{
    /// <summary>Name of the input the file is chosen in.</summary>
    public const string Field = "Upload";

    /// <summary>What the file was made from. Refuses a file that cannot be read, or that says something else of itself than the portal noted.</summary>
    public async Task<TakenDraft> IdentifyAsync(byte[] bytes, CurrentSchool school, FormDefinition form, CancellationToken cancel)
    {
        var (claim, refusal) = ReturnedClaim.Of(Open(bytes), school, form);
        if (refusal is not null)
        {
            throw new RuleBroken(Field, refusal);
        }

        var taken = await db.TakenDrafts.AsNoTracking().SingleOrDefaultAsync(t => t.Id == claim!.Draft && t.SchoolId == school.Id, cancel);
        return ReturnedClaim.Mismatch(claim!, taken) is { } mismatch ? throw new RuleBroken(Field, mismatch) : taken!;
    }

    /// <summary>Keeps the file until somebody decides; the same file brought twice is kept once.</summary>
    public async Task<Guid> KeepAsync(TakenDraft taken, string fileName, byte[] bytes, Actor actor, CancellationToken cancel)
    {
        var sha256 = ReturnedDraft.HashOf(bytes);
        var waiting = await db.ReturnedDrafts
            .Where(r => r.TakenId == taken.Id && r.Sha256 == sha256 && r.State == ReturnedDraftState.Waiting)
            .Select(r => (Guid?)r.Id)
            .FirstOrDefaultAsync(cancel);
        if (waiting is { } id)
        {
            return id;
        }

        var change = new Change(actor, clock.UtcNow(), "Brought a Word file back");
        var returned = new ReturnedDraft(taken, fileName, bytes, change);
        db.ReturnedDrafts.Add(returned);
        await db.SaveAsync(change, cancel);
        return returned.Id;
    }

    private static ReturnedFile Open(byte[] bytes)
    {
        try
        {
            return ReturnedFile.Open(bytes);
        }
        catch (UnreadableFileException unreadable)
        {
            throw new RuleBroken(Field, unreadable.Message);
        }
    }
}
