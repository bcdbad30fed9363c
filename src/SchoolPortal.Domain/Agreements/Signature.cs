using SchoolPortal.Domain.People;

namespace SchoolPortal.Domain.Agreements;

/// <summary>One party's signature: who, as what, with which words, when, after which sign-in, over which bytes.</summary>
public sealed class Signature : Entity, IOfSchool
{
    /// <summary>The <see cref="SignInMethod"/> of a signature on paper.</summary>
    public const string Paper = "paper";

    private Signature()
    {
    }

    internal Signature(Agreement agreement, Role party, Actor actor, Acting? acting, SigningWords words, DateTime at, string sha256)
    {
        AgreementId = agreement.Id;
        SchoolId = agreement.SchoolId;
        Party = party;
        PersonId = actor.PersonId;
        TypedName = words.TypedName.Trim();
        Position = words.Position.Trim();
        ActingFor = acting?.For;
        ActingUntil = acting?.Until;
        Statement = words.Statement;
        SignInMethod = words.SignInMethod;
        SignedAt = at;
        Sha256 = sha256;
    }

    internal Signature(Agreement agreement, Role party, SigningWords words, PaperSigning paper, string sha256)
    {
        AgreementId = agreement.Id;
        SchoolId = agreement.SchoolId;
        Party = party;
        TypedName = words.TypedName.Trim();
        Position = words.Position.Trim();
        Statement = words.Statement;
        SignInMethod = Paper;
        SignedAt = paper.Confirmed.At;
        PaperOn = paper.SignedOn;
        ScanSha256 = paper.ScanSha256;
        ConfirmedById = paper.Confirmed.Who.PersonId;
        ConfirmedBy = paper.Confirmed.Who.Name;
        Sha256 = sha256;
    }

    /// <summary>What was signed.</summary>
    public Guid AgreementId { get; private set; }

    /// <inheritdoc />
    public Guid SchoolId { get; private set; }

    /// <summary>The party signed for.</summary>
    public Role Party { get; private set; }

    /// <summary>Who signed; null on paper, where nothing but the name tells.</summary>
    public Guid? PersonId { get; private set; }

    /// <summary>The name they typed, or that stands on the paper.</summary>
    public string TypedName { get; private set; } = "";

    /// <summary>The position they gave.</summary>
    public string Position { get; private set; } = "";

    /// <summary>For whom they stood in; null when they signed in their own right.</summary>
    public string? ActingFor { get; private set; }

    /// <summary>The last day of that; null when no end was known.</summary>
    public DateOnly? ActingUntil { get; private set; }

    /// <summary>The position with for whom they stood in and until when.</summary>
    public string PositionInFull => InFull(Position, ActingFor, ActingUntil);

    /// <summary>The statement they ticked.</summary>
    public string Statement { get; private set; } = "";

    /// <summary>How they had signed in, such as "passphrase"; <see cref="Paper"/> for who signed on paper.</summary>
    public string SignInMethod { get; private set; } = "";

    /// <summary>When they signed in the portal, or when the paper was confirmed; UTC.</summary>
    public DateTime SignedAt { get; private set; }

    /// <summary>The day written on the paper; null for a signature in the portal.</summary>
    public DateOnly? PaperOn { get; private set; }

    /// <summary>SHA-256 of the scanned paper, lower-case hexadecimal.</summary>
    public string? ScanSha256 { get; private set; }

    /// <summary>Who confirmed the paper.</summary>
    public Guid? ConfirmedById { get; private set; }

    /// <summary>Their name when they did.</summary>
    public string? ConfirmedBy { get; private set; }

    /// <summary>Signed on paper, and confirmed by somebody of the other side.</summary>
    public bool IsOnPaper => PaperOn is not null;

    /// <summary>When it was given, as people read it: <c>5 March 2027, 2:30pm</c>, or <c>5 March 2027, on paper</c>.</summary>
    public string When => WhenInWords(SignedAt, PaperOn);

    /// <summary>SHA-256 of the frozen bytes, lower-case hexadecimal.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>When the text was opened again and this became void, UTC.</summary>
    public DateTime? VoidedAt { get; private set; }

    /// <summary><c>Deputy principal, acting for Hēmi Parata until 5 March 2027</c>.</summary>
    public static string InFull(string position, string? actingFor, DateOnly? actingUntil) =>
        actingFor is null ? position
        : actingUntil is { } until ? $"{position}, acting for {actingFor} until {NewZealandTime.Show(until)}"
        : $"{position}, acting for {actingFor}";

    /// <summary>When a signature was given, as <see cref="When"/> says it.</summary>
    public static string WhenInWords(DateTime signedAt, DateOnly? paperOn) =>
        paperOn is { } day ? $"{NewZealandTime.Show(day)}, on paper" : NewZealandTime.Show(signedAt);

    internal void Void(DateTime at) => VoidedAt ??= at;
}

/// <summary>What a person types and ticks when signing.</summary>
/// <param name="TypedName">Their name, as they write it.</param>
/// <param name="Position">Their position.</param>
/// <param name="Statement">The statement they agreed to.</param>
/// <param name="SignInMethod">How they had signed in; <see cref="Signature.Paper"/> for what stands on paper.</param>
public sealed record SigningWords(string TypedName, string Position, string Statement, string SignInMethod);

/// <summary>What is kept of a signature on paper beside its words.</summary>
/// <param name="SignedOn">The day on the paper.</param>
/// <param name="ScanSha256">SHA-256 of the scan.</param>
/// <param name="Confirmed">Who confirmed it, and when.</param>
internal sealed record PaperSigning(DateOnly SignedOn, string ScanSha256, Change Confirmed);
