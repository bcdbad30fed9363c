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
        var agreements = (await db.Agreements.AsNoTracking()
                .Where(a => ids.Contains(a.SchoolId))
                .Select(a => new
                {
                    a.SchoolId, a.Number, a.State, a.StateSince, a.StateReason, a.StartsOn, a.EndsOn, a.ReviewDueOn,
                    Signed = a.Signatures.Where(s => s.VoidedAt == null).Select(s => new { s.Party, s.PersonId }).ToList(),
                })
                .ToListAsync(cancel))
            .GroupBy(a => a.SchoolId)
            .ToDictionary(
                of => of.Key,
                of =>
                {
                    var a = of.OrderByDescending(each => AgreementStandings.InTheMaking.Contains(each.State))
                        .ThenByDescending(each => each.State == AgreementState.Active).ThenByDescending(each => each.Number).First();
                    return new TodayAgreement(
                        a.Number, AgreementStandings.Of(a.State, a.EndsOn, a.ReviewDueOn, today), NewZealandTime.DayOf(a.StateSince), a.StateReason,
                        a.StartsOn, a.EndsOn, a.ReviewDueOn, a.Signed.ToDictionary(s => s.Party, s => s.PersonId));
                });
        var profiles = (await db.Profiles.AsNoTracking()
                .Where(p => ids.Contains(p.SchoolId) && p.Year == today.Year)
                .Select(p => new
                {
                    p.SchoolId, p.FormVersion, p.State, p.StateSince, p.DueOn,
                    Sections = p.Sections.Select(s => new { s.Key, s.State }).ToList(),
                })
                .ToListAsync(cancel))
            .ToDictionary(p => p.SchoolId, p => new TodayProfile(
                today.Year, p.State, NewZealandTime.DayOf(p.StateSince), p.DueOn, p.Sections.Count,
                p.Sections.Where(s => s.State is not (SectionState.Complete or SectionState.NothingToReport)).Select(s => s.Key).ToHashSet(StringComparer.Ordinal),
                [.. p.Sections.Where(s => s.State == SectionState.Returned).Select(s => TitleOf(p.FormVersion, s.Key))]));
        var lastRight = today.AddDays(-TermDays);
        var contacts = (await db.SchoolContacts.AsNoTracking()
                .Where(c => ids.Contains(c.SchoolId) && c.From <= today && (c.To == null || c.To >= today))
                .GroupBy(c => c.SchoolId)
                .Select(of => new
                {
                    SchoolId = of.Key,
                    Stale = of.Count(c => c.ConfirmedOn < lastRight),
                    Leads = of.Count(c => c.Position == ContactPosition.LeadSchoolContact),
                })
                .ToListAsync(cancel))
            .ToDictionary(c => c.SchoolId);

        var form = FormDefinitions.SchoolProfile;
        var none = new TodayProfile(
            today.Year, null, null, calendar.ProfileDue(today.Year), form.Sections.Count, form.Sections.Select(s => s.Key).ToHashSet(StringComparer.Ordinal), []);
        var lines = await schools.OrderBy(s => s.SortName)
            .Select(s => new { s.Id, s.AreaId, s.DistrictId, s.Number, s.Facts.Name })
            .ToListAsync(cancel);
        return lines.ConvertAll(s => new TodaySchool(
            new Place(s.Id, s.AreaId, s.DistrictId),
            s.Number,
            s.Name,
            agreements.GetValueOrDefault(s.Id),
            profiles.GetValueOrDefault(s.Id, none),
            contacts.GetValueOrDefault(s.Id)?.Stale ?? 0,
            contacts.GetValueOrDefault(s.Id)?.Leads > 0));
    }

    private static string TitleOf(int version, string key) =>
        FormDefinitions.Find(FormDefinitions.SchoolProfile.Key, version)?.Section(key)?.Title ?? key;
}
