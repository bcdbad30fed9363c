using System.Threading.Channels;

namespace SchoolPortal.Web.Hosting;

/// <summary>Wakes a worker of this node when there is something to do for it here, so that nobody waits for its next round.</summary>
public abstract class Bell
{
    private readonly Channel<bool> rung = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>There is something to do.</summary>
    public void Ring() => rung.Writer.TryWrite(true);

    /// <summary>Waits until it rings.</summary>
    public async Task RungAsync(CancellationToken cancel) => await rung.Reader.ReadAsync(cancel);
}

/// <summary>For the daily round (<see cref="DailyWork"/>).</summary>
public sealed class DailyBell : Bell;
