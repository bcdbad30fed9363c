using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Pages.Forms;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Agreements;

/// <summary>Takes in the Word file of a draft agreement. Changes no answer: that waits for somebody to decide.</summary>
public sealed class ReceiveAgreementFile(PortalDbContext db, ReceiveDraft receive)
{
    /// <summary>Keeps the file and gives its id. Refuses, and keeps nothing, when it is not the draft in the making.</summary>
    public async Task<Guid> HandleAsync(Actor actor, CurrentSchool school, string fileName, byte[] bytes, CancellationToken cancel)
    {
        var taken = await receive.IdentifyAsync(bytes, school, FormDefinitions.PartnershipAgreement, cancel);
        var agreement = await db.AgreementsAt(school)
            .Where(a => a.Id == taken.RecordId)
            .Select(a => new { a.Number, a.State, a.FormVersion })
            .SingleAsync(cancel);
        if (agreement.State != AgreementState.Draft)
        {
            throw new RuleBroken(ReceiveDraft.Field, $"This file is agreement {agreement.Number}, which is {Words.Of(agreement.State)} now, so its text cannot be changed. {await NextAsync(school, cancel)}");
        }

        if (agreement.FormVersion != taken.FormVersion)
        {
            throw new RuleBroken(ReceiveDraft.Field, $"This file was made with definition {taken.FormVersion} of the form; agreement {agreement.Number} has definition {agreement.FormVersion} now. Download the draft again and copy your answers into it.");
        }

        return await receive.KeepAsync(taken, fileName, bytes, actor, cancel);
    }

    private async Task<string> NextAsync(CurrentSchool school, CancellationToken cancel) =>
        await db.AgreementsAt(school).Where(a => a.State == AgreementState.Draft).Select(a => (int?)a.Number).FirstOrDefaultAsync(cancel) is { } draft
            ? $"Agreement {draft} is the draft now: download that one and copy your answers into it."
            : "Nothing was read.";
}
