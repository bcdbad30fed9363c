using System.Text.Encodings.Web;
using System.Text.Json;

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.People;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Web.Pages.Agreements;

namespace SchoolPortal.Web.Pages.Assignments;

/// <summary>
/// Changes who holds duties at many schools in one step. Schools are saved some hundred at a time, and one by one where that
/// is refused, so that a school that is refused stops no other; how each went is one line of history under the batch's id,
/// and the result page reads that line.
/// </summary>
public sealed class ChangeHands(PortalDbContext db, NoteNewContacts notes, TimeProvider clock)
{
    /// <summary>Schools in one batch; five hundred take about a second.</summary>
    public const int Most = 1000;

    /// <summary>The kind of record a batch is kept as.</summary>
    public const string Subject = "BulkAssignment";

    public const string Assigned = "Assigned";

    public const string Covered = "Covered";

    public const string Ended = "Ended without a successor";

    public const string AlreadyTheirs = "Already theirs";

    private const int AtOnce = 100;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Dictionary<HandOver, string> outcomes = [];
    private readonly HashSet<Guid> changed = [];
    private Dictionary<Guid, Officer> officers = [];
    private Dictionary<int, (Guid Id, string Name, SchoolStatus Status)> schools = [];

    /// <summary>The batch was handed in before, by a second click; it is not done again.</summary>
    public Task<bool> WasDoneAsync(Guid batch, CancellationToken cancel) => db.AuditEvents.AnyAsync(e => e.Subject == Subject && e.SubjectId == batch, cancel);

    /// <summary>Gives how each went. Refuses a first day longer ago than may be set right, and an officer who is not in the register.</summary>
    public async Task<IReadOnlyDictionary<HandOver, string>> HandleAsync(Actor actor, HandsPlan plan, CancellationToken cancel)
    {
        if (await WasDoneAsync(plan.Batch, cancel))
        {
            return outcomes;
        }

        Duty.MustBeNear("From", plan.From, clock.Today());
        await ReadAsync(actor, plan, cancel);
        foreach (var some in plan.Each.GroupBy(each => (each.Kind, each.OfficerId)).SelectMany(alike => alike.Chunk(AtOnce)))
        {
            await ChangeAsync(actor, plan, some, cancel);
        }

        db.ChangeTracker.Clear();
        await notes.HandleAsync([.. changed], cancel);
        var done = outcomes.Values.Count(o => o is Assigned or Covered or Ended);
        db.AuditEvents.Add(new AuditEvent(new Change(actor, clock.UtcNow(), plan.Say(done)), Subject, plan.Batch, null, Write(outcomes)));
        await db.SaveChangesAsync(cancel);
        return outcomes;
    }

    /// <summary>How each went, by school number.</summary>
    public static IReadOnlyList<(int Number, AssignmentKind Kind, string Outcome)> Read(string changes) =>
    [
        .. JsonSerializer.Deserialize<Dictionary<string, string?[]>>(changes)!
            .Select(c => (Key: c.Key.Split(' '), Outcome: c.Value[1]!))
            .Select(c => (int.Parse(c.Key[0], NewZealandTime.Culture), Enum.Parse<AssignmentKind>(c.Key[1]), c.Outcome)),
    ];

    // Field → [from, to], as every line of history.
    private static string Write(Dictionary<HandOver, string> outcomes) => JsonSerializer.Serialize(
        outcomes.OrderBy(o => o.Key.Number).ToDictionary(o => $"{o.Key.Number} {o.Key.Kind}", o => new[] { null, o.Value }), Json);

    private async Task ReadAsync(Actor actor, HandsPlan plan, CancellationToken cancel)
    {
        var takers = plan.Each.Select(each => each.OfficerId).OfType<Guid>().Distinct().ToList();
        officers = await db.Officers.AsNoTracking().Where(o => takers.Contains(o.Id)).ToDictionaryAsync(o => o.Id, cancel);
        if (officers.Count < takers.Count)
        {
            throw new RuleBroken("OfficerId", "Choose an officer from the list");
        }

        var numbers = plan.Each.Select(each => each.Number).ToList();
        schools = await db.Schools.AsNoTracking().VisibleTo(actor, Operation.AssignOfficers)
            .Where(s => numbers.Contains(s.Number))
            .Select(s => new { s.Number, s.Id, s.Facts.Name, s.Status })
            .ToDictionaryAsync(s => s.Number, s => (s.Id, s.Name, s.Status), cancel);
    }

