using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Data.Schools;

/// <summary>
/// Changes thousands of schools in one go: each row is written straight, with its line of history beside it, because the
/// change tracker would take seconds over them.
/// </summary>
internal sealed class SchoolsChangedInBulk(PortalDbContext db, Change change)
{
    private readonly List<School> changed = [];
    private readonly List<AuditEvent> history = [];
    private Dictionary<int, School> held = [];

    public async Task LoadAsync(CancellationToken cancel) =>
        held = await db.Schools.AsNoTracking().ToDictionaryAsync(school => school.Number, cancel);

    public School? Find(int number) => held.GetValueOrDefault(number);

    public void Change(School school, IEnumerable<FactChange> facts, Action<School> deed)
    {
        var before = Standing(school);
        deed(school);
        var standing = before.Zip(Standing(school), (from, to) => new FactChange(from.Field, from.Value, to.Value)).Where(field => field.From != field.To);
        history.Add(new AuditEvent(change, nameof(School), school.Id, school.Id, FactChangesJson.Write([.. facts, .. standing])));
        changed.Add(school);
    }

    public async Task SaveAsync(CancellationToken cancel)
    {
        await db.BulkUpdateAsync(changed, cancel);
        await db.BulkInsertAsync(history, cancel);
    }

    /// <summary>What an import changes beside the facts.</summary>
    private static (string Field, string? Value)[] Standing(School school) =>
    [
        (nameof(School.Status), school.Status.ToString()),
        (nameof(School.ClosedOn), school.ClosedOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        (nameof(School.Vintage), school.Vintage),
        (nameof(School.DistrictId), school.DistrictId?.ToString()),
    ];
}
