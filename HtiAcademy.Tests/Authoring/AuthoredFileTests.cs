using HtiAcademy.Domain.Authoring;

namespace HtiAcademy.Tests.Authoring;

public sealed class AuthoredFileTests
{
    [Theory]
    [InlineData("courses/foundations/course.md", AuthoredKind.Base, "courses/foundations", null, null)]
    [InlineData("courses/foundations/10-first/module.md", AuthoredKind.Base, "courses/foundations/10-first", null, null)]
    [InlineData("courses/foundations/10-first/module.es.md", AuthoredKind.Translation, "courses/foundations/10-first", "es", null)]
    [InlineData("courses/foundations/10-first/module.en-UG.md", AuthoredKind.Overlay, "courses/foundations/10-first", "en", "UG")]
    [InlineData("courses/foundations/course.en-UG.md", AuthoredKind.Overlay, "courses/foundations", "en", "UG")]
    [InlineData("courses/foundations/10-first/questions.gift", AuthoredKind.Questions, "courses/foundations/10-first", null, null)]
    [InlineData("courses/foundations/10-first/questions.en-UG.gift", AuthoredKind.Questions, "courses/foundations/10-first", "en", "UG")]
    [InlineData("countries/UG.yml", AuthoredKind.Facts, "countries", null, "UG")]
    public void A_path_says_what_a_file_is_and_whose(string path, AuthoredKind kind, string folder, string? language, string? country)
    {
        var file = AuthoredFile.Parse(path)!;

        (file.Kind, file.Folder, file.Language, file.Country).Should().Be((kind, folder, language, country));
        file.CourseFolder.Should().Be(kind == AuthoredKind.Facts ? null : "courses/foundations");
        file.Name.Should().Be(path.Split('/')[^1]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("courses/foundations/design.md")]
    [InlineData("courses/foundations/questions.gift")]
    [InlineData("courses/foundations/10-first/images/map.png")]
    [InlineData("courses/foundations/../module.md")]
    [InlineData("courses/../countries/UG.yml")]
    [InlineData("/courses/foundations/course.md")]
    [InlineData("courses//course.md")]
    [InlineData("courses/foundations/10-first/module.en-ug.md")]
    [InlineData("countries/ug.yml")]
    [InlineData("countries/UGA.yml")]
    [InlineData("countries/UG.yml/module.md")]
    public void What_is_not_written_in_the_browser_is_no_file(string path) => AuthoredFile.Parse(path).Should().BeNull();
}
