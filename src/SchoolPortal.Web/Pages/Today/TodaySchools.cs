using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.Forms;
using SchoolPortal.Data.Schools;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Web.Pages.Today;

/// <summary>How the schools stand that are near to somebody. What was read about a school is kept until something about it changes.</summary>
internal sealed class TodaySchools(PortalDbContext db, SchoolListSnapshot schools, Actor actor)
{
    private const int TermDays = 84;

    /// <summary>The open schools at which the person holds a role for that school alone, by name.</summary>
    public Task<IReadOnlyList<TodaySchool>> ReadAsync(CancellationToken cancel)
    {
        var held = Only(a => a.Scope == Scope.School).JurisdictionFor(Operation.ViewSchool);
        return ReadAsync(
            held.Schools.Select(schools.Find).OfType<SchoolListRow>()
                .Where(row => row.Status is SchoolStatus.Open or SchoolStatus.Proposed)
                .OrderBy(row => row.SortName, StringComparer.Ordinal),
            cancel);
    }

    /// <summary>The schools of an area supervisor at which an agreement waits for the supervisor's signature.</summary>
    public async Task<IReadOnlyList<TodaySchool>> ReadToSignAsync(CancellationToken cancel)
    {
        var supervised = Only(a => a.Role == Role.AreaSupervisor);
        if (supervised.Authorities.Count == 0)
        {
            return [];
        }

        var signing = new SchoolListQuery { Agreements = [AgreementStanding.ReadyToSign, AgreementStanding.PartlySigned] };
        var found = schools.Find(signing, supervised.JurisdictionFor(Operation.ViewSchool)).Rows;
        return [.. (await ReadAsync(found, cancel)).Where(school => school.Agreement?.Signed.ContainsKey(Role.AreaSupervisor) == false)];
    }

    private Actor Only(Func<Authority, bool> which) =>
        new(actor.PersonId, actor.Name, actor.Position, [.. actor.Authorities.Where(which)]);

    private async Task<IReadOnlyList<TodaySchool>> ReadAsync(IEnumerable<SchoolListRow> rows, CancellationToken cancel)
    {
        var asked = rows.ToList();
        var unread = asked.Where(row => schools.ReadingsOf(row).Find<TodaySchool>() is null).ToList();
        if (unread.Count > 0)
        {
            await ReadIntoMemoryAsync(unread, cancel);
        }

        return asked.ConvertAll(row => schools.ReadingsOf(row).Find<TodaySchool>()!);
    }

    private async Task ReadIntoMemoryAsync(List<SchoolListRow> rows, CancellationToken cancel)
    {
        var today = schools.Day;
        var ids = rows.ConvertAll(row => row.Place.SchoolId);
        var agreements = await AgreementsAsync(ids, today, cancel);
        var profiles = await ProfilesAsync(ids, today, cancel);
        var lastRight = today.AddDays(-TermDays);
        var people = (await db.SchoolContacts
            .Where(c => ids.Contains(c.SchoolId) && c.From <= today && (c.To == null || c.To >= today))
            .Select(c => new { c.SchoolId, IsStale = c.ConfirmedOn < lastRight, IsLead = c.Position == ContactPosition.LeadSchoolContact, IsDoubtful = c.Doubt != null })
            .ToListAsync(cancel)).ToLookup(c => c.SchoolId);
        var none = NotOpened(today.Year, schools.Calendar);
        var unready = await UnreadyAsync(ids, today, cancel);
        foreach (var row in rows)
        {
            var id = row.Place.SchoolId;
            schools.ReadingsOf(row).Keep(new TodaySchool(
                row.Place,
                row.Number,
                row.Name,
                agreements.GetValueOrDefault(id),
                profiles.GetValueOrDefault(id, none),
                people[id].Count(c => c.IsStale),
                people[id].Any(c => c.IsLead),
                unready.TryGetValue(id, out var since) ? since : null,
                people[id].Count(c => c.IsDoubtful)));
        }
    }

