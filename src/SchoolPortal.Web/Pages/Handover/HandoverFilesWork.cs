using SchoolPortal.Documents.Schools;
using SchoolPortal.Domain.Jobs;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Pages.Jobs;

namespace SchoolPortal.Web.Pages.Handover;

/// <summary>The handover packs of many schools, such as all that change hands.</summary>
public sealed class HandoverFilesWork(ReadHandover read) : FilesWork
{
    public override JobKind Kind => JobKind.HandoverFiles;

    public override string ZipName => "handover-packs";

    public override string Before => "One zip with what a new Lead Police Contact needs to take each school over, as a Word file. Restricted parts are left out.";

    public override string NotYours => "Your role at this school may not read its history.";

    public override bool MayAt(Actor actor, Place place) => actor.May(Operation.ViewHistory, place);

    public override async Task<IReadOnlyList<FileToMake>> ReadAsync(Actor actor, string? edition, IReadOnlyList<JobSchool> schools, CancellationToken cancel)
    {
        var files = new List<FileToMake>(schools.Count);
        foreach (var school in schools)
        {
            var pack = await read.HandleAsync(actor, school, cancel);
            files.Add(new FileToMake(SchoolCardDocument.FileName(pack), pack.Title, "", () => SchoolCardDocument.Write(pack)));
        }

        return files;
    }
}
