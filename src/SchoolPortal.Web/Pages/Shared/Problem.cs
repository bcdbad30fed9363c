namespace SchoolPortal.Web.Pages.Shared;

/// <summary>What an error page says, shown by <c>_ProblemPage</c>. Nothing here tells of the program's inner workings.</summary>
/// <param name="Heading">The page's heading, such as "Page not found".</param>
/// <param name="WhatHappened">One or two sentences on what happened.</param>
/// <param name="WhatToDo">What the person can do next, a sentence each.</param>
/// <param name="Reference">The number that finds this in the log, or null where nothing went wrong on our side.</param>
/// <param name="OffersSearch">Whether to search is the likeliest way on.</param>
public sealed record Problem(string Heading, string WhatHappened, IReadOnlyList<string> WhatToDo, string? Reference = null, bool OffersSearch = false);
