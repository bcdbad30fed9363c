using SchoolPortal.Domain.Notices;

namespace SchoolPortal.Web.Pages.Notices;

/// <summary>Addresses of what the portal tells people.</summary>
public static class NoticeLinks
{
    /// <summary>All notices.</summary>
    public const string List = "/admin/notices";

    /// <summary>Names the state to list.</summary>
    public const string StateKey = "state";

    /// <summary>Names the kind to list.</summary>
    public const string KindKey = "kind";

    /// <summary>Those that stand in one state.</summary>
    public static string Standing(NoticeState state) => $"{List}?{StateKey}={state}";

    /// <summary>What was told about one school.</summary>
    public static string OfSchool(int school) => $"/schools/{school}/notices";
}
