using SchoolPortal.Domain.People;

namespace SchoolPortal.Domain.Agreements;

/// <summary>One signature as <see cref="Evidence"/> holds it.</summary>
/// <param name="Party">The party signed for.</param>
/// <param name="Name">The name typed.</param>
/// <param name="Position">The position given.</param>
/// <param name="ActingFor">For whom the person stood in; null when in their own right.</param>
/// <param name="ActingUntil">The last day of that, if known.</param>
/// <param name="Statement">The statement agreed to.</param>
/// <param name="SignedAt">When it was given, or when the paper was confirmed; UTC.</param>
/// <param name="Method">How the person had signed in; "paper" for a signature on paper.</param>
/// <param name="Paper">What is kept of the paper, when it was signed on paper.</param>
/// <param name="Sha256">SHA-256 of the bytes signed, lower-case hexadecimal.</param>
/// <param name="VoidedAt">When the text was opened again and this became void, UTC.</param>
/// <param name="Fingerprint">SHA-256 of all of the above.</param>
public sealed record EvidenceSignature(
    Role Party,
    string Name,
    string Position,
    string? ActingFor,
    DateOnly? ActingUntil,
    string Statement,
    DateTime SignedAt,
    string Method,
    EvidencePaper? Paper,
    string Sha256,
    DateTime? VoidedAt,
    string Fingerprint)
{
    /// <summary><c>The signature of Hēmi Parata for the principal</c>.</summary>
    internal string InWords => $"The signature of {Name} for the {Words.Of(Party)}";

    /// <summary>The position with for whom the person stood in and until when.</summary>
    public string PositionInFull() => Signature.InFull(Position, ActingFor, ActingUntil);

    /// <summary>When it was given, as people read it.</summary>
    public string When() => Signature.WhenInWords(SignedAt, Paper?.SignedOn);

    internal static EvidenceSignature Of(Signature signature)
    {
        var kept = new EvidenceSignature(
            signature.Party,
            signature.TypedName,
            signature.Position,
            signature.ActingFor,
            signature.ActingUntil,
            signature.Statement,
            DateTime.SpecifyKind(signature.SignedAt, DateTimeKind.Utc),
            signature.SignInMethod,
            signature.PaperOn is { } day ? new EvidencePaper(day, signature.ScanSha256!, signature.ConfirmedBy!) : null,
            signature.Sha256,
            signature.VoidedAt is { } voided ? DateTime.SpecifyKind(voided, DateTimeKind.Utc) : null,
            Fingerprint: "");
        return kept with { Fingerprint = kept.FingerprintOf() };
    }

    internal string FingerprintOf() => Evidence.FingerprintOf(this with { Fingerprint = "" });
}

/// <summary>A signature on paper.</summary>
/// <param name="SignedOn">The day on the paper.</param>
/// <param name="ScanSha256">SHA-256 of the scan, lower-case hexadecimal.</param>
/// <param name="ConfirmedBy">Who of the other side confirmed it.</param>
public sealed record EvidencePaper(DateOnly SignedOn, string ScanSha256, string ConfirmedBy);
