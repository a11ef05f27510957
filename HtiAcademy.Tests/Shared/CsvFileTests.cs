using System.Text;
using System.Text.RegularExpressions;
using HtiAcademy.Web.Shared;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace HtiAcademy.Tests.Shared;

public sealed partial class CsvFileTests
{
    [Theory]
    [InlineData("=1+1")]
    [InlineData("+256 700")]
    [InlineData("-1+1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\tTab")]
    [InlineData("\rLine")]
    [InlineData("\nLine")]
    public void A_text_that_a_spreadsheet_would_run_is_kept_as_text(string text) => CsvCell.OfText(text).Text.Should().Be($"'{text}");

    [Fact]
    public void Numbers_stay_numbers_and_lines_are_filled_up()
    {
        var bytes = CsvFile.Write([["a", "b"], [CsvCell.OfNumber(-5)]]);

        bytes[..3].Should().Equal(0xEF, 0xBB, 0xBF);
        Encoding.UTF8.GetString(bytes[3..]).Should().Be("a,b\r\n-5,\r\n");
    }

    [Fact]
    public void Nothing_else_of_the_academy_writes_CSV() =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "HtiAcademy.Web"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/") && !file.Contains("/node_modules/") && Writer().IsMatch(File.ReadAllText(file)))
            .Select(Path.GetFileName).Should().Equal("CsvFile.cs");

    [Fact]
    public async Task Every_address_that_gives_CSV_is_known()
    {
        await using var app = new AcademyApp();
        app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(e => e.RoutePattern.RawText!.TrimStart('/')).Where(route => route.EndsWith(".csv", StringComparison.Ordinal))
            .Should().BeEquivalentTo("reports/{id:guid}.csv", "cohorts/{id:guid}/enrol/template.csv", "cohorts/{id:guid}/enrol/result.csv");
    }

    [GeneratedRegex(@"CsvWriter\b")]
    private static partial Regex Writer();
}
