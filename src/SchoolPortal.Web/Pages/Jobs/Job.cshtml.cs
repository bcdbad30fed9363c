using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.People;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Jobs;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Components;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Jobs;

/// <summary>How far a job is and how each school went, for the person who asked for it; while it goes on, the page comes again by itself.</summary>
[Requires(Operation.ViewSchool)]
public sealed class JobModel(PortalDbContext db, Actor actor, CancelJob cancelJob, TimeProvider clock) : PageModel, IShowAgain
{
    public const int PageSize = 25;

    /// <summary>Names which schools are listed.</summary>
    public const string ShowKey = "show";

    public JobLine Line { get; private set; } = null!;

    public IReadOnlyList<SchoolLine> Schools { get; private set; } = [];

    /// <summary>How many schools the list has, on all its pages.</summary>
    public int Listed { get; private set; }

    public bool HasFile => Line.HasFile(clock.UtcNow());

    [FromRoute]
    public Guid Id { get; set; }

    [FromQuery(Name = PageAddress.PageKey)]
    public int PageNumber { get; set; } = 1;

    /// <summary>Which schools to list; null for all.</summary>
    [FromQuery(Name = ShowKey)]
    public JobItemState? Show { get; set; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (!await LoadAsync(HttpContext.RequestAborted))
        {
            context.Result = NotFound();
            return;
        }

        await next();
    }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostCancelAsync(CancellationToken cancel)
    {
        await cancelJob.HandleAsync(actor, Id, cancel);
        TempData["Done"] = "The job is cancelled";
        TempData["Next"] = "What was done by then stays done. The other schools were not touched.";
        return Redirect(JobLinks.Job(Id));
    }

    public Task ShowAgainAsync(CancellationToken cancel) => LoadAsync(cancel);

    private async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await db.Jobs.AsNoTracking().Where(j => j.Id == Id && j.PersonId == actor.PersonId).Select(JobLine.Of(db)).SingleOrDefaultAsync(cancel) is not { } line)
        {
            return false;
        }

        Line = line;
        var items = db.JobItems.AsNoTracking().Where(i => i.JobId == Id && (Show == null || i.State == Show));
        Listed = Show switch { JobItemState.Done => line.Done, JobItemState.Refused => line.Refused, JobItemState.Waiting => line.Waiting, _ => line.Total };
        PageNumber = Math.Clamp(PageNumber, 1, Math.Max(1, (Listed + PageSize - 1) / PageSize));
        Schools = await items.OrderBy(i => i.Position).Skip((PageNumber - 1) * PageSize).Take(PageSize)
            .Join(db.Schools.VisibleTo(actor), i => i.SchoolId, s => s.Id, (i, s) => new SchoolLine(s.Number, s.Facts.Name, i.State, i.Sentence))
            .ToListAsync(cancel);
        return true;
    }

    /// <summary>One school and how it went.</summary>
    public sealed record SchoolLine(int Number, string Name, JobItemState State, string Sentence)
    {
        public TagColour Colour => State switch
        {
            JobItemState.Done => TagColour.Green,
            JobItemState.Refused => TagColour.Red,
            _ => TagColour.Grey,
        };
    }
}