    /// <summary>The schools with a profile that have let three weeks of this term go by without confirming their emergency readiness, with the term's first day.</summary>
    private async Task<Dictionary<Guid, DateOnly>> UnreadyAsync(IReadOnlyList<Guid> ids, DateOnly today, CancellationToken cancel)
    {
        if (schools.Calendar.TermOn(today) is not { Start: var start } || !TermReadiness.IsLate(today, start))
        {
            return [];
        }

        var since = NewZealandTime.StartOf(start);
        var unready = await db.ProfileSections
            .Where(s => ids.Contains(s.SchoolId) && s.Key == TermReadiness.Section && (s.CheckedAt == null || s.CheckedAt < since))
            .Where(s => db.Profiles.Any(p => p.Id == s.ProfileId && p.Year == today.Year))
            .Select(s => s.SchoolId)
            .ToListAsync(cancel);
        return unready.ToDictionary(id => id, _ => start);
    }

    /// <summary>Of each school the agreement in the making, else the one in force, else the last.</summary>
    private async Task<Dictionary<Guid, TodayAgreement>> AgreementsAsync(IReadOnlyList<Guid> ids, DateOnly today, CancellationToken cancel)
    {
        var agreements = await db.Agreements.AsNoTracking().AsSingleQuery()
            .Where(a => ids.Contains(a.SchoolId))
            .Select(a => new
            {
                a.SchoolId, a.Number, a.State, a.StateSince, a.StateReason, a.StartsOn, a.EndsOn, a.ReviewDueOn, a.NoticeFrom,
                Signed = a.Signatures.Where(s => s.VoidedAt == null).Select(s => new { s.Party, s.PersonId }).ToList(),
            })
            .ToListAsync(cancel);
        return agreements
            .OrderByDescending(a => AgreementStandings.InTheMaking.Contains(a.State))
            .ThenByDescending(a => a.State == AgreementState.Active)
            .ThenByDescending(a => a.Number)
            .DistinctBy(a => a.SchoolId)
            .ToDictionary(a => a.SchoolId, a => new TodayAgreement(
                a.Number, AgreementStandings.Of(a.State, a.EndsOn, a.ReviewDueOn, today), NewZealandTime.DayOf(a.StateSince), a.StateReason,
                a.StartsOn, a.EndsOn, a.ReviewDueOn, a.Signed.ToDictionary(s => s.Party, s => s.PersonId),
                a.State == AgreementState.Active && a.NoticeFrom is null && AgreementStandings.IsRenewalDue(a.EndsOn, today)));
    }

    private async Task<Dictionary<Guid, TodayProfile>> ProfilesAsync(IReadOnlyList<Guid> ids, DateOnly today, CancellationToken cancel)
    {
        var profiles = await db.Profiles.AsNoTracking().AsSingleQuery()
            .Where(p => ids.Contains(p.SchoolId) && p.Year == today.Year)
            .Select(p => new
            {
                p.SchoolId, p.FormVersion, p.State, p.StateSince, p.DueOn,
                Sections = p.Sections.Where(s => s.State != SectionState.Retired).Select(s => new { s.Key, s.State }).ToList(),
            })
            .ToListAsync(cancel);
        return profiles.ToDictionary(p => p.SchoolId, p => new TodayProfile(
            today.Year, p.State, NewZealandTime.DayOf(p.StateSince), p.DueOn, p.Sections.Count,
            p.Sections.Where(s => s.State is not (SectionState.Complete or SectionState.NothingToReport)).Select(s => s.Key).ToHashSet(StringComparer.Ordinal),
            [.. p.Sections.Where(s => s.State == SectionState.Returned).Select(s => db.ProfileForm(p.FormVersion).Section(s.Key)!.Title).Order(StringComparer.Ordinal)]));
    }

    private TodayProfile NotOpened(int year, SchoolCalendar calendar)
    {
        var keys = db.NewestProfileForm().Sections.Select(s => s.Key).ToHashSet(StringComparer.Ordinal);
        return new TodayProfile(year, State: null, Since: null, calendar.ProfileDue(year), keys.Count, keys, []);
    }
}
