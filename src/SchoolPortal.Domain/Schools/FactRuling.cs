namespace SchoolPortal.Domain.Schools;

/// <summary>What becomes of a fact of which a file says one thing and a school or Police another.</summary>
public enum Ruling
{
    /// <summary>Nobody has decided: the file's value is left out, and everything stays as it was.</summary>
    LeftOut,

    /// <summary>The file's value is taken over, and what was said stands beside it.</summary>
    BothKept,

    /// <summary>The file's value is taken over, and what was said ends.</summary>
    DirectoryRight,

    /// <summary>The file says what was said, so nothing needs to stand beside it any more.</summary>
    Agreed,
}

/// <summary>What becomes of one fact of a row.</summary>
/// <param name="Fact">The key of the fact.</param>
/// <param name="CorrectionId">What was said of it when it was decided; something said later is not decided by it.</param>
/// <param name="Ruling">What becomes of it.</param>
public sealed record FactRuling(string Fact, Guid CorrectionId, Ruling Ruling);
