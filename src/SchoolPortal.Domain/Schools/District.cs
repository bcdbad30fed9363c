namespace SchoolPortal.Domain.Schools;

/// <summary>One of the twelve Police districts. Reference data, editable (domain §4.2).</summary>
public sealed class District : Entity
{
    private District()
    {
    }

    /// <summary>A district with its place from north to south.</summary>
    public District(string code, string name, int order)
    {
        Code = code;
        Order = order;
        Rename(name);
    }

    /// <summary>Three letters, unique.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Name with macrons.</summary>
    public string Name { get; private set; } = "";

    /// <summary>1 in the far north to 12 in the far south.</summary>
    public int Order { get; private set; }

    /// <summary>Corrects the name; refuses none and more than 60 characters.</summary>
    public void Rename(string name) => Name = PlaceName.Of(name, "district", 60);
}

/// <summary>A Police area: part of one district.</summary>
public sealed class Area : Entity
{
    private Area()
    {
    }

    /// <summary>An area of a district.</summary>
    public Area(Guid districtId, string name)
    {
        DistrictId = districtId;
        Rename(name);
    }

    /// <summary>The district it is part of.</summary>
    public Guid DistrictId { get; private set; }

    /// <summary>Unique in its district.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Corrects the name; refuses none and more than 80 characters.</summary>
    public void Rename(string name) => Name = PlaceName.Of(name, "area", 80);
}

/// <summary>Names of districts and areas.</summary>
internal static class PlaceName
{
    public static string Of(string name, string what, int longest)
    {
        var tidy = name.Trim();
        return tidy.Length == 0 ? throw new RuleBroken("Name", $"Enter the {what}\u2019s name")
            : tidy.Length > longest ? throw new RuleBroken("Name", $"The name must be {longest} characters or fewer")
            : tidy;
    }
}
