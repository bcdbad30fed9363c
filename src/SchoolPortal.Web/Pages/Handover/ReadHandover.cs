using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.Forms;
using SchoolPortal.Documents.Schools;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Web.Pages.Jobs;
using SchoolPortal.Web.Pages.Schools;

namespace SchoolPortal.Web.Pages.Handover;

/// <summary>
/// Puts together what a new Lead Police Contact needs to take a school over. Everybody reads the same text, the school's
/// principal too: there are no hidden notes (domain §14.2). Nothing restricted is in it.
/// </summary>
public sealed class ReadHandover(PortalDbContext db, TimeProvider clock)
{
    private const string Nothing = "Nothing";
    private const int SoonDays = 90;
    private const int VisitsShown = 5;
    private const int LatestDeeds = 10;

    /// <summary>The pack as it stands today.</summary>
    public async Task<SchoolCard> HandleAsync(Actor actor, JobSchool school, CancellationToken cancel)
    {
        var (id, today) = (school.Place.SchoolId, clock.Today());
        var sheet = await SchoolSheet.LoadAsync(db, id, today, cancel);
        var duties = await (
            from duty in db.OfficerAssignments.AsNoTracking()
            join officer in db.Officers on duty.OfficerId equals officer.Id
            where duty.SchoolId == id && duty.Kind != AssignmentKind.SchoolCommunityOfficer && (duty.To == null || duty.To >= duty.From)
            orderby duty.From descending
            select new HeldDuty(duty.Kind, officer.Name, officer.Rank, officer.Station.Name, duty.From, duty.To, duty.HandoverNote)).ToListAsync(cancel);
        CardPart[] parts =
        [
            new("Who", [.. Who(duties, today)]),
            Listed("Handover notes", duties.Where(d => d.Note is not null).Take(3).Select(d => CardLine.Whole($"{d.Name}, from {NewZealandTime.Show(d.From)}", d.Note!))),
            Listed("What waits", new SchoolTasks(sheet, school.Number, actor).All().Select(t => CardLine.Whole(char.ToUpperInvariant(t.Deed[0]) + t.Deed[1..], string.Join(". ", new[] { $"{char.ToUpperInvariant(t.Who[0])}{t.Who[1..]}: {t.Status}", t.Hint?.TrimEnd('.') }.OfType<string>())))),
            new("Agreement and profile", [.. Documents(sheet)]),
            Listed($"Ends or falls due in {SoonDays} days", Soon(sheet, duties)),
            Listed("People of the school", sheet.Contacts
                .Where(c => c.Covers(today) && !SchoolContact.IsEmergency(c.Position))
                .OrderBy(c => c.Position).ThenBy(c => c.SearchName, StringComparer.Ordinal)
                .Select(c => CardLine.Whole(Words.Capital(c.Position), $"{c.Name}, confirmed {NewZealandTime.Show(c.ConfirmedOn)}{(c.IsStale(today) ? ": ask whether it is still right" : "")}"))),
            Listed($"Said about the {today.Year} profile", await CommentsAsync(id, today.Year, cancel)),
            Listed("Visits, the newest first", (await db.Visits.AsNoTracking().Where(v => v.SchoolId == id && !v.IsTakenBack).OrderByDescending(v => v.On).Take(VisitsShown)
                .Select(v => new { v.On, v.Purpose, v.Officers, v.Notes }).ToListAsync(cancel))
                .Select(v => CardLine.Whole(NewZealandTime.Show(v.On), string.Join(". ", new[] { $"{Words.Capital(v.Purpose)}, {v.Officers}", v.Notes?.TrimEnd('.') }.OfType<string>())))),
            Listed("Done last", sheet.Latest.Select(line => CardLine.Whole(NewZealandTime.Show(line.At), $"{line.What} ({line.Who})"))),
            new("About this pack", [CardLine.Whole("Left out", "Emergency contacts and restricted sections; whoever may read them finds them on the school’s own pages.")]),
        ];
        return new SchoolCard(school.Number, school.Name, today, $"Made for {actor.Name} on {NewZealandTime.Show(clock.UtcNow())}", IsRestricted: false, "Read by both sides. Do not name students or describe a case.", parts)
        {
            Title = "Handover pack",
        };
    }

