namespace SchoolPortal.Domain.Agreements;

/// <summary>Why an agreement's answer to a question is not the standard one.</summary>
public sealed class DeviationReason : Entity, IOfSchool
{
    /// <summary>Longest reason, in characters.</summary>
    public const int Longest = 500;

    private DeviationReason()
    {
    }

    internal DeviationReason(Agreement agreement, string field, string reason, string savedBy, DateTime savedAt)
    {
        SchoolId = agreement.SchoolId;
        AgreementId = agreement.Id;
        Field = field;
        Give(reason, savedBy, savedAt);
    }

    /// <inheritdoc />
    public Guid SchoolId { get; private set; }

    /// <summary>Of which agreement.</summary>
    public Guid AgreementId { get; private set; }

    /// <summary>The question, by its key in the form's definition.</summary>
    public string Field { get; private set; } = "";

    /// <summary>The reason; empty once it was taken back.</summary>
    public string Reason { get; private set; } = "";

    /// <summary>Name of who gave it last.</summary>
    public string SavedBy { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTime SavedAt { get; private set; }

    internal void Give(string reason, string savedBy, DateTime savedAt) => (Reason, SavedBy, SavedAt) = (reason, savedBy, savedAt);
}
