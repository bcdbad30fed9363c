using CsCheck;

using SchoolPortal.Domain.Schools;

using Xunit;

namespace SchoolPortal.Domain.Tests.Schools;

/// <summary>True distances, on both sides of the date line.</summary>
public sealed class GeoPointTests
{
    private static readonly GeoPoint Waitangi = new(-43.9535, -176.5597);
    private static readonly GeoPoint Christchurch = new(-43.5321, 172.6362);
    private static readonly GeoPoint EastCape = new(-37.6893, 178.5483);

    /// <summary>Anywhere in New Zealand, the Chathams as often as the rest.</summary>
    private static readonly Gen<GeoPoint> Anywhere =
        from south in Gen.Double[-53, -29]
        from isChatham in Gen.Bool
        from east in isChatham ? Gen.Double[-180, -175] : Gen.Double[165, 180]
        select new GeoPoint(south, east);

    [Theory]
    [InlineData(-41.2865, 174.7762, -36.8485, 174.7633, 493.5)] // Wellington to Auckland.
    [InlineData(-43.9535, -176.5597, -43.5321, 172.6362, 866.9)] // Waitangi on the Chathams to Christchurch.
    [InlineData(-46.8997, 168.1266, -34.5154, 173.0, 1436.1)] // Stewart Island to the far north.
    [InlineData(-40, 179.9, -40, -179.9, 17.0)] // Across the date line, on one parallel.
    [InlineData(-41, 174, -41, 174, 0)]
    public void Distances_are_those_of_the_globe(double south, double east, double otherSouth, double otherEast, double kilometres) =>
        Assert.Equal(kilometres, new GeoPoint(south, east).KilometresTo(new(otherSouth, otherEast)), tolerance: Math.Max(0.1, kilometres * 0.005));

    [Fact]
    public void The_chathams_are_nearer_to_the_mainland_than_its_ends_are_to_each_other()
    {
        Assert.InRange(Waitangi.KilometresTo(Christchurch), 850, 880);
        Assert.InRange(Waitangi.KilometresTo(EastCape), 750, 850);
        Assert.True(Waitangi.IsInNewZealand);
    }

    [Fact]
    public void It_is_as_far_there_as_back_and_no_detour_is_shorter() =>
        Gen.Select(Anywhere, Anywhere, Anywhere).Sample((a, b, c) =>
        {
            Assert.Equal(a.KilometresTo(b), b.KilometresTo(a), tolerance: 1e-9);
            Assert.InRange(a.KilometresTo(b), 0, 20_016);
            Assert.True(a.KilometresTo(c) <= a.KilometresTo(b) + b.KilometresTo(c) + 1e-6);
        });

    [Fact]
    public void A_whole_turn_changes_no_distance() =>
        Gen.Select(Anywhere, Anywhere).Sample((a, b) =>
            Assert.Equal(a.KilometresTo(b), a.KilometresTo(b with { Longitude = b.Longitude + 360 }), tolerance: 1e-6));

    [Fact]
    public void The_nearest_are_those_that_sorting_everything_finds() =>
        Gen.Select(Anywhere, Anywhere.Array[0, 40], Gen.Int[0, 12]).Sample((place, all, most) =>
        {
            var found = Nearest.To(place, all, one => one.Latitude < -50 ? null : one, most);
            var sorted = all.Where(one => one.Latitude >= -50).Select(place.KilometresTo).Order().Take(most);
            Assert.Equal(sorted, found.Select(near => near.Kilometres));
        });

    [Theory]
    [InlineData(0.4, "under 1 km")]
    [InlineData(4.23, "4.2 km")]
    [InlineData(9.0, "9 km")]
    [InlineData(38.4, "38 km")]
    [InlineData(1234.5, "1,234 km")]
    public void A_distance_is_told_no_finer_than_people_need(double kilometres, string told) =>
        Assert.Equal(told, new Nearby<int>(0, kilometres).Distance);

    [Theory]
    [InlineData(-36.95, 174.84, true)]
    [InlineData(36.95, 174.84, false)]
    [InlineData(-36.95, -174.84, false)]
    [InlineData(174.84, -36.95, false)]
    [InlineData(-43.95, 176.56, true)]
    [InlineData(double.NaN, 174, false)]
    public void A_point_elsewhere_is_not_in_new_zealand(double south, double east, bool here)
    {
        Assert.Equal(here, new GeoPoint(south, east).IsInNewZealand);
        var station = new Station(Guid.CreateVersion7(), "Ōtāhuhu");
        var at = station.Details with { Point = new(south, east) };
        if (here)
        {
            station.Change(at);
            Assert.Equal(at.Point, station.Point);
        }
        else
        {
            Assert.Equal("Latitude", Assert.Throws<RuleBroken>(() => station.Change(at)).Field);
        }
    }
}
