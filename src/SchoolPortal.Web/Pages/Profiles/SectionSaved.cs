using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.Profiles;

namespace SchoolPortal.Web.Pages.Profiles;

/// <summary>What a person is told after saving a section, and where they go.</summary>
/// <param name="Next">What comes next, in a sentence.</param>
/// <param name="Address">The section itself while it wants another look, else the next one that is open to them, else the list.</param>
internal sealed record SectionSaved(string Next, string Address)
{
    /// <param name="school">The school's number.</param>
    /// <param name="view">The section.</param>
    /// <param name="entry">What was saved.</param>
    /// <param name="open">Keys of the sections still to be done.</param>
    /// <param name="access">What the person may fill in.</param>
    /// <param name="comesBackLater">They want to go to the list of sections.</param>
    /// <param name="today">Today.</param>
    public static SectionSaved Of(
        int school, SectionView view, SectionEntry entry, IReadOnlyList<string> open, ProfileAccess access, bool comesBackLater, DateOnly today)
    {
        var year = view.Profile.Year;
        var all = view.Profile.Form.Sections;
        var gaps = entry.NothingToReport ? 0 : SectionCheck.Missing(view.Section, entry.Answers).Count;
        var warnings = entry.NothingToReport ? 0 : FreeTextGuard.Warnings(view.Section, entry.Answers, today).Count;
        var next = gaps > 0 ? $"Questions still to answer here: {gaps}."
            : warnings > 0 ? "Look again at what is marked below."
            : open.Count == 0 ? "Every section is done. The principal can submit the profile."
            : $"{all.Count - open.Count} of {all.Count} sections are done.";
        if (comesBackLater)
        {
            return new SectionSaved(next, ProfileLinks.Year(school, year));
        }

        if (gaps + warnings > 0)
        {
            return new SectionSaved(next, ProfileLinks.Section(school, year, view.Section.Key));
        }

        var theirs = all.Where(section => open.Contains(section.Key) && access.MayEdit(section)).ToList();
        var following = theirs.Find(section => view.Profile.Form.NumberOf(section) > view.Number) ?? theirs.FirstOrDefault();
        return new SectionSaved(
            next,
            following is null ? ProfileLinks.Year(school, year) : ProfileLinks.Section(school, year, following.Key));
    }
}
