using SchoolPortal.Domain.Forms;
using SchoolPortal.Web.Pages.Forms;

namespace SchoolPortal.Web.Pages.Profiles;

/// <summary>Buttons that settle a section of the profile at one press, without typing.</summary>
internal static class OnePress
{
    /// <summary>Last year's answers still hold.</summary>
    public const string Unchanged = "unchanged";

    /// <summary>There is nothing to report.</summary>
    public const string Nothing = "nothing";

    /// <summary>What hinders it; none for every other button, and none where two people's texts are to be settled first.</summary>
    public static IEnumerable<FieldProblem> Problems(SectionPost post, SectionView view)
    {
        if (post.Conflict is not null || post.Deed is not (Unchanged or Nothing))
        {
            return [];
        }

        // One press stands for what is stored, so it must not quietly drop or keep what was typed.
        return !post.Typed.Answers.Equals(view.Stored.Of(view.Section))
            ? [new FieldProblem("", "", "You have changed answers on this page. Choose “Save and continue” to keep them.")]
            : post.Deed == Unchanged ? SectionCheck.Missing(view.Section, post.Typed.Answers) : [];
    }
}
