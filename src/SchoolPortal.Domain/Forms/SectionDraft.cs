namespace SchoolPortal.Domain.Forms;

/// <summary>
/// What one person typed into one section and has not saved: kept for that person alone, one for each page it is typed on, so
/// that two tabs do not take each other's text. It is no record: nobody else reads it, it has no history, and it goes when the
/// section is saved, when the person throws it away, or after <see cref="KeptDays"/>.
/// </summary>
public sealed class SectionDraft
{
    /// <summary>Most characters of it, as JSON: room for a section filled to every limit and more.</summary>
    public const int MostTyped = 200_000;

    /// <summary>Days that it is kept when nobody comes back to it.</summary>
    public const int KeptDays = 60;

    private SectionDraft()
    {
    }

    /// <summary>Keeps what was typed.</summary>
    /// <param name="pageId">The page it was typed on: one opening of the section's form.</param>
    /// <param name="personId">Who typed it.</param>
    /// <param name="recordId">The agreement or profile.</param>
    /// <param name="sectionKey">The section's key.</param>
    /// <param name="typed">The form's inputs as JSON, name → texts; at most <see cref="MostTyped"/> characters.</param>
    /// <param name="at">When, UTC.</param>
    public SectionDraft(Guid pageId, Guid personId, Guid recordId, string sectionKey, string typed, DateTime at)
    {
        PageId = pageId;
        PersonId = personId;
        RecordId = recordId;
        SectionKey = sectionKey;
        Typed = typed;
        At = at;
    }

    /// <summary>The page it was typed on.</summary>
    public Guid PageId { get; private set; }

    /// <summary>Who typed it.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>The agreement or profile.</summary>
    public Guid RecordId { get; private set; }

    /// <summary>The section's key.</summary>
    public string SectionKey { get; private set; } = "";

    /// <summary>The form's inputs as JSON, name → texts, with the token of the section that the form was opened with.</summary>
    public string Typed { get; private set; } = "{}";

    /// <summary>When it was typed, UTC.</summary>
    public DateTime At { get; private set; }
}
