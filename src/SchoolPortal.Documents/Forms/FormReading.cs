using SchoolPortal.Domain.Forms;

namespace SchoolPortal.Documents.Forms;

/// <summary>What was understood of a returned file, and what was not.</summary>
/// <param name="Answers">The answers as taken away, with those laid over them that were read without doubt.</param>
/// <param name="Questions">Rows that somebody must look at; the answers to them count as unchanged until then.</param>
/// <param name="Remarks">What else stands in the file and was not read, a sentence each, with where it stands.</param>
public sealed record FormReading(Answers Answers, IReadOnlyList<RowQuestion> Questions, IReadOnlyList<string> Remarks);

/// <summary>A row that is shown to the person instead of guessed at.</summary>
/// <param name="Section">Where the question stands.</param>
/// <param name="Field">The question.</param>
/// <param name="Sentence">What is the matter.</param>
/// <param name="Readings">What the file may mean; an empty list when nothing could be read, null for no answer.</param>
/// <param name="Typed">What stands in the file, letter for letter; empty when the row is not there.</param>
public sealed record RowQuestion(SectionDefinition Section, FieldDefinition Field, string Sentence, IReadOnlyList<Answer?> Readings, string Typed);
