namespace SchoolPortal.Domain.Schools;

/// <summary>A Police station: officers and schools refer to it. What is kept of it is public (domain §14.2).</summary>
public sealed class Station : Entity
{
    private Station()
    {
    }

    /// <summary>A station of an area of which nothing more is known.</summary>
    public Station(Guid areaId, string name)
        : this(new StationDetails(areaId, name))
    {
    }

    /// <summary>A station, with what <see cref="Change"/> refuses.</summary>
    public Station(StationDetails details) => Change(details);

    /// <summary>The Police area it is part of.</summary>
    public Guid AreaId { get; private set; }

    /// <summary>Its name, 1–100 characters; unique in its area whatever case and macrons.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Street address.</summary>
    public string? Address { get; private set; }

    /// <summary>The phone number that anybody may ring.</summary>
    public string? Phone { get; private set; }

    /// <summary>When the counter is open, in words.</summary>
    public string? Hours { get; private set; }

    /// <summary>Somebody is there day and night.</summary>
    public bool IsAlwaysOpen { get; private set; }

    /// <summary>Degrees (WGS84), or null while nobody entered where it lies.</summary>
    public double? Latitude { get; private set; }

    /// <inheritdoc cref="Latitude"/>
    public double? Longitude { get; private set; }

    /// <summary>It has closed for good: kept for the record, offered and shown to the public no more.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Folded name, for sorting and for finding it.</summary>
    public string SortName { get; private set; } = "";

    /// <summary>Folded name and address; what a search runs over.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>Where it lies, if that is known.</summary>
    public GeoPoint? Point => GeoPoint.Of(Latitude, Longitude);

    /// <summary>All that is kept of it, as it may be changed.</summary>
    public StationDetails Details => new(AreaId, Name, Address, Phone, Hours, IsAlwaysOpen, Point, IsClosed);

    /// <summary>Corrects it; refuses an empty name, texts that are too long and a place outside New Zealand.</summary>
    public void Change(StationDetails details)
    {
        Name = Tidy(details.Name, nameof(Name), 100) ?? throw new RuleBroken(nameof(Name), "Enter the station\u2019s name");
        Address = Tidy(details.Address, nameof(Address), 200);
        Phone = Tidy(details.Phone, nameof(Phone), 40);
        Hours = Tidy(details.Hours, nameof(Hours), 200);
        if (details.Point is { IsInNewZealand: false })
        {
            throw new RuleBroken(nameof(Latitude), "Latitude and longitude must lie in New Zealand, such as \u221236.9471 and 174.8434");
        }

        AreaId = details.AreaId;
        IsAlwaysOpen = details.IsAlwaysOpen;
        IsClosed = details.IsClosed;
        Latitude = details.Point?.Latitude;
        Longitude = details.Point?.Longitude;
        SortName = Folded.Of(Name);
        SearchText = $" {SortName} {Folded.Of(Address)} ";
    }

    private static string? Tidy(string? text, string field, int longest) =>
        string.IsNullOrWhiteSpace(text) ? null
        : text.Trim() is { } tidy && tidy.Length <= longest ? tidy
        : throw new RuleBroken(field, $"The {field.ToLowerInvariant()} must be {longest} characters or fewer");
}

/// <summary>What is known of a station; see <see cref="Station"/>.</summary>
public sealed record StationDetails(
    Guid AreaId,
    string Name,
    string? Address = null,
    string? Phone = null,
    string? Hours = null,
    bool IsAlwaysOpen = false,
    GeoPoint? Point = null,
    bool IsClosed = false);
