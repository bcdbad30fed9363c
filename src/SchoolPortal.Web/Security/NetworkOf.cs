using System.Net;
using System.Net.Sockets;

namespace SchoolPortal.Web.Security;

/// <summary>
/// The network an address belongs to, as far as limits are concerned. One subscriber holds a whole /64 of version 6 and their
/// browser changes address within it at will.
/// </summary>
internal static class NetworkOf
{
    public static string Address(IPAddress? address)
    {
        if (address is null)
        {
            return "";
        }

        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4().ToString();
        }

        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? new IPNetwork(new IPAddress([.. address.GetAddressBytes()[..8], .. new byte[8]]), 64).ToString()
            : address.ToString();
    }
}