    private static IEnumerable<CardLine> Who(List<HeldDuty> duties, DateOnly today)
    {
        var leads = duties.FindAll(d => d.Kind == AssignmentKind.LeadPoliceContact);
        yield return Line("Lead Police Contact", leads.Find(d => d.Covers(today)));
        if (leads.Find(d => d.From > today) is { } next)
        {
            yield return Line("Next", next);
        }

        if (leads.Find(d => d.To < today) is { } before)
        {
            yield return Line("Before", before);
        }

        if (duties.Find(d => d.Kind == AssignmentKind.ReliefLeadPoliceContact && d.Covers(today)) is { } relief)
        {
            yield return Line("Stands in", relief);
        }

        static CardLine Line(string label, HeldDuty? duty) => CardLine.Whole(label, duty?.Text ?? "Nobody");
    }

    private static IEnumerable<CardLine> Documents(SchoolSheet sheet)
    {
        yield return CardLine.Whole("Agreement in force", sheet.InForce is { } held
            ? $"Version {held.Number}{(held.EndsOn is { } ends ? $", until {NewZealandTime.Show(ends)}" : "")}{(held.ReviewDueOn is { } review ? $", review due {NewZealandTime.Show(review)}" : "")}"
            : "None");
        if (sheet.Agreement is { } newest && newest.Number != sheet.InForce?.Number)
        {
            yield return CardLine.Whole("Newest agreement", $"Version {newest.Number}, {Words.Of(newest.Standing(sheet.Today))}");
        }

        yield return CardLine.Whole($"{sheet.Today.Year} profile", sheet.ThisYear is { } profile
            ? $"{Words.Capital(profile.State)}, {profile.SectionsDone} of {profile.Sections} sections done"
            : "Not opened");
    }

    private static IEnumerable<CardLine> Soon(SchoolSheet sheet, List<HeldDuty> duties)
    {
        var until = sheet.Today.AddDays(SoonDays);
        (string What, DateOnly? On)[] dates =
        [
            ("The agreement ends", sheet.InForce?.EndsOn),
            ("The agreement’s review", sheet.InForce?.ReviewDueOn),
            ($"The {sheet.Today.Year} profile", sheet.ThisYear?.State is ProfileState.Submitted or ProfileState.Confirmed or ProfileState.Archived ? null : sheet.ProfileDue),
            .. duties.Where(d => d.Covers(sheet.Today)).Select(d => ($"{d.Name} as {Words.Of(d.Kind)}", d.To)),
        ];
        return dates.Where(d => d.On <= until).OrderBy(d => d.On).Select(d => CardLine.Whole(d.What, $"{NewZealandTime.Show(d.On!.Value)}{(d.On < sheet.Today ? ", overdue" : "")}"));
    }

    private async Task<IEnumerable<CardLine>> CommentsAsync(Guid id, int year, CancellationToken cancel)
    {
        var said = await db.SectionComments.AsNoTracking()
            .Where(c => c.SchoolId == id && !c.IsRestricted)
            .Join(db.Profiles.Where(p => p.Year == year), c => c.ProfileId, p => p.Id, (c, p) => new { c.Id, c.Key, c.Text, c.SaidBy, c.SaidAt, p.FormVersion })
            .OrderByDescending(c => c.Id)
            .Take(LatestDeeds)
            .ToListAsync(cancel);
        return said.Select(c => CardLine.Whole(
            db.ProfileForm(c.FormVersion).Section(c.Key)?.Title ?? c.Key, $"{c.Text} ({c.SaidBy}, {NewZealandTime.Show(c.SaidAt)})"));
    }

    private static CardPart Listed(string title, IEnumerable<CardLine> lines) =>
        new(title, lines.ToList() is { Count: > 0 } some ? some : [CardLine.Whole(Nothing, "")]);

    /// <summary>A duty of any time.</summary>
    private sealed record HeldDuty(AssignmentKind Kind, string Name, Rank Rank, string Station, DateOnly From, DateOnly? To, string? Note)
    {
        public string Text => $"{Words.Capital(Rank)} {Name}, {Station}, from {NewZealandTime.Show(From)}{(To is { } last ? $" to {NewZealandTime.Show(last)}" : "")}";

        public bool Covers(DateOnly day) => From <= day && (To is null || day <= To);
    }
}
