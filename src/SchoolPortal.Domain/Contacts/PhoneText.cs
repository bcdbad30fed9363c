using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Domain.Contacts;

/// <summary>Phone numbers are kept as <c>+6441234567</c> and shown as New Zealanders dial them.</summary>
public static class PhoneText
{
    /// <summary><c>04 123 4567</c>, <c>021 123 456</c>, <c>0800 123 456</c>; a number of another country as it is kept.</summary>
    public static string Show(string kept) =>
        kept.StartsWith("+64", StringComparison.Ordinal) ? FactKinds.Grouped("0" + kept[3..]) : kept;
}
