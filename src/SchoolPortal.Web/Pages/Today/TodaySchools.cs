using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.People;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Web.Pages.Today;

/// <summary>Reads, in a handful of queries and without texts or files, how the schools stand that are near to somebody.</summary>
internal static class TodaySchools
{
    private const int TermDays = 84;

    /// <summary>The open schools at which the person holds a role for that school alone.</summary>
    public static async Task<IReadOnlyList<TodaySchool>> ReadAsync(PortalDbContext db, Actor actor, SchoolCalendar calendar, DateOnly today, CancellationToken cancel)
    {
        var own = actor.Authorities.Where(a => a.Scope == Scope.School).ToList();
        if (own.Count == 0)
        {
            return [];
        }

        var near = new Actor(actor.PersonId, actor.Name, actor.Position, own);
        var schools = db.Schools.AsNoTracking().VisibleTo(near).Where(s => s.Status == SchoolStatus.Open || s.Status == SchoolStatus.Proposed);
        return await ReadAsync(db, schools, calendar, today, cancel);
    }

    /// <summary>The schools of an area supervisor at which an agreement waits for the supervisor's signature.</summary>
    public static async Task<IReadOnlyList<TodaySchool>> ReadToSignAsync(PortalDbContext db, Actor actor, SchoolCalendar calendar, DateOnly today, CancellationToken cancel)
    {
        var areas = actor.Authorities.Where(a => a.Role == Role.AreaSupervisor).ToList();
        if (areas.Count == 0)
        {
            return [];
        }

        var supervised = new Actor(actor.PersonId, actor.Name, actor.Position, areas);
        var schools = db.Schools.AsNoTracking().VisibleTo(supervised).Where(s => db.Agreements.Any(a => a.SchoolId == s.Id
            && (a.State == AgreementState.ReadyToSign || a.State == AgreementState.PartlySigned)
            && !a.Signatures.Any(signature => signature.VoidedAt == null && signature.Party == Role.AreaSupervisor)));
        return await ReadAsync(db, schools, calendar, today, cancel);
    }

    private static async Task<IReadOnlyList<TodaySchool>> ReadAsync(
        PortalDbContext db, IQueryable<School> schools, SchoolCalendar calendar, DateOnly today, CancellationToken cancel)
    {
        var ids = schools.Select(s => s.Id);
        var agreements = await AgreementsAsync(db, ids, today, cancel);
        var profiles = await ProfilesAsync(db, ids, today, cancel);
        var lastRight = today.AddDays(-TermDays);
        var people = db.SchoolContacts.Where(c => c.From <= today && (c.To == null || c.To >= today));
        var lines = await schools.OrderBy(s => s.SortName)
            .Select(s => new
            {
                s.Id, s.AreaId, s.DistrictId, s.Number, s.Facts.Name,
                Stale = people.Count(c => c.SchoolId == s.Id && c.ConfirmedOn < lastRight),
                HasLead = people.Any(c => c.SchoolId == s.Id && c.Position == ContactPosition.LeadSchoolContact),
            })
            .ToListAsync(cancel);
        var none = NotOpened(today.Year, calendar);
        return lines.ConvertAll(s => new TodaySchool(
            new Place(s.Id, s.AreaId, s.DistrictId),
            s.Number,
            s.Name,
            agreements.GetValueOrDefault(s.Id),
            profiles.GetValueOrDefault(s.Id, none),
            s.Stale,
            s.HasLead));
    }

    /// <summary>Of each school the agreement in the making, else the one in force, else the last.</summary>
    private static async Task<Dictionary<Guid, TodayAgreement>> AgreementsAsync(PortalDbContext db, IQueryable<Guid> schools, DateOnly today, CancellationToken cancel)
    {
        var agreements = await db.Agreements.AsNoTracking().AsSingleQuery()
            .Where(a => schools.Contains(a.SchoolId))
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

    private static async Task<Dictionary<Guid, TodayProfile>> ProfilesAsync(PortalDbContext db, IQueryable<Guid> schools, DateOnly today, CancellationToken cancel)
    {
        var profiles = await db.Profiles.AsNoTracking().AsSingleQuery()
            .Where(p => schools.Contains(p.SchoolId) && p.Year == today.Year)
            .Select(p => new
            {
                p.SchoolId, p.FormVersion, p.State, p.StateSince, p.DueOn,
                Sections = p.Sections.Select(s => new { s.Key, s.State }).ToList(),
            })
            .ToListAsync(cancel);
        return profiles.ToDictionary(p => p.SchoolId, p => new TodayProfile(
            today.Year, p.State, NewZealandTime.DayOf(p.StateSince), p.DueOn, p.Sections.Count,
            p.Sections.Where(s => s.State is not (SectionState.Complete or SectionState.NothingToReport)).Select(s => s.Key).ToHashSet(StringComparer.Ordinal),
            [.. p.Sections.Where(s => s.State == SectionState.Returned).Select(s => TitleOf(p.FormVersion, s.Key)).Order(StringComparer.Ordinal)]));
    }

    private static TodayProfile NotOpened(int year, SchoolCalendar calendar)
    {
        var keys = FormDefinitions.SchoolProfile.Sections.Select(s => s.Key).ToHashSet(StringComparer.Ordinal);
        return new TodayProfile(year, State: null, Since: null, calendar.ProfileDue(year), keys.Count, keys, []);
    }

    private static string TitleOf(int version, string key) =>
        FormDefinitions.Find(FormDefinitions.SchoolProfile.Key, version)?.Section(key)?.Title ?? key;
}
