using SchoolPortal.Domain;
using SchoolPortal.Domain.Jobs;
using SchoolPortal.Domain.People;

namespace SchoolPortal.Web.Pages.Jobs;

/// <summary>A school as a job knows it.</summary>
/// <param name="Place">Its id and where it stands in the Police tree.</param>
/// <param name="Number">Its number.</param>
/// <param name="Name">Its name.</param>
public sealed record JobSchool(Place Place, int Number, string Name);

/// <summary>
/// What one kind of job does to its schools: one small class for each <see cref="JobKind"/>, registered as this. It asks the
/// same permissions and takes the same steps as the page of a single school. A new kind is a <see cref="DeedWork"/> or a
/// <see cref="FilesWork"/>.
/// </summary>
public abstract class JobWork
{
    /// <summary>Which kind this is.</summary>
    public abstract JobKind Kind { get; }

    /// <summary>What will happen, shown before it is begun.</summary>
    public abstract string Before { get; }

    /// <summary>Why a school is refused at which the person may not do this.</summary>
    public abstract string NotYours { get; }

    /// <summary>Which of several one may be asked for; null where there is but one.</summary>
    public virtual Task<JobEditions?> EditionsAsync(CancellationToken cancel) => Task.FromResult<JobEditions?>(null);

    /// <summary>The person may do this to the agreement, profile or duties of this school, as far as their roles go.</summary>
    public abstract bool MayAt(Actor actor, Place place);
}

/// <summary>Takes one step at each school, one school after another.</summary>
public abstract class DeedWork : JobWork
{
    /// <summary>
    /// Takes the step within the caller's transaction; gives what was done as a sentence. Refuses as the single page does:
    /// <see cref="RuleBroken"/>, <see cref="StepNotAllowed"/>, <see cref="ChangedMeanwhile"/>.
    /// </summary>
    public abstract Task<string> DoAsync(Actor actor, JobSchool school, CancellationToken cancel);
}

/// <summary>Makes one file of each school for one zip.</summary>
public abstract class FilesWork : JobWork
{
    /// <summary>First word of the zip's name.</summary>
    public abstract string ZipName { get; }

    /// <summary>The files of some schools, in a handful of queries whatever their number; in the order of the schools.</summary>
    /// <param name="actor">Who asked for them.</param>
    /// <param name="edition">One of <see cref="JobWork.EditionsAsync"/>, or null where there are none.</param>
    /// <param name="schools">The schools.</param>
    /// <param name="cancel">Stops the queries.</param>
    public abstract Task<IReadOnlyList<FileToMake>> ReadAsync(Actor actor, string? edition, IReadOnlyList<JobSchool> schools, CancellationToken cancel);
}

/// <summary>What there are several of to choose between.</summary>
/// <param name="Question">What is asked, such as "Which year?".</param>
/// <param name="Choices">The newest first.</param>
public sealed record JobEditions(string Question, IReadOnlyList<string> Choices);

/// <summary>One file of a zip, ready to be written.</summary>
/// <param name="Name">Its name, ASCII; begins with nothing that differs between two schools of one name.</param>
/// <param name="Edition">Which text it holds, such as "Version 3".</param>
/// <param name="Standing">Where that stands, such as "In force".</param>
/// <param name="Write">Gives the bytes; called on any thread.</param>
/// <param name="Refusal">Why there is none for this school; then the rest says nothing.</param>
public sealed record FileToMake(string Name, string Edition, string Standing, Func<byte[]> Write, string? Refusal = null)
{
    /// <summary>There is none for this school.</summary>
    public static FileToMake Refused(string sentence) => new("", "", "", () => [], sentence);
}
