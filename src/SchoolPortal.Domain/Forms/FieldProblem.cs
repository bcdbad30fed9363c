namespace SchoolPortal.Domain.Forms;

/// <summary>Something about one answer that a person should know or put right.</summary>
/// <param name="FieldKey">The question.</param>
/// <param name="InputName">The input to go to.</param>
/// <param name="Sentence">What is the matter and what to do, in full.</param>
public sealed record FieldProblem(string FieldKey, string InputName, string Sentence);
