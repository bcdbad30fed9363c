namespace SchoolPortal.Documents.Forms;

/// <summary>
/// What a template's marks ask for. In its parts they stand as processing instructions, <c>&lt;?portal Answer travel.main?&gt;</c>,
/// which no file from outside can bring in: whatever reads one drops them. Those above <see cref="End"/> go round something.
/// </summary>
internal enum TemplateMark
{
    /// <summary>Round the line that names the school: left out where there is none.</summary>
    School,

    /// <summary>Round help and hints: left out once nobody writes in the file.</summary>
    Guidance,

    /// <summary>Round a section: left out with it.</summary>
    Section,

    /// <summary>Round the row of a question, or the whole table of one: left out with it.</summary>
    Question,

    /// <summary>Round a table of questions: left out when all of them are.</summary>
    Questions,

    /// <summary>Round the row of an item: repeated for each.</summary>
    Items,

    /// <summary>Round the signatures: left out while none is asked for.</summary>
    Signatures,

    /// <summary>Round the row of a signature: repeated for each.</summary>
    Signature,

    /// <summary>Round what is found again by a bookmark of this name in a template that comes back; nothing anywhere else.</summary>
    Anchor,

    /// <summary>Ends any of those.</summary>
    End,

    /// <summary>A text of <see cref="TemplateTexts"/>, inside a run.</summary>
    Text,

    /// <summary>The paragraph that says what this reader may not see.</summary>
    LeftOut,

    /// <summary>The paragraph that says that there is nothing to report in a section.</summary>
    NothingToReport,

    /// <summary>In a row's properties: room to write by hand.</summary>
    Room,

    /// <summary>The answer to a question, inside a paragraph.</summary>
    Answer,

    /// <summary>Paragraphs below a question that depend on its answer.</summary>
    Notes,

    /// <summary>A cell of an item, by the number of its column from 0.</summary>
    Cell,

    /// <summary>The key of an item.</summary>
    ItemKey,

    /// <summary>A cell of a signature: one of <see cref="SignatureCell"/>.</summary>
    SignatureCell,

    /// <summary>The word across the page, inside a paragraph of a header.</summary>
    Watermark,
}

/// <summary>The columns of the table of signatures, in order.</summary>
internal enum SignatureCell
{
    /// <summary>Who signs.</summary>
    Role,

    /// <summary>Name and position.</summary>
    Who,

    /// <summary>When it was given.</summary>
    When,

    /// <summary>What was agreed to.</summary>
    Statement,
}
