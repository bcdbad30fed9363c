using System.Globalization;

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.Forms;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Web.Pages.Forms;
using SchoolPortal.Web.Pages.Schools;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Profiles;

/// <summary>A text that a section had from some time on.</summary>
/// <param name="Section">The section as its reader may read it.</param>
/// <param name="Line">Who saved it, when and why; null for the text that the year was opened with.</param>
/// <param name="Answers">What it said.</param>
/// <param name="Before">What was said before it.</param>
/// <param name="IsNothing">It said that there is nothing to report.</param>
public sealed record SectionVersion(SectionDefinition Section, AuditEvent? Line, Answers Answers, Answers Before, bool IsNothing)
{
    /// <summary>What names it in a form: the line of history it comes from.</summary>
    public Guid Id => Line?.Id ?? Guid.Empty;

    /// <summary>"Saved on 24 November 2026, 10am by Aroha Ngata, Principal".</summary>
    public string Name => Line is null
        ? "As the year was opened"
        : $"{NewZealandTime.Show(Line.At)}, by {Line.Who}{(Line.Position.Length == 0 ? "" : $", {Line.Position}")}";
}

/// <summary>Reads from history which texts sections have had; history keeps each change, so nothing else keeps them.</summary>
public sealed class SectionVersions(PortalDbContext db, Actor actor, CurrentSchool school)
{
    private readonly ProfileAccess access = new(actor, school.Place);

    /// <summary>The texts of some sections, newest first.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="readable">The sections, without what this person may not see.</param>
    /// <param name="since">Only those saved after this instant; null for all, with the text that the year was opened with.</param>
    /// <param name="cancel">Stops the query.</param>
    public async Task<IReadOnlyList<SectionVersion>> HandleAsync(
        ProfileSummary profile, IReadOnlyCollection<SectionDefinition> readable, DateTime? since, CancellationToken cancel)
    {
        var keys = readable.Select(section => section.Key).ToList();
        var lines = await db.AuditEvents.AsNoTracking()
            .Where(e => e.SchoolId == school.Id && e.Subject == nameof(ProfileSection) && (since == null || e.At > since))
            .Join(
                db.ProfileSections.Where(s => s.ProfileId == profile.Id && keys.Contains(s.Key)),
                line => line.SubjectId,
                section => section.Id,
                (line, section) => new { Line = line, section.Key })
            .OrderBy(each => each.Line.At).ThenBy(each => each.Line.Id)
            .ToListAsync(cancel);
        var moves = await MovesAsync(profile, cancel);
        return
        [
            .. from section in readable
               from version in Of(moves, section, lines.Where(each => each.Key == section.Key).Select(each => each.Line), since is null)
               orderby version.Line is null, version.Line?.At descending, version.Id descending
               select version,
        ];
    }

    /// <summary>What changed with a version, as this person is told it.</summary>
    public AnswerChanges Changes(ProfileSummary profile, SectionVersion version) => new(
        $"{version.Section.Title}, {version.Name}",
        "Before",
        "After",
        AnswerComparison.Changes(version.Section, access.Shown(profile.Form, version.Before), access.Shown(profile.Form, version.Answers)));

    private IEnumerable<SectionVersion> Of(FormMoves moves, SectionDefinition section, IEnumerable<AuditEvent> lines, bool withFirst)
    {
        Answers? last = null;
        foreach (var line in lines)
        {
            var fields = HistoryWords.Fields(line);
            var isNothing = fields.TryGetValue(nameof(AnsweredSection.State), out var states) && states[1] == nameof(SectionState.NothingToReport);
            if (!fields.TryGetValue(nameof(AnsweredSection.AnswersJson), out var texts) && !isNothing)
            {
                continue;
            }

            var before = texts is null ? last ?? Answers.None : db.CarryProfile(AnswersJson.Read(texts[0]!), moves.Before(line), moves.Now).Answers;
            if (last is null && withFirst)
            {
                yield return new SectionVersion(section, Line: null, before, before, IsNothing: false);
            }

            last = texts is null ? Answers.None : db.CarryProfile(AnswersJson.Read(texts[1]!), moves.After(line), moves.Now).Answers;
            yield return new SectionVersion(section, line, last, before, isNothing);
        }
    }

    /// <summary>Earlier texts are told in the questions of now, so history says under which version each was given.</summary>
    private async Task<FormMoves> MovesAsync(ProfileSummary profile, CancellationToken cancel)
    {
        var lines = profile.FormVersion == 1 ? [] : await db.AuditEvents.AsNoTracking()
            .Where(e => e.SchoolId == school.Id && e.Subject == nameof(Profile) && e.SubjectId == profile.Id)
            .OrderBy(e => e.At).ThenBy(e => e.Id)
            .ToListAsync(cancel);
        return new FormMoves(profile.FormVersion, [.. lines.Where(line => HistoryWords.Fields(line).TryGetValue(nameof(Profile.FormVersion), out var moved) && moved[0] is not null)]);
    }

    /// <summary>When a profile was brought to the next version of its questions.</summary>
    private sealed record FormMoves(int Now, IReadOnlyList<AuditEvent> Lines)
    {
        /// <summary>Version of the text that stood before a line of history.</summary>
        public int Before(AuditEvent line) => From(Lines.FirstOrDefault(move => IsOneSave(move, line) || IsLater(move, line)));

        /// <summary>Version of the text that a line of history brought.</summary>
        public int After(AuditEvent line) => From(Lines.FirstOrDefault(move => !IsOneSave(move, line) && IsLater(move, line)));

        private static bool IsOneSave(AuditEvent move, AuditEvent line) => move.At == line.At && move.What == line.What;

        // Ids are made in the order of time, and so tell apart what happened in one moment.
        private static bool IsLater(AuditEvent move, AuditEvent line) => (move.At, move.Id).CompareTo((line.At, line.Id)) > 0;

        private int From(AuditEvent? move) => move is null
            ? Now
            : int.Parse(HistoryWords.Fields(move)[nameof(Profile.FormVersion)][0]!, CultureInfo.InvariantCulture);
    }
}
