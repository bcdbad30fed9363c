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
/// other; how each went is one line of history under the batch's id, and the result page reads that line.
/// </summary>
public sealed class AssignMany(PortalDbContext db, AssignOfficer assign, TimeProvider clock)
{
    /// <summary>Schools in one batch; a request should not take longer than people wait.</summary>
    public const int Most = 200;

    /// <summary>The kind of record a batch is kept as.</summary>
    public const string Subject = "BulkAssignment";

    public const string Assigned = "Assigned";

    public const string AlreadyTheirs = "Already theirs";

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
            .ToDictionaryAsync(s => s.Number, s => s.Id, cancel);

        var outcomes = new SortedDictionary<int, string>();
        foreach (var number in numbers.Take(Most))
        {
            outcomes[number] = schools.TryGetValue(number, out var school)
                ? await AssignOneAsync(actor, school, duty, cancel)
                : "Refused: this is not one of the schools you assign officers to";
        }

        var done = outcomes.Values.Count(o => o == Assigned);
        var what = $"Assigned {officer} as {Words.Of(duty.Kind)} to {done} of {outcomes.Count} schools";
        db.AuditEvents.Add(new AuditEvent(new Change(actor, clock.UtcNow(), what), Subject, batch, null, Write(outcomes)));
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>How each school of a batch went, by school number.</summary>
    public static SortedDictionary<int, string> Read(string changes) => new(
        JsonSerializer.Deserialize<Dictionary<int, string?[]>>(changes)!.ToDictionary(c => c.Key, c => c.Value[1]!));

    // Field → [from, to], as every line of history.
    private static string Write(SortedDictionary<int, string> outcomes) =>
        JsonSerializer.Serialize(outcomes.ToDictionary(o => o.Key, o => new[] { null, o.Value }), Json);

    private async Task<string> AssignOneAsync(Actor actor, Guid schoolId, NewDuty duty, CancellationToken cancel)
    {
        // What one school left behind must not be saved with the next.
        db.ChangeTracker.Clear();
        try
        {
            var theirs = await db.OfficerAssignments.AnyAsync(
                a => a.SchoolId == schoolId && a.Kind == duty.Kind && a.OfficerId == duty.OfficerId
                    && a.From <= duty.From && (a.To == null || a.To >= duty.From),
                cancel);
            if (theirs)
            {
                return AlreadyTheirs;
            }

            await assign.HandleAsync(actor, schoolId, duty, cancel);
            return Assigned;
        }
        catch (RuleBroken rule)
        {
            db.ChangeTracker.Clear();
            return $"Refused: {rule.Message}";
        }
        catch (ChangedMeanwhile lost)
        {
            db.ChangeTracker.Clear();
            return $"Refused: {lost.Message}";
        }
    }
}
