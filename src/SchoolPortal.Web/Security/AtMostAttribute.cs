using Microsoft.AspNetCore.Http.Metadata;

namespace SchoolPortal.Web.Security;

/// <summary>
/// The largest request a page takes, where that is more than <see cref="RequestGate.OrdinaryBytes"/>. The server stops reading
/// there; <see cref="RequestGate"/> answers 413 as soon as a request says that it is larger.
/// </summary>
/// <param name="bytes">A little above the size that the page states for a file.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class AtMostAttribute(long bytes) : Attribute, IRequestSizeLimitMetadata
{
    public long Bytes => bytes;

    long? IRequestSizeLimitMetadata.MaxRequestBodySize => bytes;
}
