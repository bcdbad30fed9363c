using System.ComponentModel.DataAnnotations;
using System.Reflection;
using static SchoolPortal.Domain.Schools.SchoolFactGroup;

namespace SchoolPortal.Domain.Schools;

public abstract partial class SchoolFact
{
    /// <summary>Every fact, in the order in which a school's page shows them, under the one whose word on it leads.</summary>
    public static IReadOnlyList<SchoolFact> All { get; } =
    [
        .. OwnedBy(FactOwner.Ministry,
        [
            Text(nameof(SchoolFacts.Name), "Name", SchoolFactGroup.School, "Name", "Org_Name", "School Name"),
            Listed(nameof(SchoolFacts.Listed), "Listed as", SchoolFactGroup.School, "Status"),
            Of(nameof(SchoolFacts.ProposedOpening), "Proposed opening", SchoolFactGroup.School, FactKinds.Date),
            Of(nameof(SchoolFacts.DateOpened), "Opened", SchoolFactGroup.School, FactKinds.Date, "DateSchoolOpened", "Date opened"),
            Of(nameof(SchoolFacts.Type), "Type", SchoolFactGroup.School, FactKinds.In(SchoolCategories.Types), "School Type", "Org_Type"),
            Of(nameof(SchoolFacts.Authority), "Authority", SchoolFactGroup.School, FactKinds.In(SchoolCategories.Authorities), "Authority"),
            Text(nameof(SchoolFacts.Definition), "Definition", SchoolFactGroup.School, FactKinds.Definition, "Definition"),
            Of(nameof(SchoolFacts.CoEducation), "Students", SchoolFactGroup.School, FactKinds.In(SchoolCategories.CoEducations), "Gender of Students", "CoEd_Status"),
            Text(nameof(SchoolFacts.LanguageOfInstruction), "Language of instruction", SchoolFactGroup.School, "Language_of_Instruction"),
            Of(nameof(SchoolFacts.Boarding), "Boarding", SchoolFactGroup.School, FactKinds.YesNo, "BoardingFacilities"),
            Of(nameof(SchoolFacts.EnrolmentScheme), "Enrolment scheme", SchoolFactGroup.School, FactKinds.YesNo, "Enrolment_Scheme"),
            Of(nameof(SchoolFacts.CohortEntry), "Cohort entry", SchoolFactGroup.School, FactKinds.YesNo, "CohortEntry"),
            Of(nameof(SchoolFacts.Donations), "Donations", SchoolFactGroup.School, FactKinds.In(SchoolCategories.Donations), "School_Donations", "Donations"),
            Text(nameof(SchoolFacts.ColName), "Kāhui Ako", SchoolFactGroup.School, "Col_Name", "Community of Learning Name"),
            Text(nameof(SchoolFacts.ColId), "Kāhui Ako number", SchoolFactGroup.School, "Col_Id", "Community of Learning ID"),
            Text(nameof(SchoolFacts.KmePeakBody), "Kaupapa Māori peak body", SchoolFactGroup.School, "KMEPeakBody"),
        ]),
        .. OwnedBy(FactOwner.School,
        [
            Text(nameof(SchoolFacts.PrincipalName), "Principal", Contact, "Principal", "Contact1_Name"),
            Text(nameof(SchoolFacts.Telephone), "Telephone", Contact, FactKinds.Telephone, "Telephone", "Phone"),
            Text(nameof(SchoolFacts.Fax), "Fax", Contact, FactKinds.Telephone, "Fax"),
            Text(nameof(SchoolFacts.Email), "Office email", Contact, FactKinds.Email, "Email"),
            Text(nameof(SchoolFacts.Website), "Website", Contact, FactKinds.Website, "School website", "URL", "Website"),

            Text(nameof(SchoolFacts.Street), "Street", Address, "Street", "Add1_Line1"),
            Text(nameof(SchoolFacts.Suburb), "Suburb", Address, "Suburb", "Add1_Suburb"),
            Text(nameof(SchoolFacts.City), "Town or city", Address, "City", "Add1_City", "Town / City"),
            Text(nameof(SchoolFacts.PostalLine), "Postal address", Address, FactKinds.PostalLine, "Postal Address 1", "Add2_Line1", "Postal Address"),
            Text(nameof(SchoolFacts.PostalSuburb), "Postal suburb or rural delivery", Address, "Postal Address 2", "Add2_Suburb", "Postal Address Suburb"),
            Text(nameof(SchoolFacts.PostalCity), "Postal town or city", Address, "Postal Address 3", "Add2_City", "Postal Address City"),
            Text(nameof(SchoolFacts.Postcode), "Postcode", Address, FactKinds.Postcode, "Postal Code", "Add2_Postal_Code", "Postcode"),
        ]),
        .. OwnedBy(FactOwner.Police,
        [
            Of(nameof(SchoolFacts.Latitude), "Latitude", Address, FactKinds.Latitude, "Latitude"),
            Of(nameof(SchoolFacts.Longitude), "Longitude", Address, FactKinds.Longitude, "Longitude"),
        ]),
        .. OwnedBy(FactOwner.Ministry,
        [
            Text(nameof(SchoolFacts.TerritorialAuthority), "Territorial authority or local board", Place,
                "Territorial Authority with Auckland Local Board", "Territorial_Authority"),
            Text(nameof(SchoolFacts.RegionalCouncil), "Region", Place, FactKinds.Region, "Regional_Council"),
            Text(nameof(SchoolFacts.Ward), "Ward", Place, "Ward"),
            Text(nameof(SchoolFacts.EducationRegion), "Education region", Place, "Education_Region"),
            Text(nameof(SchoolFacts.LocalOffice), "Ministry office", Place, FactKinds.LocalOffice, "Ministry of Education Local Office", "Local_Office_Name"),
            Text(nameof(SchoolFacts.Takiwa), "Takiwā", Place, "Takiwā"),
            Text(nameof(SchoolFacts.GeneralElectorate), "General electorate", Place, "General_Electorate"),
            Text(nameof(SchoolFacts.MaoriElectorate), "Māori electorate", Place, "Māori_Electorate"),
            Text(nameof(SchoolFacts.AreaUnit), "Census area unit", Place, "Census Area Unit", "Area_Unit"),
            Text(nameof(SchoolFacts.Sa2Name), "Statistical area 2", Place, "Statistical_Area_2_Description"),
            Text(nameof(SchoolFacts.Sa2Code), "Statistical area 2 code", Place, "Statistical_Area_2_Code"),
            Text(nameof(SchoolFacts.UrbanRural), "Urban or rural", Place, "Urban Area", "Urban_Rural_Indicator"),
            Of(nameof(SchoolFacts.IsolationIndex), "Isolation index", Place, FactKinds.IsolationIndex, "Isolation_Index"),

            Of(nameof(SchoolFacts.RollTotal), "Total roll", Roll, FactKinds.Roll, "Total School Roll", "Total"),
            Of(nameof(SchoolFacts.RollDate), "Roll as at", Roll, FactKinds.Date, "Roll_Date"),
            Of(nameof(SchoolFacts.RollMaori), "Māori", Roll, FactKinds.Roll, "Māori"),
            Of(nameof(SchoolFacts.RollPacific), "Pacific", Roll, FactKinds.Roll, "Pacific", "Pasifika"),
            Of(nameof(SchoolFacts.RollAsian), "Asian", Roll, FactKinds.Roll, "Asian"),
            Of(nameof(SchoolFacts.RollMelaa), "Middle Eastern, Latin American and African", Roll, FactKinds.Roll, "MELAA"),
            Of(nameof(SchoolFacts.RollEuropean), "European / Pākehā", Roll, FactKinds.Roll, "European", "European / Pākehā"),
            Of(nameof(SchoolFacts.RollOther), "Other ethnic groups", Roll, FactKinds.Roll, "Other"),
            Of(nameof(SchoolFacts.RollInternational), "International students", Roll, FactKinds.Roll, "International", "International Students"),
            Of(nameof(SchoolFacts.Decile), "Decile", Roll, FactKinds.Decile, "Decile"),
            Of(nameof(SchoolFacts.Eqi), "Equity index (EQI)", Roll, FactKinds.Eqi, "EQi_Index", "EQI"),
        ]),
    ];

