using System.Globalization;

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Web.Components;
using SchoolPortal.Web.Pages.Shared;

namespace SchoolPortal.Web.Pages.Public;

/// <summary>What everybody may know of a school's agreement: no name of any person.</summary>
/// <param name="Number">The Ministry's number.</param>
/// <param name="School">The school's name.</param>
/// <param name="Suburb">Its suburb.</param>
/// <param name="City">Its town or city.</param>
/// <param name="InForce">An agreement is in force today.</param>
/// <param name="Since">Its first day.</param>
/// <param name="NextReview">The day its review falls due.</param>
public sealed record RegisterLine(int Number, string School, string? Suburb, string? City, bool InForce, DateOnly? Since, DateOnly? NextReview);

/// <summary>The public register of agreements: open unless <c>Register:Enabled</c> is false.</summary>
public sealed class PublicRegister(PortalDbContext db, IConfiguration settings, PortalFacts facts, TimeProvider clock)
{
    /// <summary>Whether there is a register.</summary>
    public bool IsOpen { get; } = settings.GetValue("Register:Enabled", defaultValue: true);

    /// <summary>Open schools whose name, number, suburb or town holds every word, by name.</summary>
    /// <param name="search">What is looked for; null or blank for all.</param>
    public IQueryable<RegisterLine> Find(string? search)
    {
        var today = clock.Today();
        var schools = db.Schools.AsNoTracking().Where(s => s.Status == SchoolStatus.Open);
        foreach (var word in Folded.Of(search).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            schools = schools.Where(s => s.SearchText.Contains(word));
        }

        var inForce = db.Agreements.Where(AgreementStandings.InForceOn(today));
        return schools
            .OrderBy(s => s.SortName).ThenBy(s => s.Number)
            .Select(s => new { s.Number, s.Facts.Name, s.Facts.Suburb, s.Facts.City, Agreement = inForce.Where(a => a.SchoolId == s.Id).Select(a => new { a.StartsOn, a.ReviewDueOn }).FirstOrDefault() })
            .Select(s => new RegisterLine(s.Number, s.Name, s.Suburb, s.City, s.Agreement != null, s.Agreement!.StartsOn, s.Agreement.ReviewDueOn));
    }

    /// <summary>The whole register as a spreadsheet reads it, the last line saying whence and under which licence.</summary>
    public async Task<IResult> CsvAsync(CancellationToken cancel)
    {
        if (!IsOpen)
        {
            return Results.NotFound();
        }

        var csv = new CsvText().Row("School number", "School", "Suburb", "Town or city", "Agreement in force", "Since", "Next review");
        foreach (var line in await Find(null).ToListAsync(cancel))
        {
            csv.Row(line.Number.ToString(CultureInfo.InvariantCulture), line.School, line.Suburb, line.City, line.InForce ? "Yes" : "No", Iso(line.Since), Iso(line.NextReview));
        }

        csv.Row($"{Demonstration}As at {Iso(clock.Today())}. Agreements: {facts.RegisterLicence}. {facts.Attribution}.");
        return Results.File(csv.ToBytes(), "text/csv; charset=utf-8", $"agreements-register-{Iso(clock.Today())}.csv");
    }

    /// <summary>The same for programs.</summary>
    public async Task<IResult> JsonAsync(CancellationToken cancel) => !IsOpen ? Results.NotFound() : Results.Json(new
    {
        asAt = Iso(clock.Today()),
        licence = facts.RegisterLicence,
        attribution = facts.Attribution,
        demonstration = facts.IsDemonstration,
        schools = from line in await Find(null).ToListAsync(cancel)
                  select new { number = line.Number, name = line.School, suburb = line.Suburb, city = line.City, agreementInForce = line.InForce, since = Iso(line.Since), nextReview = Iso(line.NextReview) },
    });

    private string Demonstration => facts.IsDemonstration ? "A demonstration: the agreements are invented. " : "";

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