    private async Task ChangeAsync(Actor actor, HandsPlan plan, HandOver[] some, CancellationToken cancel)
    {
        // What a refused school left behind must not be saved with the next. Within somebody's transaction nothing is tried
        // again: SQL Server has given all of it up by then.
        db.ChangeTracker.Clear();
        var kind = plan.KindOf(some[0].Kind);
        var ids = some.Where(one => schools.ContainsKey(one.Number)).Select(one => schools[one.Number].Id).ToList();
        var held = (await db.OfficerAssignments.Where(a => ids.Contains(a.SchoolId) && a.Kind == kind).ToListAsync(cancel)).ToLookup(a => a.SchoolId);
        foreach (var one in some)
        {
            try
            {
                outcomes[one] = schools.TryGetValue(one.Number, out var school)
                    ? Change(plan, one, school.Name, school.Status, new Duty(school.Id, kind, held[school.Id]))
                    : "Refused: this is not one of the schools you assign officers to";
            }
            catch (RuleBroken rule)
            {
                outcomes[one] = $"Refused: {rule.Message}";
            }
        }

        try
        {
            await db.SaveAsync(new Change(actor, clock.UtcNow(), plan.Deed(some[0], officers), plan.Why), cancel);
            changed.UnionWith(some.Where(one => outcomes[one] is Assigned or Ended).Select(one => schools[one.Number].Id));
        }
        catch (ChangedMeanwhile) when (some.Length > 1 && db.Database.CurrentTransaction is null)
        {
            foreach (var one in some)
            {
                await ChangeAsync(actor, plan, [one], cancel);
            }
        }
        catch (ChangedMeanwhile lost) when (db.Database.CurrentTransaction is null)
        {
            outcomes[some[0]] = $"Refused: {lost.Message}";
        }
    }

    private string Change(HandsPlan plan, HandOver one, string name, SchoolStatus status, Duty duty)
    {
        var cover = duty.CoverBy(plan.GoerId, plan.From, plan.Leave?.To ?? DateOnly.MaxValue);
        if (one.OfficerId is not { } taker)
        {
            if (duty.InOrder.Where(a => a.OfficerId == plan.LeaverId && (a.To is null || a.To >= plan.From)).ToList() is not { Count: > 0 } ending)
            {
                return "Refused: they do not hold this duty any more";
            }

            ending.ForEach(a => a.End(a.From > plan.From ? a.From.AddDays(-1) : plan.From.AddDays(-1)));
            return Ended;
        }

        if (status.IsOver())
        {
            return $"Refused: {name} is {Words.Of(status)}; nobody is assigned to it any more";
        }

        if (cover is not null)
        {
            db.OfficerAssignments.Add(duty.TakeOver(cover, officers[taker], plan.From, plan.HandoverNote));
            return Covered;
        }

        if (plan.Leave is { } leave)
        {
            db.OfficerAssignments.Add(duty.Cover(officers[taker], leave, plan.From, plan.HandoverNote));
            return Covered;
        }

        if (duty.On(plan.From)?.OfficerId == taker)
        {
            return AlreadyTheirs;
        }

        db.OfficerAssignments.Add(duty.Assign(officers[taker], plan.From, plan.HandoverNote));
        return Assigned;
    }
}

/// <summary>One duty at one school, and who takes it; null ends it without a successor.</summary>
public sealed record HandOver(int Number, AssignmentKind Kind, Guid? OfficerId);

/// <summary>Duties that change hands in one step.</summary>
/// <param name="Batch">Made with the form.</param>
/// <param name="From">The first day of those who take over.</param>
/// <param name="Each">The duties, each school and kind once.</param>
/// <param name="Say">What was done in words, given how many went well.</param>
public sealed record HandsPlan(Guid Batch, DateOnly From, IReadOnlyList<HandOver> Each, Func<int, string> Say)
{
    /// <summary>What the newcomers should know, or null.</summary>
    public string? HandoverNote { get; init; }

    /// <summary>The officer whose duties end where nobody takes them.</summary>
    public Guid? LeaverId { get; init; }

    /// <summary>The leave for whose days others stand in; null where duties change hands for good.</summary>
    public OfficerLeave? Leave { get; init; }

    /// <summary>The reason, for history.</summary>
    public string? Why { get; init; }

    /// <summary>Who goes, for a time or for good; nobody where duties are only given.</summary>
    public Guid GoerId => LeaverId ?? Leave?.OfficerId ?? Guid.Empty;

    /// <summary>Who stands in for a Lead Police Contact is relief; others are what they stand in for.</summary>
    public AssignmentKind KindOf(AssignmentKind held) => Leave is not null && held == AssignmentKind.LeadPoliceContact ? AssignmentKind.ReliefLeadPoliceContact : held;

    /// <summary>What history says of one school.</summary>
    public string Deed(HandOver one, IReadOnlyDictionary<Guid, Officer> officers) => one.OfficerId is not { } taker
        ? $"Ended a duty as {Words.Of(one.Kind)} on {NewZealandTime.Show(From.AddDays(-1))}"
        : Leave is null
            ? $"Assigned {officers[taker].Name} as {Words.Of(one.Kind)} from {NewZealandTime.Show(From)}"
            : $"Named {officers[taker].Name} to stand in from {NewZealandTime.Show(From)} to {NewZealandTime.Show(Leave.To)}";
}