    private static SchoolFact[] OwnedBy(FactOwner owner, SchoolFact[] facts)
    {
        foreach (var fact in facts)
        {
            fact.Owner = owner;
        }

        return facts;
    }

    private static Dictionary<string, SchoolFact> ByKey { get; } = All.ToDictionary(fact => fact.Key, StringComparer.Ordinal);

    private static SchoolFact<string?> Text(string property, string label, SchoolFactGroup group, params string[] headings) =>
        Text(property, label, group, FactKinds.PlainText, headings);

    private static SchoolFact<string?> Text(
        string property, string label, SchoolFactGroup group, Func<string, CellReading<string?>> read, params string[] headings)
    {
        var most = Property(property).GetCustomAttribute<MaxLengthAttribute>()!.Length;
        return Of(property, label, group, FactKinds.Text(read, most), headings);
    }

    private static SchoolFact<DirectoryStatus> Listed(string property, string label, SchoolFactGroup group, params string[] headings) =>
        Of(property, label, group, FactKinds.Listed, headings);

    private static SchoolFact<T> Of<T>(string property, string label, SchoolFactGroup group, FactKind<T> kind, params string[] headings) =>
        new(Property(property), label, group, kind, headings);

    private static PropertyInfo Property(string name) => typeof(SchoolFacts).GetProperty(name)!;
}
