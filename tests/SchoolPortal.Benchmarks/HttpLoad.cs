using System.Buffers.Text;
using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace SchoolPortal.Benchmarks;

/// <summary>What a load of one address came to.</summary>
/// <param name="PerSecond">Answers a second.</param>
/// <param name="P50">Median time of an answer, milliseconds.</param>
/// <param name="P99">99 of 100 were at least this fast, milliseconds.</param>
/// <param name="CpuMs">Milliseconds of processor time of the server for one answer.</param>
internal sealed record Load(double PerSecond, double P50, double P99, double CpuMs);

/// <summary>Asks one address again and again over connections that stay open. Bare sockets, so that the client costs little.</summary>
internal static class HttpLoad
{
    /// <summary>Until the runtime has compiled what is asked for often; after one second it is still half interpreted.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(6);

    public static async Task<Load> RunAsync(Process server, Uri address, string? cookie, int connections, TimeSpan length)
    {
        await AskAsync(address, cookie, connections, WarmUp);
        server.Refresh();
        var cpu = server.TotalProcessorTime;
        var started = Stopwatch.GetTimestamp();
        var times = await AskAsync(address, cookie, connections, length);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        server.Refresh();
        var spent = (server.TotalProcessorTime - cpu).TotalMilliseconds;
        times.Sort();
        return new Load(times.Count / seconds, times[times.Count / 2], times[(int)(times.Count * 0.99)], spent / times.Count);
    }

    private static async Task<List<double>> AskAsync(Uri address, string? cookie, int connections, TimeSpan length)
    {
        var request = Encoding.ASCII.GetBytes(
            $"GET {address.PathAndQuery} HTTP/1.1\r\nHost: {address.Authority}\r\nAccept: text/html\r\n{(cookie is null ? "" : $"Cookie: {cookie}\r\n")}\r\n");
        var started = Stopwatch.GetTimestamp();
        var all = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => OneAsync(address, request, started, length)));
        return [.. all.SelectMany(t => t)];
    }

    private static async Task<List<double>> OneAsync(Uri address, byte[] request, long started, TimeSpan length)
    {
        using var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(address.Host, address.Port);
        var stream = client.GetStream();
        var buffer = new byte[256 * 1024];
        var times = new List<double>();
        while (Stopwatch.GetElapsedTime(started) < length)
        {
            var asked = Stopwatch.GetTimestamp();
            await stream.WriteAsync(request);
            await ReadAnswerAsync(stream, buffer);
            times.Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
        }

        return times;
    }

    private static async Task ReadAnswerAsync(NetworkStream stream, byte[] buffer)
    {
        var read = 0;
        do
        {
            var got = await stream.ReadAsync(buffer.AsMemory(read));
            if (got == 0)
            {
                throw new InvalidOperationException("The server closed the connection.");
            }

            read += got;
        }
        while (!IsWhole(buffer.AsSpan(0, read)));
        if (!buffer.AsSpan(0, read).StartsWith("HTTP/1.1 200"u8))
        {
            throw new InvalidOperationException("The server did not answer 200: " + Encoding.UTF8.GetString(buffer, 0, Math.Min(read, 300)));
        }
    }

    /// <summary>A page as it is drawn comes in chunks and ends with an empty one; what is kept says its length.</summary>
    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf("\r\n\r\n"u8);
        if (head < 0)
        {
            return false;
        }

        var name = "\r\nContent-Length: "u8;
        var told = answer[..head].IndexOf(name);
        return told < 0
            ? answer.EndsWith("0\r\n\r\n"u8)
            : Utf8Parser.TryParse(answer[(told + name.Length)..], out int bytes, out _) && answer.Length >= head + "\r\n\r\n"u8.Length + bytes;
    }
}
