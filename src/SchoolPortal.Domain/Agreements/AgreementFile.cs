using System.Security.Cryptography;

namespace SchoolPortal.Domain.Agreements;

/// <summary>What a kept file is.</summary>
public enum AgreementFileKind
{
    /// <summary>The text as frozen, which everybody signs.</summary>
    Frozen,

    /// <summary>The record with all signatures.</summary>
    Signed,

    /// <summary>A paper that somebody signed, scanned.</summary>
    Scan,
}

/// <summary>Bytes that are kept as they are and never made again (design §7).</summary>
public sealed class AgreementFile : Entity, IOfSchool
{
    private AgreementFile()
    {
    }

    /// <summary>Keeps bytes with their hash.</summary>
    public AgreementFile(Agreement agreement, AgreementFileKind kind, byte[] bytes, DateTime madeAt)
    {
        AgreementId = agreement.Id;
        SchoolId = agreement.SchoolId;
        Kind = kind;
        Bytes = bytes;
        Sha256 = HashOf(bytes);
        MadeAt = madeAt;
    }

    /// <summary>Of which agreement.</summary>
    public Guid AgreementId { get; private set; }

    /// <inheritdoc />
    public Guid SchoolId { get; private set; }

    /// <summary>Frozen text, signed record or scanned paper.</summary>
    public AgreementFileKind Kind { get; private set; }

    /// <summary>The Word file; of a paper the PDF or the picture.</summary>
    public byte[] Bytes { get; private set; } = [];

    /// <summary>SHA-256 of the bytes, lower-case hexadecimal.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime MadeAt { get; private set; }

    /// <summary>SHA-256, lower-case hexadecimal.</summary>
    public static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
