using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.Forms;
using SchoolPortal.Domain.Forms;

namespace SchoolPortal.Web.Pages.FormVersions;

/// <summary>What a version does to one question and its answers in the profiles in the making.</summary>
/// <param name="Change">What becomes of the question.</param>
/// <param name="Carried">Answers that the newer question takes whole.</param>
/// <param name="Earlier">Answers that are kept beside it as earlier answers, because it cannot.</param>
public sealed record QuestionEffect(QuestionChange Change, int Carried, int Earlier);

/// <summary>
/// What a version would do to the profiles in the making: done to a copy of each, and counted. Only numbers: whoever keeps the
/// questions may not read the answers (domain §14.5).
/// </summary>
/// <param name="Profiles">Profiles that would follow it.</param>
/// <param name="Unfinished">Profiles in which a section that is done would be looked at again.</param>
/// <param name="Sections">Such sections, all profiles together.</param>
/// <param name="Questions">Every question, in the order of the form; new ones last.</param>
public sealed record FormEffect(int Profiles, int Unfinished, int Sections, IReadOnlyList<QuestionEffect> Questions)
{
    /// <summary>Looks at every profile in the making.</summary>
    public static async Task<FormEffect> OfAsync(PortalDbContext db, FormSuccession step, CancellationToken cancel)
    {
        // Read before the profiles are: a server reads one thing at a time on a connection.
        foreach (var version in Enumerable.Range(1, step.From.Version))
        {
            db.ProfileForm(version);
        }

        var (profiles, unfinished, sections) = (0, 0, 0);
        var carried = new Dictionary<string, int>(StringComparer.Ordinal);
        var earlier = new Dictionary<string, int>(StringComparer.Ordinal);
        await foreach (var profile in db.Profiles.AsNoTracking().AsSingleQuery().Include(p => p.Sections).Behind(step.To).AsAsyncEnumerable().WithCancellation(cancel))
        {
            foreach (var before in db.ProfileWay(profile.FormVersion, step.From.Version))
            {
                profile.TakeForm(before);
            }

            var answers = profile.Answers();
            var kept = step.Carry(answers).Earlier.SelectMany(section => section).Select(answer => answer.Key).ToHashSet(StringComparer.Ordinal);
            foreach (var key in answers.Keys)
            {
                var counts = kept.Contains(key) ? earlier : carried;
                counts[key] = counts.GetValueOrDefault(key) + 1;
            }

            var done = profile.Sections.Where(section => section.IsDone).ToList();
            profile.TakeForm(step);
            var again = done.Count(section => !section.IsDone);
            (profiles, unfinished, sections) = (profiles + 1, unfinished + (again > 0 ? 1 : 0), sections + again);
        }

        return new FormEffect(profiles, unfinished, sections, [.. step.Changes().Select(change => new QuestionEffect(change, Count(carried, change), Count(earlier, change)))]);

        static int Count(Dictionary<string, int> counts, QuestionChange change) => change.From is { } from ? counts.GetValueOrDefault(from.Key) : 0;
    }
}
