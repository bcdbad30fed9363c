using System.Runtime.InteropServices;

namespace SchoolPortal.Domain.Schools;

/// <summary>A place on the globe in degrees (WGS84); south and west are negative.</summary>
/// <param name="Latitude">From −90 to 90.</param>
/// <param name="Longitude">From −180 to 180; the Chatham Islands lie at −176, beyond the date line.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct GeoPoint(double Latitude, double Longitude)
{
    /// <summary>The mean radius of the Earth.</summary>
    private const double EarthKilometres = 6371.0088;

    /// <summary>True for a place in New Zealand: from the Kermadecs to Campbell Island, and across the date line to the Chathams.</summary>
    public bool IsInNewZealand => Latitude is >= -53 and <= -29 && Longitude is (>= 165 and <= 180) or (>= -180 and <= -175);

    /// <summary>The point of both numbers, or null where either is not known.</summary>
    public static GeoPoint? Of(double? latitude, double? longitude) =>
        latitude is { } north && longitude is { } east ? new GeoPoint(north, east) : null;

    /// <summary>
    /// Kilometres along the great circle (haversine). Knows nothing of seams in the map: 179.9 and −179.9 are neighbours.
    /// </summary>
    public double KilometresTo(GeoPoint other)
    {
        var (here, there) = (Radians(Latitude), Radians(other.Latitude));
        var north = Math.Sin((there - here) / 2);
        var east = Math.Sin(Radians(other.Longitude - Longitude) / 2);
        var chord = (north * north) + (Math.Cos(here) * Math.Cos(there) * east * east);
        return 2 * EarthKilometres * Math.Asin(Math.Min(1, Math.Sqrt(chord)));
    }

    /// <summary>The middle of some points, of at least one. Averaged in space, since longitudes on both sides of the date line have no average.</summary>
    public static GeoPoint Middle(IReadOnlyCollection<GeoPoint> points)
    {
        var (x, y, z) = (0.0, 0.0, 0.0);
        foreach (var point in points)
        {
            var (north, east) = (Radians(point.Latitude), Radians(point.Longitude));
            x += Math.Cos(north) * Math.Cos(east);
            y += Math.Cos(north) * Math.Sin(east);
            z += Math.Sin(north);
        }

        return new(Math.Atan2(z, Math.Sqrt((x * x) + (y * y))) * 180 / Math.PI, Math.Atan2(y, x) * 180 / Math.PI);
    }

    private static double Radians(double degrees) => degrees * Math.PI / 180;
}

/// <summary>Something, and how far away it is.</summary>
/// <param name="What">The thing.</param>
/// <param name="Kilometres">Along the great circle, not along roads.</param>
public sealed record Nearby<T>(T What, double Kilometres)
{
    /// <summary>"under 1 km", "4.2 km", "38 km": no finer than people need.</summary>
    public string Distance => Kilometres switch
    {
        < 1 => "under 1 km",
        < 10 => string.Create(NewZealandTime.Culture, $"{Kilometres:0.#} km"),
        _ => string.Create(NewZealandTime.Culture, $"{Kilometres:N0} km"),
    };
}

/// <summary>Finds what is near.</summary>
public static class Nearest
{
    /// <summary>The nearest of these to a place, the nearest first; what has no place is left out.</summary>
    public static IReadOnlyList<Nearby<T>> To<T>(GeoPoint place, IEnumerable<T> all, Func<T, GeoPoint?> at, int most)
    {
        // Only as many as are asked for are kept while all are looked at once.
        var kept = new PriorityQueue<Nearby<T>, double>();
        foreach (var one in all)
        {
            if (at(one) is not { } point)
            {
                continue;
            }

            var away = place.KilometresTo(point);
            if (kept.Count < most)
            {
                kept.Enqueue(new(one, away), -away);
            }
            else if (kept.TryPeek(out var farthest, out _) && away < farthest.Kilometres)
            {
                kept.EnqueueDequeue(new(one, away), -away);
            }
        }

        return [.. kept.UnorderedItems.Select(found => found.Element).OrderBy(near => near.Kilometres)];
    }
}
