using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Web.Pages.Profiles;

/// <summary>Who else is concerned with a section.</summary>
/// <param name="Keepers">Who keeps it besides the school's leaders.</param>
/// <param name="Typing">Who has typed in it in the last minutes and not saved it yet, without the reader.</param>
public sealed record Company(IReadOnlyList<string> Keepers, IReadOnlyList<string> Typing);

/// <summary>Reads who keeps the sections of a profile and who is typing in them. It is asked anew each time: typing is no record.</summary>
public sealed class SectionCompany(PortalDbContext db, TimeProvider clock, Actor actor, SectionKeepers keepers)
{
    /// <summary>Minutes after which somebody who typed is taken to have gone.</summary>
    private const int Minutes = 10;

    /// <summary>Of every section that is asked for by its key.</summary>
    public async Task<CompanyBySection> AtAsync(Guid profileId, CancellationToken cancel)
    {
        var since = clock.UtcNow().AddMinutes(-Minutes);
        var typing = await db.SectionDrafts
            .Where(d => d.RecordId == profileId && d.At >= since && d.PersonId != actor.PersonId)
            .Join(db.People, draft => draft.PersonId, person => person.Id, (draft, person) => new { draft.SectionKey, person.Name })
            .Distinct()
            .OrderBy(each => each.Name)
            .ToListAsync(cancel);
        return new CompanyBySection(await keepers.ListAsync(cancel), typing.ToLookup(each => each.SectionKey, each => each.Name));
    }
}

/// <summary>The company of each section.</summary>
public sealed class CompanyBySection(IReadOnlyList<Keeper> keepers, ILookup<string, string> typing)
{
    public Company this[string section] =>
        new([.. keepers.Where(keeper => keeper.Keeps(section)).Select(keeper => keeper.Name)], [.. typing[section]]);
}
