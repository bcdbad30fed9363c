using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.People;
using SchoolPortal.Domain;

namespace SchoolPortal.Web.Security;

/// <summary>
/// Sixteen characters or more of anything; no rule of composition. What anybody would try first (common phrases, the portal's
/// words, the names of the person and their schools, runs and repeats) does not count towards the strength that is asked for
/// (requirements R02, R03).
/// </summary>
internal sealed class PassphraseRules(PortalDbContext db) : IPasswordValidator<PortalUser>
{
    public const int Shortest = 16;
    public const int Longest = 200;

    /// <summary>Characters that must be left once everything easily guessed is taken out.</summary>
    private const int LeastLeft = 8;

    private static readonly string[] TooCommon =
    [
        "correct horse battery staple", "password", "passphrase", "passw0rd", "letmein", "welcome", "iloveyou", "sunshine", "princess", "football", "superman",
        "qwertyuiop", "qwerty", "asdfghjkl", "asdfgh", "zxcvbnm", "1q2w3e4r5t", "school", "portal", "police", "new zealand", "aotearoa", "kura", "pirihimana",
    ];

    public async Task<IdentityResult> ValidateAsync(UserManager<PortalUser> manager, PortalUser user, string? password)
    {
        var fault = Fault(password ?? "", await ContextAsync(user));
        return fault is null ? IdentityResult.Success : IdentityResult.Failed(new IdentityError { Code = "Passphrase", Description = fault });
    }

    private async Task<IEnumerable<string>> ContextAsync(PortalUser user)
    {
        var person = await db.People.FindAsync(user.Id);
        var schools = await db.Schools.AsNoTracking()
            .Where(s => db.Grants.Any(g => g.PersonId == user.Id && g.PlaceId == s.Id))
            .Select(s => s.Facts.Name)
            .ToListAsync();
        return schools.Append(person?.Name).Append(user.Email?.Split('@')[0]).SelectMany(name => Folded.Of(name).Split(' '));
    }

    private static string? Fault(string passphrase, IEnumerable<string> context)
    {
        if (passphrase.Length < Shortest)
        {
            return $"Use {Shortest} characters or more; four or five words together are easy to remember";
        }

        if (passphrase.Length > Longest)
        {
            return $"Use {Longest} characters or fewer";
        }

        var rest = Folded.Of(passphrase);
        foreach (var word in TooCommon.Concat(context).Where(w => w.Length > 2).OrderByDescending(w => w.Length))
        {
            rest = rest.Replace(word, "", StringComparison.Ordinal);
        }

        if (Strength(passphrase) < LeastLeft)
        {
            return "Use more than a run or a repeat of a few characters";
        }

        return Strength(rest) < LeastLeft
            ? "This is too close to your name, your school, the portal\u2019s words or a common phrase; choose other words"
            : null;
    }

    // Characters that neither go on with a run such as "abcd", "8888" or "4321" nor belong to a repeat such as "tuituitui".
    private static int Strength(string text)
    {
        var piece = (text + text).IndexOf(text, Math.Min(1, text.Length), StringComparison.Ordinal);
        return text[..Math.Min(piece, text.Length)].Where((c, i) => i == 0 || Math.Abs(c - text[i - 1]) > 1).Count(c => !char.IsWhiteSpace(c));
    }
}
