using System.Globalization;

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;

using SchoolPortal.Data;
using SchoolPortal.Data.History;
using SchoolPortal.Data.Schools;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Public;

/// <summary>
/// How anybody reaches the officer of a school: by the station with its public phone. Officers' names are never here (domain
/// §14.2); nothing that is read for this page holds one.
/// </summary>
[EnableRateLimiting(PortalSecurity.SearchLimit)]
public sealed class FindYourOfficerModel(PortalDbContext db, PublishedContent content, SchoolListIndex index, MarksReader marks) : PageModel
{
    public const string Address = "/find-your-officer";

    private const int LongestSearch = 100;
    private const int MostFound = 15;
    private const int MostStations = 5;
    private const int MostPages = 5;

    /// <summary>A school's name or number, a suburb or town, or a station.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>A school's number, once one is chosen.</summary>
    [BindProperty(SupportsGet = true)]
    public string? School { get; set; }

    /// <summary>A suburb or town, once one is chosen.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Place { get; set; }

    /// <summary>A station's id, once one is chosen.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Station { get; set; }

    /// <summary>Where a browser says it is, "-36.95,174.84": rounded to about a kilometre before it is sent.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Near { get; set; }

    public string Words => Folded.Of(Q is { Length: > LongestSearch } ? Q[..LongestSearch] : Q);

    public IReadOnlyList<SchoolListRow> Schools { get; private set; } = [];

    public IReadOnlyList<DirectoryPlace> Places { get; private set; } = [];

    public IReadOnlyList<StationLine> Stations { get; private set; } = [];

    /// <summary>Pages that say what was looked for: whoever came from a dead link searches here too.</summary>
    public IReadOnlyList<PublishedPage> Pages { get; private set; } = [];

    /// <summary>The answer, once it is clear what is asked for.</summary>
    public StationAnswer? Answer { get; private set; }

    public bool HasSearched => Words.Length > 0;

    public bool HasFound => Schools.Count + Places.Count + Stations.Count + Pages.Count > 0;

    /// <summary>The address asked for something that is not there.</summary>
    public bool IsGone { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        HttpContext.Response.Headers["Permissions-Policy"] = "camera=(), geolocation=(self), microphone=(), payment=(), usb=()";
        var directory = PublicDirectory.Of(await index.CurrentAsync(db, await marks.ReadAsync(cancel), cancel));
        if (!HasChosen())
        {
            Search(directory, await content.AllAsync(db, cancel));
            return;
        }

        Answer = Chosen(directory);
        IsGone = Answer is null;
    }

    public static string OfSchool(int number) => $"{Address}?school={number}";

    public static string OfPlace(DirectoryPlace place) => $"{Address}?place={Uri.EscapeDataString(place.Key)}";

    public static string OfStation(Guid id) => $"{Address}?station={id}";

    private bool HasChosen() => !string.IsNullOrEmpty(School + Place + Station + Near);

    private void Search(PublicDirectory directory, IReadOnlyList<PublishedPage> pages)
    {
        if (!HasSearched)
        {
            return;
        }

        Schools = directory.Schools(Words, MostFound);
        Places = directory.Places(Words, MostFound);
        Stations = directory.Stations(Words, MostFound);
        var words = Words.Split(' ');
        Pages = [.. pages.Where(page => page.Says(words)).OrderByDescending(page => page.IsAbout(words)).Take(MostPages)];
        if (Schools.Count == 1 && Places.Count == 0 && Stations.Count == 0)
        {
            Answer = OfSchool(directory, Schools[0]);
        }
    }

    private StationAnswer? Chosen(PublicDirectory directory)
    {
        if (int.TryParse(School, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return directory.School(number) is { } school ? OfSchool(directory, school) : null;
        }

        if (directory.Place(Place) is { } place)
        {
            return new StationAnswer(place.Name, null, null, directory.Nearest(place.Point, MostStations));
        }

        if (Guid.TryParse(Station, out var id) && directory.Station(id) is { } station)
        {
            var near = station.Point is { } point ? directory.Nearest(point, MostStations + 1).Where(n => n.What.Id != id) : [];
            return new StationAnswer($"{station.Name} Police station", null, station, [.. near]);
        }

        return PointOf(Near) is { } here ? new StationAnswer("you", null, null, directory.Nearest(here, MostStations)) : null;
    }

    private static StationAnswer OfSchool(PublicDirectory directory, SchoolListRow school)
    {
        var own = directory.Station(school.StationId);
        var near = school.Point is { } point ? directory.Nearest(point, MostStations).Where(n => n.What.Id != own?.Id) : [];
        return new StationAnswer(school.Name, school, own, [.. near]);
    }

    private static GeoPoint? PointOf(string? near) =>
        near?.Split(',') is [var north, var east]
            && double.TryParse(north, NumberStyles.Float, CultureInfo.InvariantCulture, out var latitude)
            && double.TryParse(east, NumberStyles.Float, CultureInfo.InvariantCulture, out var longitude)
            && new GeoPoint(latitude, longitude) is { IsInNewZealand: true } point
            ? point
            : null;
}

/// <summary>Which stations to ring.</summary>
/// <param name="Of">Whose: a school, a place, a station, or you.</param>
/// <param name="School">The school, when it was one.</param>
/// <param name="Station">The station that answers for it, when it is known.</param>
/// <param name="Near">Others that are near, with how far away they are.</param>
public sealed record StationAnswer(string Of, SchoolListRow? School, StationLine? Station, IReadOnlyList<Nearby<StationLine>> Near);
