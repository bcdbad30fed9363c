using SchoolPortal.Data.Schools;
using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Web.Pages.Admin.DirectoryImports.Watch;

/// <summary>The newest file of a folder.</summary>
internal static class WatchedFolder
{
    /// <summary>A file that changed less long ago may still be on its way into the folder.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(1);

    /// <exception cref="CannotLookException">The folder is not there or not readable.</exception>
    /// <exception cref="NotADirectoryException">The file is too large.</exception>
    public static async Task<FoundFile?> NewestAsync(string folder, DateTime now, CancellationToken cancel)
    {
        try
        {
            var newest = new DirectoryInfo(folder).EnumerateFiles("*.csv", SearchOption.TopDirectoryOnly)
                .Where(file => file.LastWriteTimeUtc < now - Settled)
                .MaxBy(file => file.LastWriteTimeUtc);
            if (newest is null)
            {
                return null;
            }

            await using var stream = newest.OpenRead();
            return new FoundFile(newest.Name, await DirectoryFile.ReadBytesAsync(stream, cancel));
        }
        catch (DirectoryNotFoundException)
        {
            throw new CannotLookException("The folder is not there. Make it, or put its right name in the setting Directory:Watch:Folder.");
        }
        catch (UnauthorizedAccessException)
        {
            throw new CannotLookException("The portal may not read the folder or the file in it. Give the account under which it runs the right to read both.");
        }
        catch (Exception broken) when (broken is IOException or ArgumentException or NotSupportedException)
        {
            throw new CannotLookException("The folder or the file in it cannot be read. Look whether its disk is there and the setting Directory:Watch:Folder is right.");
        }
    }
}
