namespace SchoolPortal.Documents.Packages;

/// <summary>A file from outside that is not read, with what is the matter and what to do, in a sentence fit to show.</summary>
/// <param name="sentence">What to tell the person.</param>
public sealed class UnreadableFileException(string sentence) : Exception(sentence);
