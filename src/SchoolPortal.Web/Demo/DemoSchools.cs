using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Web.Demo;

/// <summary>The real schools in which the demonstration's people work, by number: all in or near Ōtāhuhu and Māngere.</summary>
internal static class DemoSchools
{
    public const int Otahuhu = 1409;
    public const int Fairburn = 1271;
    public const int OtahuhuIntermediate = 1408;
    public const int OtahuhuCollege = 88;
    public const int McAuley = 90;
    public const int Kings = 89;
    public const int StJosephs = 1496;
    public const int MtRichmond = 1379;
    public const int SouthernCross = 452;
    public const int MangereCollege = 91;
    public const int JeanBatten = 1322;
    public const int NgaIwi = 1393;

    /// <summary>The dozen.</summary>
    public static IReadOnlyList<int> All { get; } =
    [
        Otahuhu, Fairburn, OtahuhuIntermediate, OtahuhuCollege, McAuley, Kings,
        StJosephs, MtRichmond, SouthernCross, MangereCollege, JeanBatten, NgaIwi,
    ];

    public const string District = "CMD";
    public const string Area = "Counties Manukau West";
    public const string Station = "Ōtāhuhu";

    /// <summary>The territorial area, as the directory names it, whose schools belong to <see cref="Area"/>.</summary>
    public const string TerritorialArea = "Māngere-Ōtāhuhu Local Board Area";

    /// <summary>True for a school with senior students.</summary>
    public static bool IsSecondary(School school) => school.Facts.Type is
        SchoolType.SecondaryYears7To15 or SchoolType.SecondaryYears9To15 or SchoolType.SecondaryYears11To15 or SchoolType.Composite;
}
