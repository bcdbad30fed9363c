using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Domain.Profiles;

/// <summary>
/// Something that the school or Police say about one section of a profile. Read by whoever may read the section; it stays.
/// </summary>
public sealed class SectionComment : Entity, IOfSchool
{
    /// <summary>Most characters of it.</summary>
    public const int Longest = 1000;

    private SectionComment()
    {
    }

    /// <summary>Says it. Refuses an empty text, one longer than <see cref="Longest"/>, and a year that is over.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="section">The section that it is about.</param>
    /// <param name="text">What is said.</param>
    /// <param name="side">For which side the person speaks.</param>
    /// <param name="change">Who and when.</param>
    public SectionComment(Profile profile, SectionDefinition section, string? text, Side side, Change change)
    {
        if (profile.State == ProfileState.Archived)
        {
            throw new StepNotAllowed($"{profile.Year} is over, so its profile is only to be read.");
        }

        Text = TypedText.Clean(text);
        if (Text.Length is 0 or > Longest)
        {
            throw new RuleBroken("Comment", Text.Length == 0 ? "Enter what you want to say about this section" : $"Use {Longest} characters or fewer for a comment");
        }

        SchoolId = profile.SchoolId;
        ProfileId = profile.Id;
        Key = section.Key;
        IsRestricted = section.Sensitivity == Sensitivity.Restricted;
        Side = side;
        SaidBy = change.Who.Name;
        Position = change.Who.Position;
        SaidAt = change.At;
    }

    /// <inheritdoc />
    public Guid SchoolId { get; private set; }

    /// <summary>About which profile.</summary>
    public Guid ProfileId { get; private set; }

    /// <summary>The section's key.</summary>
    public string Key { get; private set; } = "";

    /// <summary>For those alone who may read what is restricted, as the section's definition says.</summary>
    public bool IsRestricted { get; private set; }

    /// <summary>What is said.</summary>
    public string Text { get; private set; } = "";

    /// <summary>For which side.</summary>
    public Side Side { get; private set; }

    /// <summary>Name of who said it.</summary>
    public string SaidBy { get; private set; } = "";

    /// <summary>What they were then, such as "Principal".</summary>
    public string Position { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTime SaidAt { get; private set; }
}
