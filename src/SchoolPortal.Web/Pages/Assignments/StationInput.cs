using System.ComponentModel.DataAnnotations;
using System.Globalization;

using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Web.Pages.Contacts;

namespace SchoolPortal.Web.Pages.Assignments;

/// <summary>What is typed of a station.</summary>
public sealed class StationInput
{
    [Required(ErrorMessage = "Enter the station\u2019s name")]
    [StringLength(100, ErrorMessage = "The name must be 100 characters or fewer")]
    public string? Name { get; set; }

    [Required(ErrorMessage = "Choose the area that the station is part of")]
    public Guid? AreaId { get; set; }

    [StringLength(200, ErrorMessage = "The address must be 200 characters or fewer")]
    public string? Address { get; set; }

    [StringLength(40, ErrorMessage = "The phone number must be 40 characters or fewer")]
    public string? Phone { get; set; }

    [StringLength(200, ErrorMessage = "The hours must be 200 characters or fewer")]
    public string? Hours { get; set; }

    public bool IsAlwaysOpen { get; set; }

    [StringLength(30, ErrorMessage = "The latitude must be 30 characters or fewer")]
    public string? Latitude { get; set; }

    [StringLength(30, ErrorMessage = "The longitude must be 30 characters or fewer")]
    public string? Longitude { get; set; }

    public bool IsClosed { get; set; }

    public Guid BasedOn { get; set; }

    public static StationInput Of(Station station) => new()
    {
        Name = station.Name,
        AreaId = station.AreaId,
        Address = station.Address,
        Phone = station.Phone is { } phone ? PhoneText.Show(phone) : null,
        Hours = station.Hours,
        IsAlwaysOpen = station.IsAlwaysOpen,
        Latitude = Degrees(station.Latitude),
        Longitude = Degrees(station.Longitude),
        IsClosed = station.IsClosed,
        BasedOn = station.Token,
    };

    /// <summary>What was typed, read; refuses a number or a place that is none.</summary>
    public StationDetails Read() => new(
        AreaId!.Value,
        TypedText.CleanLine(Name),
        TypedText.CleanLine(Address),
        ContactDetails.ReadPhone(nameof(Phone), Phone),
        TypedText.CleanLine(Hours),
        IsAlwaysOpen,
        PointOf(Latitude, Longitude),
        IsClosed);

    /// <summary>"36.9471° S, 174.8434° E".</summary>
    public static string Show(GeoPoint point) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Math.Abs(point.Latitude):0.####}° {(point.Latitude < 0 ? 'S' : 'N')}, {Math.Abs(point.Longitude):0.####}° {(point.Longitude < 0 ? 'W' : 'E')}");

    /// <summary>Both, or neither.</summary>
    internal static GeoPoint? PointOf(string? latitude, string? longitude)
    {
        var (north, east) = (DegreesOf(latitude, nameof(Latitude)), DegreesOf(longitude, nameof(Longitude)));
        return (north, east) switch
        {
            (null, null) => null,
            (null, _) => throw new RuleBroken(nameof(Latitude), "Enter the latitude too, or leave both empty"),
            (_, null) => throw new RuleBroken(nameof(Longitude), "Enter the longitude too, or leave both empty"),
            ({ } y, { } x) => new GeoPoint(y, x),
        };
    }

    internal static string? Degrees(double? value) => value?.ToString("0.######", CultureInfo.InvariantCulture);

    private static double? DegreesOf(string? typed, string field)
    {
        // People copy minus signs from maps in more shapes than one.
        var text = TypedText.CleanLine(typed).Replace('\u2212', '-').Replace('\u2013', '-').TrimEnd('°');
        return text.Length == 0 ? null
            : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) <= 180 ? value
            : throw new RuleBroken(field, $"Enter the {field.ToLowerInvariant()} in degrees with a point, such as {(field == nameof(Latitude) ? "\u221236.9471" : "174.8434")}");
    }
}
