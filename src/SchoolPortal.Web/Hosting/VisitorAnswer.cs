using System.IO.Compression;
using System.Security.Cryptography;

using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Net.Http.Headers;

namespace SchoolPortal.Web.Hosting;

/// <summary>An answer as visitors get it: plain and packed, with the mark by which a browser knows that it has it already.</summary>
internal sealed class VisitorAnswer
{
    private const int WorthPacking = 1_000;

    private readonly byte[] plain;
    private readonly byte[]? brotli;
    private readonly byte[]? gzip;
    private readonly string? contentType;
    private readonly string? disposition;
    private readonly EntityTagHeaderValue tag;
    private readonly DateTimeOffset changedAt;

    private VisitorAnswer(HttpResponse made, byte[] plain, EntityTagHeaderValue tag, DateTime madeAt, DateTimeOffset changedAt)
    {
        this.plain = plain;
        this.tag = tag;
        this.changedAt = changedAt;
        MadeAt = madeAt;
        contentType = made.ContentType;
        disposition = made.Headers.ContentDisposition;
        if (plain.Length >= WorthPacking && IsText(contentType))
        {
            brotli = Packed(packed => new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true));
            gzip = Packed(packed => new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true));
        }
    }

    /// <summary>When the page was last made, UTC.</summary>
    public DateTime MadeAt { get; }

    /// <summary>Bytes it takes in memory.</summary>
    public long Size => plain.Length + (brotli?.Length ?? 0) + (gzip?.Length ?? 0);

    /// <summary>Keeps an answer; one of the same bytes keeps the time of the one before.</summary>
    public static VisitorAnswer Of(HttpResponse made, byte[] plain, DateTime now, VisitorAnswer? before)
    {
        // Weak: packed and plain bytes are the same page.
        var mark = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(plain).AsSpan(0, 12))}\"", isWeak: true);
        var second = new DateTimeOffset(now.Ticks - (now.Ticks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
        return new VisitorAnswer(made, plain, mark, now, before?.tag.Equals(mark) == true ? before.changedAt : second);
    }

    /// <summary>Sends it, or says that nothing is new.</summary>
    public Task SendAsync(HttpContext http)
    {
        var (request, response) = (http.Request, http.Response);
        response.Headers.ETag = tag.ToString();
        response.Headers.LastModified = HeaderUtilities.FormatDate(changedAt);
        response.Headers.Vary = "Accept-Encoding, Cookie";
        var asked = request.GetTypedHeaders();
        if (HasIt(asked))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            response.ContentType = null;
            response.ContentLength = null;
            response.Headers.Remove(HeaderNames.ContentDisposition);
            return Task.CompletedTask;
        }

        var (bytes, encoding) = Best(asked);
        response.ContentType = contentType;
        response.ContentLength = bytes.Length;
        if (disposition is not null)
        {
            response.Headers.ContentDisposition = disposition;
        }

        if (encoding is not null)
        {
            response.Headers.ContentEncoding = encoding;
        }

        return HttpMethods.IsHead(request.Method) ? Task.CompletedTask : response.Body.WriteAsync(bytes, http.RequestAborted).AsTask();
    }

    private bool HasIt(RequestHeaders asked) => asked.IfNoneMatch is { Count: > 0 } tags
        ? tags.Any(one => one.Equals(EntityTagHeaderValue.Any) || one.Compare(tag, useStrongComparison: false))
        : asked.IfModifiedSince >= changedAt;

    private (byte[] Bytes, string? Encoding) Best(RequestHeaders asked)
    {
        bool Takes(string encoding) => asked.AcceptEncoding.Any(one => one.Value.Equals(encoding, StringComparison.OrdinalIgnoreCase) && one.Quality is not 0);
        return brotli is not null && Takes("br") ? (brotli, "br")
            : gzip is not null && Takes("gzip") ? (gzip, "gzip")
            : (plain, null);
    }

    private static bool IsText(string? type) =>
        type is not null && (type.StartsWith("text/", StringComparison.Ordinal) || type.Contains("xml;", StringComparison.Ordinal) || type.Contains("+xml", StringComparison.Ordinal) || type.Contains("json", StringComparison.Ordinal))
        && !type.Contains("openxml", StringComparison.Ordinal);

    private byte[] Packed(Func<Stream, Stream> packer)
    {
        using var packed = new MemoryStream();
        using (var into = packer(packed))
        {
            into.Write(plain);
        }

        return packed.ToArray();
    }
}
