using System.Diagnostics;

namespace SchoolPortal.Benchmarks;

internal static class Median
{
    /// <summary>Milliseconds of the middle run of several, after some that warm up.</summary>
    public static double Of(Action act, int runs, int warm)
    {
        var times = new List<double>();
        for (var i = 0; i < warm + runs; i++)
        {
            var started = Stopwatch.GetTimestamp();
            act();
            if (i >= warm)
            {
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
        }

        return Of(times);
    }

    public static double Of(List<double> times)
    {
        times.Sort();
        return times[times.Count / 2];
    }
}
