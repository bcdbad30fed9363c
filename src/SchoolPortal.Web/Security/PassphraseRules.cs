using Microsoft.AspNetCore.Identity;

using SchoolPortal.Data.People;
using SchoolPortal.Domain;

namespace SchoolPortal.Web.Security;

/// <summary>
/// Sixteen characters or more of anything; no rule of composition; common phrases, context words and the person's own name
/// are refused with the reason (requirements R02, R03).
/// </summary>
internal sealed class PassphraseRules : IPasswordValidator<PortalUser>
{
    public const int Shortest = 16;
    public const int Longest = 200;

    private static readonly string[] TooCommon =
        ["password", "passphrase", "letmein", "qwertyuiop", "correct horse battery staple", "school portal", "new zealand police", "aotearoa"];

    public Task<IdentityResult> ValidateAsync(UserManager<PortalUser> manager, PortalUser user, string? password) =>
        Task.FromResult(Fault(password ?? "", user.Email ?? "") is { } fault
            ? IdentityResult.Failed(new IdentityError { Code = "Passphrase", Description = fault })
            : IdentityResult.Success);

    private static string? Fault(string passphrase, string email)
    {
        if (passphrase.Length < Shortest)
        {
            return $"Use {Shortest} characters or more; four or five words together are easy to remember";
        }

        if (passphrase.Length > Longest)
        {
            return $"Use {Longest} characters or fewer";
        }

        if (passphrase.Distinct().Count() < 5)
        {
            return "Use more than a few different characters";
        }

        // What is left once the words anybody would try first are taken out must still be long enough to guess hard.
        var rest = Folded.Of(passphrase);
        foreach (var word in TooCommon.Append(Folded.Of(email.Split('@')[0])).Where(w => w.Length > 2))
        {
            rest = rest.Replace(word, "", StringComparison.Ordinal);
        }

        return rest.Trim().Length < Shortest / 2
            ? "This is too close to your name, the portal\u2019s name or a common phrase; choose other words"
            : null;
    }
}
