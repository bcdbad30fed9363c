using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Documents.Forms;
using SchoolPortal.Documents.Packages;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Forms;

/// <summary>
/// Takes in a Word file that comes back. Changes no answer: that waits for somebody to decide. What is not a draft of this
/// school's form whose text may be changed is refused, and nothing of it kept.
/// </summary>
public sealed class ReceiveDraft(PortalDbContext db, Actor actor, TimeProvider clock)
{
    /// <summary>Name of the input the file is chosen in.</summary>
    public const string Field = "Upload";

    /// <summary>Keeps the file until somebody decides, and gives its id; the same file brought twice is kept once.</summary>
    public async Task<Guid> HandleAsync(FormDrafts drafts, CurrentSchool school, string fileName, byte[] bytes, CancellationToken cancel)
    {
        var taken = await IdentifyAsync(bytes, school, drafts.Form, cancel);
        var records = await drafts.ListAsync(school, cancel);
        if (Refusal(taken, records) is { } refusal)
        {
            throw new RuleBroken(Field, refusal);
        }

        return await WaitingAsync(taken, ReturnedDraft.HashOf(bytes), cancel) ?? await KeepAsync(taken, fileName, bytes, cancel);
    }

    /// <summary>What the file was made from. Refuses a file that cannot be read, or that says something else of itself than the portal noted.</summary>
    private async Task<TakenDraft> IdentifyAsync(byte[] bytes, CurrentSchool school, FormDefinition form, CancellationToken cancel)
    {
        var (claim, refusal) = ReturnedClaim.Of(Open(bytes), school, form);
        if (refusal is not null)
        {
            throw new RuleBroken(Field, refusal);
        }

        var taken = await db.TakenDrafts.AsNoTracking().SingleOrDefaultAsync(t => t.Id == claim!.Draft && t.SchoolId == school.Id, cancel);
        return ReturnedClaim.Mismatch(claim!, taken) is { } mismatch ? throw new RuleBroken(Field, mismatch) : taken!;
    }

    private static string? Refusal(TakenDraft taken, IReadOnlyList<DraftRecord> records)
    {
        var record = records.Single(r => r.Id == taken.RecordId);
        if (!record.IsOpen)
        {
            var next = records.FirstOrDefault(r => r.IsOpen) is { } open
                ? $"{open.Capital} can be changed now: download that one and copy your answers into it."
                : "Nothing was read.";
            return $"This file is {record.Name}, which is {record.State} now, so its text cannot be changed. {next}";
        }

        return record.FormVersion == taken.FormVersion
            ? null
            : $"This file was made with definition {taken.FormVersion} of the form; {record.Name} has definition {record.FormVersion} now. Download the draft again and copy your answers into it.";
    }

    private Task<Guid?> WaitingAsync(TakenDraft taken, string sha256, CancellationToken cancel) => db.ReturnedDrafts
        .Where(r => r.TakenId == taken.Id && r.Sha256 == sha256 && r.State == ReturnedDraftState.Waiting)
        .Select(r => (Guid?)r.Id)
        .FirstOrDefaultAsync(cancel);

    private async Task<Guid> KeepAsync(TakenDraft taken, string fileName, byte[] bytes, CancellationToken cancel)
    {
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
