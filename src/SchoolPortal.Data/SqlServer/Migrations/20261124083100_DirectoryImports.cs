using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SchoolPortal.Data.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class DirectoryImports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "DirectoryImports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FileName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    AsAt = table.Column<DateOnly>(type: "date", nullable: false),
                    BroughtBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    BroughtAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    SettledBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    SettledAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Listed = table.Column<int>(type: "int", nullable: false),
                    Added = table.Column<int>(type: "int", nullable: false),
                    Changed = table.Column<int>(type: "int", nullable: false),
                    Reopened = table.Column<int>(type: "int", nullable: false),
                    Gone = table.Column<int>(type: "int", nullable: false),
                    Unreadable = table.Column<int>(type: "int", nullable: false),
                    ManyGone = table.Column<bool>(type: "bit", nullable: false),
                    UnmatchedColumns = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    Token = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DirectoryImports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DirectoryImportRows",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    ImportId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Number = table.Column<int>(type: "int", nullable: true),
                    Name = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false),
                    Line = table.Column<int>(type: "int", nullable: true),
                    Column = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    Changes = table.Column<string>(type: "nvarchar(max)", maxLength: 20000, nullable: false),
                    Notes = table.Column<string>(type: "nvarchar(max)", maxLength: 20000, nullable: false),
                    Chosen = table.Column<bool>(type: "bit", nullable: false),
                    SplitArea = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: true),
                    DistrictId = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    VintageBefore = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: true),
                    AsAtBefore = table.Column<DateOnly>(type: "date", nullable: true),
                    ClosedBefore = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DirectoryImportRows", x => x.Id);
                    table.ForeignKey(
                        name: "FK_DirectoryImportRows_DirectoryImports_ImportId",
                        column: x => x.ImportId,
                        principalTable: "DirectoryImports",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DirectoryImportRows_Districts_DistrictId",
                        column: x => x.DistrictId,
                        principalTable: "Districts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_DirectoryImportRows_DistrictId",
                table: "DirectoryImportRows",
                column: "DistrictId");

            migrationBuilder.CreateIndex(
                name: "IX_DirectoryImportRows_ImportId_Kind_Number",
                table: "DirectoryImportRows",
                columns: new[] { "ImportId", "Kind", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_DirectoryImports_BroughtAt",
                table: "DirectoryImports",
                column: "BroughtAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DirectoryImportRows");

            migrationBuilder.DropTable(
                name: "DirectoryImports");
        }
    }
}
