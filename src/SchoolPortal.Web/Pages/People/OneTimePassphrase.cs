using System.Security.Cryptography;

namespace SchoolPortal.Web.Pages.People;

/// <summary>
/// Makes the passphrase a new account begins with: six groups of four characters that nobody mistakes for one another when
/// they are read out, about 117 random bits.
/// </summary>
internal static class OneTimePassphrase
{
    private const int Groups = 6;
    private const int Length = 4;

    // Without 0 o 1 l i.
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    public static string Make() => string.Join('-', Enumerable.Range(0, Groups).Select(_ => RandomNumberGenerator.GetString(Letters, Length)));
}
