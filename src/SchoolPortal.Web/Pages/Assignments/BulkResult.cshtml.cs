using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.People;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Components;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Assignments;

/// <summary>How a bulk assignment went, school by school, for whoever did it; read from its line of history.</summary>
[Requires(Operation.AssignOfficers)]
public sealed class BulkResultModel(PortalDbContext db, Actor actor) : PageModel
{
    public string What { get; private set; } = "";

    public DateTime At { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid batch, CancellationToken cancel)
    {
        var told = await db.AuditEvents.AsNoTracking()
            .Where(e => e.Subject == AssignMany.Subject && e.SubjectId == batch && e.PersonId == actor.PersonId)
            .Select(e => new { e.What, e.At, e.Changes })
            .FirstOrDefaultAsync(cancel);
        if (told?.Changes is null)
        {
            return NotFound();
        }

        (What, At) = (told.What, told.At);
        var outcomes = AssignMany.Read(told.Changes);
        var numbers = outcomes.Keys.ToList();
        var names = await db.Schools.AsNoTracking().VisibleTo(actor)
            .Where(s => numbers.Contains(s.Number))
            .ToDictionaryAsync(s => s.Number, s => s.Facts.Name, cancel);
        Rows = [.. outcomes.Select(o => new Row(o.Key, names.GetValueOrDefault(o.Key), o.Value))];
        return Page();
    }

    /// <summary>One school; no name when it may not be seen.</summary>
    public sealed record Row(int Number, string? School, string Outcome)
    {
        public TagColour Colour => Outcome switch
        {
            AssignMany.Assigned => TagColour.Green,
            AssignMany.AlreadyTheirs => TagColour.Grey,
            _ => TagColour.Red,
        };

        public string Tag => Outcome.Split(':')[0];

        public string? Sentence => Outcome.Split(": ", 2) is [_, var sentence] ? char.ToUpperInvariant(sentence[0]) + sentence[1..] : null;
    }
}
