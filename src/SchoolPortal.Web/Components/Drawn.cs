using SchoolPortal.Data.History;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Web.Components;

/// <summary>
/// Parts of pages that people come back to are drawn once and kept while nothing changes (a <c>cache</c> element, whose store has a limit).
/// Such a part holds no form that posts: its token belongs to one session.
/// </summary>
internal static class Drawn
{
    /// <summary>How long a drawn part is kept after somebody last asked for it.</summary>
    public static TimeSpan Kept { get; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// All that the part is made from: the records and who may do what as they were changed last, the person, the day and what was asked.
    /// While it stays the same, so does the part.
    /// </summary>
    public static string From(Marks marks, Actor actor, DateOnly day, HttpRequest request) =>
        $"{marks.Records} {marks.Access} {actor.PersonId} {day:O} {request.Path}{request.QueryString}";
}
