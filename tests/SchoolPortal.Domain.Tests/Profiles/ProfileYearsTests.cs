using SchoolPortal.Domain.Profiles;
using SchoolPortal.Domain.Tests.Agreements;
using Xunit;

namespace SchoolPortal.Domain.Tests.Profiles;

public sealed class ProfileYearsTests
{
    [Fact]
    public void From_2026_to_2031_each_year_is_opened_from_the_first_of_december_until_it_is_due()
    {
        for (var day = new DateOnly(2026, 1, 1); day.Year < 2032; day = day.AddDays(1))
        {
            int? expected = day.Month == 12 ? day.Year + 1
                : day <= AgreementIn.Terms.ProfileDue(day.Year) ? day.Year
                : null;

            Assert.Equal(expected, ProfileYears.ToOpen(day, AgreementIn.Terms));
            Assert.Equal(day.Month == 12 ? day.Year + 1 : day.Year, ProfileYears.Newest(day));
        }
    }
}
