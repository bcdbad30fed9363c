namespace SchoolPortal.Web.Pages.Admin.DirectoryImports.Watch;

/// <summary>A file that may be a directory.</summary>
/// <param name="Name">Its name, which may tell its day.</param>
/// <param name="Bytes">All of it.</param>
internal sealed record FoundFile(string Name, byte[] Bytes);

/// <summary>A place that cannot be looked at.</summary>
/// <param name="message">What is wrong and what to do, in sentences for an administrator.</param>
internal sealed class CannotLookException(string message) : Exception(message);
