using System.Security.Cryptography;
using System.Text;

using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Web.Pages.Assignments.Import;

/// <summary>One row that differs from the register.</summary>
/// <param name="Line">The line of the file.</param>
/// <param name="Id">The record, or null when it is to be added.</param>
/// <param name="Name">Whom or what it is about.</param>
/// <param name="Changes">Field by field, as people read it.</param>
/// <param name="Do">Makes the change.</param>
public sealed record RegisterChange(int Line, Guid? Id, string Name, IReadOnlyList<FactChange> Changes, Action Do);

/// <summary>What a file would do to its register.</summary>
/// <param name="Read">Rows that could be read.</param>
/// <param name="Changes">In the file's order.</param>
/// <param name="Faults">What could not be read or is not allowed, with line, column and reason. With any, nothing is applied.</param>
/// <param name="UnusedColumns">Headings that mean nothing here.</param>
public sealed record RegisterProposal(
    int Read, IReadOnlyList<RegisterChange> Changes, IReadOnlyList<UnreadableCell> Faults, IReadOnlyList<string> UnusedColumns)
{
    public int Added => Changes.Count(change => change.Id is null);

    public int Changed => Changes.Count - Added;

    public bool ProposesNothing => Changes.Count + Faults.Count == 0;

    /// <summary>What was looked at, so that nothing else is applied than what was seen.</summary>
    public string Fingerprint
    {
        get
        {
            var text = new StringBuilder();
            foreach (var change in Changes)
            {
                text.Append(change.Line).Append('|').Append(change.Id).Append('|').AppendJoin('|', change.Changes).Append('\n');
            }

            return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
        }
    }
}
