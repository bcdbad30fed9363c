using System.Text.Encodings.Web;
using System.Text.Json;

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.People;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Web.Pages.Assignments;

/// <summary>
/// Assigns one officer to several schools. Each school is a unit of work of its own, so that one that is refused stops no
/// other; how each went is one line of history under the batch's id, from which the result page is read.
/// </summary>
public sealed class AssignMany(PortalDbContext db, AssignOfficer assign, TimeProvider clock)
{
    /// <summary>Schools in one batch.</summary>
    public const int Most = 200;

    /// <summary>The kind of record a batch is kept as.</summary>
    public const string Subject = "BulkAssignment";

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A batch that was handed in before, by a second click, is not done again.</summary>
    /// <param name="actor">Who assigns; only at schools where they may.</param>
    /// <param name="batch">Made with the form.</param>
    /// <param name="numbers">School numbers.</param>
    /// <param name="duty">Who is to hold which duty from when.</param>
    /// <param name="cancel">Stops after the school at hand.</param>
    public async Task HandleAsync(Actor actor, Guid batch, IReadOnlyList<int> numbers, NewDuty duty, CancellationToken cancel)
    {
        if (await db.AuditEvents.AnyAsync(e => e.Subject == Subject && e.SubjectId == batch, cancel))
        {
            return;
        }

        Duty.MustBeNear(nameof(duty.From), duty.From, clock.Today());
        var officer = await db.Officers.AsNoTracking().Where(o => o.Id == duty.OfficerId).Select(o => o.Name).SingleOrDefaultAsync(cancel)
            ?? throw new RuleBroken(nameof(duty.OfficerId), "Choose an officer from the list");
        var schools = await db.Schools.AsNoTracking().VisibleTo(actor, Operation.AssignOfficers)
            .Where(s => numbers.Contains(s.Number))
            .Select(s => new { s.Id, s.Number })
            .ToDictionaryAsync(s => s.Number, s => s.Id, cancel);

        var results = new SortedDictionary<int, string?[]>();
        foreach (var number in numbers.Distinct().Take(Most))
        {
            var outcome = schools.TryGetValue(number, out var id)
                ? await AssignOneAsync(actor, id, duty, cancel)
                : new AssignmentOutcome(AssignmentResult.Refused, "This is not one of the schools you assign officers to");
            results[number] = [outcome.Result.ToString(), outcome.Sentence];
        }

        var done = results.Values.Count(r => r[0] == nameof(AssignmentResult.Assigned));
        var what = $"Assigned {officer} as {Words.Of(duty.Kind)} to {done} of {results.Count} schools";
        db.AuditEvents.Add(new AuditEvent(new Change(actor, clock.UtcNow(), what), Subject, batch, null, JsonSerializer.Serialize(results, Json)));
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Reads how a batch went, or null when there is none.</summary>
    public static SortedDictionary<int, AssignmentOutcome> Read(string changes) => new(
        JsonSerializer.Deserialize<Dictionary<int, string?[]>>(changes)!.ToDictionary(
            r => r.Key, r => new AssignmentOutcome(Enum.Parse<AssignmentResult>(r.Value[0]!), r.Value[1])));

    private async Task<AssignmentOutcome> AssignOneAsync(Actor actor, Guid schoolId, NewDuty duty, CancellationToken cancel)
    {
        try
        {
            var theirs = await db.OfficerAssignments.AnyAsync(
                a => a.SchoolId == schoolId && a.Kind == duty.Kind && a.OfficerId == duty.OfficerId
                    && a.From <= duty.From && (a.To == null || a.To >= duty.From),
                cancel);
            if (theirs)
            {
                return new(AssignmentResult.AlreadyTheirs, null);
            }

            await assign.HandleAsync(actor, schoolId, duty, cancel);
            return new(AssignmentResult.Assigned, null);
        }
        catch (Exception refused) when (refused is RuleBroken or ChangedMeanwhile)
        {
            return new(AssignmentResult.Refused, refused.Message);
        }
        finally
        {
            // What one school left behind must not be saved with the next.
            db.ChangeTracker.Clear();
        }
    }
}

/// <summary>How it went at one school.</summary>
public enum AssignmentResult
{
    /// <summary>The officer holds the duty now, or will.</summary>
    Assigned,

    /// <summary>They held it before.</summary>
    AlreadyTheirs,

    /// <summary>A rule forbids it.</summary>
    Refused,
}

/// <summary>How it went at one school, and the rule that forbids it.</summary>
public sealed record AssignmentOutcome(AssignmentResult Result, string? Sentence);
