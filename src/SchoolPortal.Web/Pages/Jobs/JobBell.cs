using System.Threading.Channels;

namespace SchoolPortal.Web.Pages.Jobs;

/// <summary>Wakes the worker of this node when somebody asks for a job here, so that nobody waits for its next round.</summary>
public sealed class JobBell
{
    private readonly Channel<bool> rung = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>There is something to do.</summary>
    public void Ring() => rung.Writer.TryWrite(true);

    /// <summary>Waits until it rings.</summary>
    public async Task RungAsync(CancellationToken cancel) => await rung.Reader.ReadAsync(cancel);
}
