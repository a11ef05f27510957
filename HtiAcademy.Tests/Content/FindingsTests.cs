using System.Reflection;
using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Questions.Gift;

namespace HtiAcademy.Tests.Content;

public class FindingsTests
{
    private const string Course = SampleContent.CoursePath;
    private const string Module = SampleContent.ModulePath;
    private const string Overlay = "courses/basics/10-first/module.en-UG.md";
    private const string Spanish = "courses/basics/10-first/module.es.md";
    private const string SpanishHead = "---\ntitle: Lo primero\nobjectives: [distinguir]\n---\n";
    private const string Bank = SampleContent.BankPath;
    private const string Uganda = "countries/UG.yml";

    private static readonly Dictionary<string, (string Code, string Place, Func<SampleContent, SampleContent> Change)> Mistakes = new(StringComparer.Ordinal)
    {
        ["a file over a million bytes"] = (FindingCodes.FileTooLarge, $"{Overlay}:1", folder => folder.With(Overlay, new byte[1_000_001])),
        ["an image over a million bytes"] = (FindingCodes.FileTooLarge, "courses/basics/10-first/images/x.png:1", folder => folder.With("courses/basics/10-first/images/x.png", new byte[1_000_001])),
        ["a byte that is no UTF-8"] = (FindingCodes.InvalidUtf8, $"{Overlay}:2", folder => folder.With(Overlay, [0x0A, 0xC3, 0x28])),
        ["no course.md"] = (FindingCodes.MissingFile, $"{Course}:1", folder => folder.Without(Course)),
        ["no module.md"] = (FindingCodes.MissingFile, $"{Module}:1", folder => folder.Without(Module)),
        ["no questions.gift"] = (FindingCodes.MissingFile, $"{Bank}:1", folder => folder.Without(Bank)),
        ["a misspelt file name"] = (FindingCodes.UnexpectedFile, "courses/basics/10-first/modul.md:1", folder => folder.With("courses/basics/10-first/modul.md", "")),
        ["a misspelt locale"] = (FindingCodes.UnexpectedFile, "courses/basics/10-first/module.en_UG.md:1", folder => folder.With("courses/basics/10-first/module.en_UG.md", "")),
        ["a file in a folder without number"] = (FindingCodes.UnexpectedFile, "courses/basics/second/module.md:1", folder => folder.With("courses/basics/second/module.md", "")),
        ["a translation into the course's language"] = (FindingCodes.UnexpectedFile, "courses/basics/10-first/module.en.md:1", folder => folder.WithModule("en", SpanishHead)),
        ["another file among the countries"] = (FindingCodes.UnexpectedFile, "countries/UG.txt:1", folder => folder.With("countries/UG.txt", "")),
        ["broken YAML"] = (FindingCodes.YamlSyntax, $"{Course}:4", folder => folder.Replace(Course, "summary: Where", "summary: [Where")),
        ["the same key twice"] = (FindingCodes.YamlSyntax, $"{Module}:4", folder => folder.Replace(Module, "minutes: 10", "title: Again\nminutes: 10")),
        ["YAML nested too deep"] = (FindingCodes.YamlSyntax, $"{Module}:4", folder => folder.Replace(Module, "minutes: 10", "minutes: " + new string('[', 900_000))),
        ["an anchor"] = (FindingCodes.YamlAlias, $"{Uganda}:3", folder => folder.Replace(Uganda, "languages: [en]", "languages: &all [en]")),
        ["no front matter"] = (FindingCodes.FrontMatterMissing, $"{Module}:1", folder => folder.With(Module, "Text.")),
        ["front matter without its end"] = (FindingCodes.FrontMatterMissing, $"{Module}:1", folder => folder.With(Module, "---\nid: first\n")),
        ["an unknown key"] = (FindingCodes.UnknownKey, $"{Module}:4", folder => folder.Replace(Module, "minutes:", "minuts:")),
        ["a key of the base in an overlay"] = (FindingCodes.UnknownKey, $"{Overlay}:2", folder => folder.With(Overlay, "---\ntitle: Mine\n---\n")),
        ["a missing key"] = (FindingCodes.MissingKey, $"{Module}:2", folder => folder.Replace(Module, "draw: 2\n", "")),
        ["a translation without objectives"] = (FindingCodes.MissingKey, $"{Spanish}:2", folder => folder.With(Spanish, "---\ntitle: Lo primero\n---\n## O {#offence}\n## V {#victim}")),
        ["a pass mark above 100"] = (FindingCodes.BadValue, $"{Course}:9", folder => folder.Replace(Course, "pass: 80", "pass: 180")),
        ["a wait of some time"] = (FindingCodes.BadValue, $"{Course}:11", folder => folder.Replace(Course, "wait: 12h", "wait: a while")),
        ["validity in hours"] = (FindingCodes.BadValue, $"{Course}:12", folder => folder.Replace(Course, "24 months", "24h")),
        ["hours in words"] = (FindingCodes.BadValue, $"{Course}:8", folder => folder.Replace(Course, "hours: 1.5", "hours: two")),
        ["an id with capitals"] = (FindingCodes.BadValue, $"{Module}:2", folder => folder.Replace(Module, "id: first", "id: First Things")),
        ["a module with the id of the final"] = (FindingCodes.BadValue, $"{Module}:2", folder => folder.Replace(Module, "id: first", "id: final")),
        ["a practice that asks what the bank asks"] = (FindingCodes.PracticeAsksBank, $"{Module}:10", folder => folder.WithModule("## V {#victim}\n::: practice\nIs a border needed? {F}\n:::\n")),
        ["a module with the id of the welcome text"] = (FindingCodes.BadValue, $"{Module}:2", folder => folder.Replace(Module, "id: first", "id: course")),
        ["a module with the id of the field guide"] = (FindingCodes.BadValue, $"{Module}:2", folder => folder.Replace(Module, "id: first", "id: field-guide")),
        ["a word in place of a list"] = (FindingCodes.BadValue, $"{Module}:5", folder => folder.Replace(Module, "[tell one thing from another]", "tell")),
        ["a text in place of a mapping"] = (FindingCodes.BadValue, $"{Course}:13", folder => folder.Replace(Course, "{ draw: 2, minutes: 30 }", "20")),
        ["an empty title"] = (FindingCodes.BadValue, $"{Module}:3", folder => folder.Replace(Module, "title: First things", "title:")),
        ["a course for no country"] = (FindingCodes.BadValue, $"{Course}:6", folder => folder.Replace(Course, "[UG, GT]", "[]")),
        ["a country file of another name"] = (FindingCodes.BadValue, $"{Uganda}:1", folder => folder.Replace(Uganda, "code: UG", "code: KE")),
        ["an invented time zone"] = (FindingCodes.BadValue, $"{Uganda}:4", folder => folder.Replace(Uganda, "Africa/Kampala", "Africa/Jinja")),
        ["a holiday on no day"] = (FindingCodes.BadValue, $"{Uganda}:8", folder => folder.Replace(Uganda, "facts:", "holidays:\n  - 02-29\n  - 2027-02-29\nfacts:")),
        ["one holiday in place of a list"] = (FindingCodes.BadValue, $"{Uganda}:6", folder => folder.Replace(Uganda, "facts:", "holidays: 01-31\nfacts:")),
        ["a fact without a mapping"] = (FindingCodes.BadValue, $"{Uganda}:9", folder => folder.Replace(Uganda, "hotline: { value: 116, source: https://example.org/line, checked: 2026-11-22 }", "hotline: 116")),
        ["a fact with another status"] = (FindingCodes.BadValue, $"{Uganda}:10", folder => folder.Replace(Uganda, "unverified", "unsure")),
        ["a fact checked on no date"] = (FindingCodes.BadValue, $"{Uganda}:9", folder => folder.Replace(Uganda, "source: https://example.org/line, checked: 2026-11-22", "source: x, checked: yesterday")),
        ["a fact without the country's language"] = (FindingCodes.BadValue, "countries/GT.yml:9", folder => folder.Replace("countries/GT.yml", "{ es: Código Penal, en: Penal Code }", "{ en: Penal Code }")),
        ["two modules of one id"] = (FindingCodes.DuplicateId, "courses/basics/20-second/module.md:2", folder => folder.With("courses/basics/20-second/module.md", Text(folder, Module)).With("courses/basics/20-second/questions.gift", Text(folder, Bank))),

        ["a byte order mark"] = (FindingCodes.ByteOrderMark, $"{Bank}:1", folder => folder.With(Bank, "\uFEFF" + Text(folder, Bank))),
        ["line ends of Windows"] = (FindingCodes.CarriageReturn, $"{Module}:9", folder => folder.WithModule("Text.\nText.\r\nText.\r\n")),
        ["line ends of old Macs"] = (FindingCodes.CarriageReturn, $"{Uganda}:1", folder => folder.With(Uganda, Text(folder, Uganda).Replace('\n', '\r'))),
        ["a tab in Markdown"] = (FindingCodes.TabOrControl, $"{Module}:9", folder => folder.WithModule("Text.\n-\titem")),
        ["a tab behind a carriage return"] = (FindingCodes.TabOrControl, $"{Overlay}:4", folder => folder.With(Overlay, "\r\r\n\n\t")),
        ["a tab in a question"] = (FindingCodes.TabOrControl, $"{Bank}:2", folder => folder.Replace(Bank, "{F}\n", "{F}\n\t")),
        ["a tab in YAML"] = (FindingCodes.TabOrControl, $"{Uganda}:4", folder => folder.Replace(Uganda, "zone: ", "zone:\t")),
        ["a tab for indentation in YAML"] = (FindingCodes.TabOrControl, $"{Uganda}:7", folder => folder.Replace(Uganda, "  act:", "\tact:")),
        ["a NUL in Markdown"] = (FindingCodes.TabOrControl, $"{Module}:8", folder => folder.WithModule("Text\0.")),
        ["a control character in YAML"] = (FindingCodes.BadValue, $"{Uganda}:9", folder => folder.Replace(Uganda, "value: 116", "value: 11\u0007")),
        ["an escaped NUL in YAML"] = (FindingCodes.BadValue, $"{Uganda}:9", folder => folder.Replace(Uganda, "value: 116", "value: \"1\\016\"")),
        ["an escaped control character in a list"] = (FindingCodes.BadValue, $"{Module}:5", folder => folder.Replace(Module, "[tell one thing from another]", "[\"tell\\b\"]")),
        ["half a surrogate pair in YAML"] = (FindingCodes.YamlSyntax, $"{Uganda}:9", folder => folder.Replace(Uganda, "value: 116", "value: \"\\uD800\"")),
        ["an escape beyond Unicode"] = (FindingCodes.YamlSyntax, $"{Uganda}:9", folder => folder.Replace(Uganda, "value: 116", "value: \"\\UFFFFFFFF\"")),
        ["a billion laughs"] = (FindingCodes.YamlAlias, $"{Uganda}:7", folder => folder.Replace(Uganda, "facts:\n", "facts:\n  a: &a [x, x]\n  b: &b [*a, *a]\n  c: [*b, *b]\n")),
        ["a country file of ten million bytes"] = (FindingCodes.FileTooLarge, "countries/GT.yml:1", folder => folder.With("countries/GT.yml", new byte[10_000_000])),
        ["an empty course.md"] = (FindingCodes.FrontMatterMissing, $"{Course}:1", folder => folder.With(Course, "")),
        ["an empty module.md"] = (FindingCodes.FrontMatterMissing, $"{Module}:1", folder => folder.With(Module, "")),
        ["an empty country file"] = (FindingCodes.MissingKey, $"{Uganda}:1", folder => folder.With(Uganda, "")),
        ["an empty bank"] = (FindingCodes.DrawTooLarge, $"{Module}:6", folder => folder.With(Bank, "")),
        ["a file that is all extension"] = (FindingCodes.UnexpectedFile, "courses/basics/10-first/.md:1", folder => folder.With("courses/basics/10-first/.md", "Text.")),
        ["a country file that is all extension"] = (FindingCodes.BadValue, "countries/.yml:1", folder => folder.With("countries/.yml", "code: UG")),
        ["files that differ in capitals alone"] = (FindingCodes.NamesDifferInCase, "courses/basics/10-first/images/A.png:1", folder => folder.With("courses/basics/10-first/images/A.png", "x").With("courses/basics/10-first/images/a.png", "x")),
        ["countries that differ in capitals alone"] = (FindingCodes.NamesDifferInCase, $"{Uganda}:1", folder => folder.With("countries/Ug.yml", Text(folder, Uganda))),
        ["courses that differ in capitals alone"] = (FindingCodes.NamesDifferInCase, $"{Course}:1", folder => folder.With("courses/Basics/course.md", Text(folder, Course))),

        ["a misspelt fact"] = (FindingCodes.UnknownFact, $"{Module}:10", folder => folder.WithModule("Text.\n\n{{ act.shrt }}")),
        ["a fact that one country lacks"] = (FindingCodes.MissingFact, $"{Module}:8", folder => folder.Replace(Uganda, "hotline:", "phone:").WithModule("{{ hotline }}")),
        ["a block for a country without a file"] = (FindingCodes.UnknownCountry, $"{Module}:9", folder => folder.WithModule("Text.\n::: country UK\nText.\n:::")),
        ["a block for no country"] = (FindingCodes.UnknownCountry, $"{Module}:8", folder => folder.WithModule("::: country\nText.\n:::")),
        ["a course for a country without a file"] = (FindingCodes.UnknownCountry, $"{Course}:6", folder => folder.Replace(Course, "[UG, GT]", "[UG, GT, XX]")),
        ["an overlay for another country"] = (FindingCodes.UnknownCountry, "courses/basics/10-first/module.en-KE.md:1", folder => folder.WithModule("en-KE", "")),
        ["a block for an unknown audience"] = (FindingCodes.UnknownAudience, $"{Module}:8", folder => folder.WithModule("::: audience judge\nText.\n:::")),
        ["a course in an unknown language"] = (FindingCodes.UnknownLanguage, $"{Course}:5", folder => folder.Replace(Course, "language: en", "language: eng")),
        ["a translation into an unknown language"] = (FindingCodes.UnknownLanguage, "courses/basics/10-first/module.sw.md:1", folder => folder.WithModule("sw", SpanishHead)),
        ["an overlay section that replaces nothing"] = (FindingCodes.MatchesNothing, $"{Overlay}:3", folder => folder.With(Overlay, "## O {#offence}\n\n## X {#offense}")),
        ["an overlay section after nothing"] = (FindingCodes.MatchesNothing, $"{Overlay}:1", folder => folder.With(Overlay, "## X {#x after=nothing}")),
        ["overlay sections after each other"] = (FindingCodes.MatchesNothing, $"{Overlay}:1", folder => folder.With(Overlay, "## X {#x after=y}\n## Y {#y after=x}")),
        ["the removal of nothing"] = (FindingCodes.MatchesNothing, $"{Overlay}:2", folder => folder.With(Overlay, "---\nremove: [nothing]\n---\n")),
        ["overlay text outside a section"] = (FindingCodes.OutsideSection, $"{Overlay}:2", folder => folder.With(Overlay, "\nLost.\n\n## X {#offence}")),
        ["an overlay section without id"] = (FindingCodes.OutsideSection, $"{Overlay}:1", folder => folder.With(Overlay, "### X\n\nLost.")),
        ["a section never reviewed"] = (FindingCodes.StaleSection, $"{Overlay}:3", folder => folder.With(Overlay, "## X {#x after=offence}\n\n## V {#victim}")),
        ["a section reviewed long ago"] = (FindingCodes.StaleSection, $"{Overlay}:5", folder => folder.With(Overlay, "---\nreviewed: { victim: 00000000 }\n---\n\n## V {#victim}")),
        ["a translation without a section"] = (FindingCodes.MissingSection, $"{Spanish}:1", folder => folder.With(Spanish, SpanishHead + "## O {#offence}")),
        ["a translation with a section more"] = (FindingCodes.ExtraSection, $"{Spanish}:7", folder => folder.With(Spanish, SpanishHead + "## O {#offence}\n## V {#victim}\n## X {#x}")),
        ["a translation in another order"] = (FindingCodes.SectionOrder, $"{Spanish}:5", folder => folder.With(Spanish, SpanishHead + "## V {#victim}\n## O {#offence}")),
        ["a translation with a section inside another"] = (FindingCodes.SectionOrder, $"{Spanish}:6", folder => folder.With(Spanish, SpanishHead + "## O {#offence}\n### V {#victim}")),
        ["an overlay of no translation"] = (FindingCodes.MissingTranslation, "courses/basics/10-first/module.es-GT.md:1", folder => folder.WithModule("es-GT", "")),
        ["a bank for no translated bank"] = (FindingCodes.MissingTranslation, "courses/basics/10-first/questions.es-GT.gift:1", folder => folder.With("courses/basics/10-first/questions.es-GT.gift", "::x:: X {T}")),
        ["an overlay not translated"] = (FindingCodes.UntranslatedOverlay, "courses/basics/10-first/module.en-GT.md:1", folder => folder.With(Spanish, SpanishHead + "## O {#offence}\n## V {#victim}").WithModule("en-GT", "## V {#victim}")),
        ["a fact that is not closed"] = (FindingCodes.Leftover, $"{Module}:8", folder => folder.WithModule("{{ hotline }")),
        ["a fact in an address"] = (FindingCodes.Leftover, $"{Module}:8", folder => folder.WithModule("[call](tel:{{hotline}})")),
        ["a fact in a title"] = (FindingCodes.Leftover, $"{Module}:3", folder => folder.Replace(Module, "title: First things", "title: 'The {{ act.short }}'")),
        ["a fence inside a line"] = (FindingCodes.Leftover, $"{Module}:8", folder => folder.WithModule("Text ::: country UG")),
        ["a footnote lost with its section"] = (FindingCodes.Leftover, $"{Module}:8", folder => folder.WithModule("Text.[^1]\n\n## V {#victim}\n\n[^1]: Note.").With(Overlay, "## V {#victim}\n\nText.")),
        ["a draw larger than the bank"] = (FindingCodes.DrawTooLarge, $"{Module}:6", folder => folder.Replace(Module, "draw: 2", "draw: 3")),
        ["a final larger than the banks"] = (FindingCodes.DrawTooLarge, $"{Course}:13", folder => folder.Replace(Course, "draw: 2,", "draw: 3,")),
        ["a pre-test larger than the banks"] = (FindingCodes.DrawTooLarge, $"{Course}:13", folder => folder.Replace(Course, "final:", "pretest: { draw: 9 }\nfinal:")),
        ["a translated question of another name"] = (FindingCodes.QuestionMatchesNothing, "courses/basics/10-first/questions.es.gift:3", folder => folder.With("courses/basics/10-first/questions.es.gift", "::one:: Uno {T}\n\n::too:: Dos {T}\n\n::two:: Dos {T}")),
        ["an essay with other points in its translation"] = (FindingCodes.TranslatedPoints, "courses/basics/10-first/questions.es.gift:5", folder => WithEssay(folder, "Model.\n- [2] names it").With("courses/basics/10-first/questions.es.gift", "::one:: Uno {T}\n\n::two:: Dos {T}\n\n::story:: Cuente. {####Modelo.\n- [3] lo nombra\n}")),
        ["a question not translated"] = (FindingCodes.UntranslatedQuestion, "courses/basics/10-first/questions.es.gift:1", folder => folder.With("courses/basics/10-first/questions.es.gift", "::one:: Uno {T}")),
        ["a practice not translated"] = (FindingCodes.UntranslatedPractice, $"{Spanish}:6", folder => folder.WithModule("## O {#offence}\n\n## V {#victim}\n\n### Inside\n\n::: practice\nOne? {T}\n:::").With(Spanish, SpanishHead + "## O {#offence}\n## V {#victim}")),
        ["a practice above the sections not translated"] = (FindingCodes.UntranslatedPractice, $"{Spanish}:5", folder => folder.WithModule("::: practice\nOne? {T}\n\nTwo? {T}\n:::").With(Spanish, SpanishHead + "::: practice\n¿Uno? {T}\n:::")),

        ["an HTML block"] = (FindingCodes.RawHtml, $"{Module}:10", folder => folder.WithModule("Text.\n\n<div>x</div>")),
        ["HTML in a line"] = (FindingCodes.RawHtml, $"{Module}:9", folder => folder.WithModule("Text\nand <b>more</b>.")),
        ["HTML in a question's feedback"] = (FindingCodes.RawHtml, $"{Bank}:3", folder => folder.With(Bank, "::one:: One {T}\n\n::two:: Two {T#<b>no</b>#yes}")),
        ["a heading of the first level"] = (FindingCodes.TopHeading, $"{Module}:8", folder => folder.WithModule("# Title")),
        ["a heading jump"] = (FindingCodes.HeadingJump, $"{Module}:9", folder => folder.WithModule("## A {#a}\n#### B")),
        ["an overlay section of another level"] = (FindingCodes.HeadingJump, $"{Overlay}:1", folder => folder.With(Overlay, "### V {#victim}")),
        ["a section without id"] = (FindingCodes.SectionWithoutId, $"{Module}:8", folder => folder.WithModule("## A")),
        ["an id with capitals in a heading"] = (FindingCodes.BadHeadingId, $"{Module}:8", folder => folder.WithModule("## A {#Offence}")),
        ["attributes on a heading"] = (FindingCodes.BadHeadingId, $"{Module}:8", folder => folder.WithModule("## A {#a onclick=alert(1)}")),
        ["the reserved id"] = (FindingCodes.BadHeadingId, $"{Module}:8", folder => folder.WithModule("## A {#top}")),
        ["after= in a base text"] = (FindingCodes.BadHeadingId, $"{Module}:9", folder => folder.WithModule("## A {#a}\n## B {#b after=a}")),
        ["the same id twice"] = (FindingCodes.DuplicateHeadingId, $"{Module}:9", folder => folder.WithModule("## A {#a}\n## B {#a}")),
        ["an added section with a known id"] = (FindingCodes.DuplicateHeadingId, $"{Module}:12", folder => folder.With(Overlay, "## X {#victim after=offence}")),
        ["an image without alternative text"] = (FindingCodes.ImageWithoutAlternative, $"{Module}:8", folder => folder.WithModule("![](images/x.png)").With("courses/basics/10-first/images/x.png", "x")),
        ["an image without file"] = (FindingCodes.ImageMissing, $"{Module}:8", folder => folder.WithModule("![A chart](images/x.png)")),
        ["an image in a question"] = (FindingCodes.ImageMissing, $"{Bank}:1", folder => folder.With(Bank, "::one:: ![A chart](images/x.png) {T}\n\n::two:: Two {T}")),
        ["an image in another module's folder"] = (FindingCodes.ImageMissing, $"{Module}:8", folder => folder.WithModule("![A chart](../20-second/images/x.png)").With("courses/basics/20-second/images/x.png", "x")),
        ["an image by a way around"] = (FindingCodes.ImageMissing, $"{Module}:8", folder => folder.WithModule("![A chart](images/../images/x.png)").With("courses/basics/10-first/images/x.png", "x")),
        ["an image by its place on the disk"] = (FindingCodes.ImageExternal, $"{Module}:8", folder => folder.WithModule("![A chart](/etc/x.png)")),
        ["a link upwards"] = (FindingCodes.DeadLink, $"{Module}:8", folder => folder.WithModule("[x](../second)")),
        ["a link to a file on the disk"] = (FindingCodes.RefusedLink, $"{Module}:8", folder => folder.WithModule("[x](file:///etc/passwd)")),
        ["a link to a disk of Windows"] = (FindingCodes.RefusedLink, $"{Module}:8", folder => folder.WithModule("[x](C:/x)")),
        ["an external image"] = (FindingCodes.ImageExternal, $"{Module}:8", folder => folder.WithModule("![A chart](https://example.org/x.png)")),
        ["a link to no section"] = (FindingCodes.DeadLink, $"{Module}:10", folder => folder.WithModule("## A {#a}\n\n[b](#b)")),
        ["a link to a section that an overlay removes"] = (FindingCodes.DeadLink, $"{Module}:8", folder => folder.WithModule("[v](#victim)\n\n## V {#victim}").With(Overlay, "---\nremove: [victim]\n---\n")),
        ["a link to no module"] = (FindingCodes.DeadLink, $"{Module}:8", folder => folder.WithModule("[b](second)")),
        ["a link to no section of a module"] = (FindingCodes.DeadLink, $"{Module}:8", folder => folder.WithModule("[b](first#b)")),
        ["a relative link in a question"] = (FindingCodes.DeadLink, $"{Bank}:1", folder => folder.With(Bank, "::one:: [a](first) {T}\n\n::two:: Two {T}")),
        ["an http: link"] = (FindingCodes.InsecureLink, $"{Module}:8", folder => folder.WithModule("[x](http://example.org)")),
        ["a javascript: link"] = (FindingCodes.RefusedLink, $"{Module}:8", folder => folder.WithModule("[x](javascript:alert)")),
        ["a javascript: autolink"] = (FindingCodes.RefusedLink, $"{Module}:8", folder => folder.WithModule("<javascript:alert>")),
        ["an unknown block"] = (FindingCodes.UnknownBlock, $"{Module}:8", folder => folder.WithModule("::: notice\nText.\n:::")),
        ["words behind a block's name"] = (FindingCodes.UnknownBlock, $"{Module}:8", folder => folder.WithModule("::: note Beware\nText.\n:::")),
        ["a block that is not closed"] = (FindingCodes.UnbalancedBlock, $"{Module}:8", folder => folder.WithModule("::: note\nText.")),
        ["a fence that closes nothing"] = (FindingCodes.UnbalancedBlock, $"{Module}:11", folder => folder.WithModule("::: note\nText.\n:::\n:::\n")),
        ["code that is not closed"] = (FindingCodes.UnbalancedBlock, $"{Module}:8", folder => folder.WithModule("```\nText.")),
        ["a country's block in a list"] = (FindingCodes.MisplacedBlock, $"{Module}:9", folder => folder.WithModule("- item\n  ::: country UG\n  Text.\n  :::")),
        ["a section in a block"] = (FindingCodes.MisplacedBlock, $"{Module}:9", folder => folder.WithModule("::: country UG\n## A {#a}\n:::")),
        ["a practice in a list"] = (FindingCodes.MisplacedBlock, $"{Module}:9", folder => folder.WithModule("- item\n  ::: practice\n  One? {T}\n  :::")),
        ["a practice in a box for a country"] = (FindingCodes.MisplacedBlock, $"{Module}:10", folder => folder.WithModule("::: country UG\n::: note\n::: practice\nOne? {T}\n:::\n:::\n:::")),
        ["a practice in a welcome"] = (FindingCodes.MisplacedBlock, $"{Course}:16", folder => folder.Replace(Course, "Welcome.", "::: practice\nOne? {T}\n:::")),
        ["a box in a practice"] = (FindingCodes.MisplacedBlock, $"{Module}:11", folder => folder.WithModule("::: practice\nOne? {T}\n\n::: note\nText.\n:::")),
        ["words behind a practice"] = (FindingCodes.UnknownBlock, $"{Module}:8", folder => folder.WithModule("::: practice now\nOne? {T}\n:::")),
        ["a practice that is not closed"] = (FindingCodes.UnbalancedBlock, $"{Module}:8", folder => folder.WithModule("::: practice\nOne? {T}\n\nText.")),
        ["a practice closed by too few colons"] = (FindingCodes.UnbalancedBlock, $"{Module}:10", folder => folder.WithModule(":::: practice\nOne? {T}\n:::")),
        ["a practice closed too far inside"] = (FindingCodes.UnbalancedBlock, $"{Module}:10", folder => folder.WithModule("::: practice\nOne? {T}\n    :::")),
        ["a practice without a question"] = (FindingCodes.UnanswerablePractice, $"{Module}:8", folder => folder.WithModule("::: practice\n// later\n:::")),
        ["a practice with a description alone"] = (FindingCodes.UnanswerablePractice, $"{Module}:8", folder => folder.WithModule("::: practice\nA case.\n:::")),
        ["an essay without criteria"] = (FindingCodes.EssayWithoutCriteria, $"{Bank}:3", folder => WithEssay(folder, "Model.")),
        ["an essay without a model answer"] = (FindingCodes.EssayWithoutModel, $"{Bank}:3", folder => WithEssay(folder, "- [2] names the act")),
        ["points that are no number"] = (FindingCodes.BadPoints, $"{Bank}:3", folder => WithEssay(folder, "Model.\n- [two] names the act\n- [2] names the means")),
        ["more criteria than twenty"] = (FindingCodes.TooManyCriteria, $"{Bank}:3", folder => WithEssay(folder, "Model.\n" + string.Join('\n', Enumerable.Repeat("- [2] names it", 21)))),
        ["a practice with an essay"] = (FindingCodes.UnanswerablePractice, $"{Module}:11", folder => folder.WithModule("::: practice\nOne? {T}\n\nDescribe. {}\n:::")),
        ["a practice in an overlay with an essay"] = (FindingCodes.UnanswerablePractice, $"{Overlay}:4", folder => folder.With(Overlay, "## V {#victim}\n\n::: practice\nDescribe. {}\n:::")),
        ["HTML in a practice's feedback"] = (FindingCodes.RawHtml, $"{Module}:11", folder => folder.WithModule("::: practice\nOne? {T}\n\nTwo? {T#<b>no</b>#yes}\n:::")),
        ["a relative link in a practice"] = (FindingCodes.DeadLink, $"{Module}:9", folder => folder.WithModule("::: practice\nOne [a](first)? {T}\n:::")),
        ["GIFT that cannot be read in a practice"] = (GiftCodes.NoRightAnswer, $"{Module}:13", folder => folder.WithModule("Text.\n\n::: practice\nOne? {T}\n\nTwo? {~a ~b}\n:::")),
        ["a practice with the same name twice"] = (GiftCodes.DuplicateName, $"{Module}:11", folder => folder.WithModule("::: practice\n::one:: One? {T}\n\n::one:: Two? {T}\n:::")),
        ["quotations too deep"] = (FindingCodes.TooDeep, $"{Module}:8", folder => folder.WithModule(new string('>', 5000) + " x")),
        ["emphasis too deep"] = (FindingCodes.TooDeep, $"{Module}:10", folder => folder.WithModule("Text.\n\n" + string.Concat(Enumerable.Repeat("*a _b ", 100)) + string.Concat(Enumerable.Repeat("c_ c* ", 100)))),
        ["texts too deep only together"] = (FindingCodes.TooDeep, $"{Overlay}:3", folder => folder.WithModule($"## O {{#offence}}\n\n{Brackets(2500)}\n\n## V {{#victim}}").With(Overlay, $"## V {{#victim}}\n\n{Brackets(2500)}")),
        ["brackets too deep"] = (FindingCodes.TooDeep, $"{Module}:8", folder => folder.WithModule(new string('[', 50_000))),
    };

    public static TheoryData<string> Names => new(Mistakes.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_mistake_is_found_where_it_stands(string mistake)
    {
        var (code, place, change) = Mistakes[mistake];

        var reading = change(new SampleContent()).Read();

        reading.Findings.Where(finding => finding.Code == code).Select(finding => $"{finding.Path}:{finding.Line}").Should().Contain(place);
        reading.Findings.Should().OnlyHaveUniqueItems();
        (reading.Course is null).Should().Be(reading.Findings.Any(finding => finding.Severity == Severity.Error));
    }

    [Fact]
    public void The_sample_has_no_findings()
    {
        new SampleContent().Read().Findings.Should().BeEmpty();
    }

    [Fact]
    public void Every_code_has_a_mistake_here()
    {
        string[] elsewhere = [FindingCodes.UnknownCourse, FindingCodes.ImportConflict, FindingCodes.SymbolicLink, FindingCodes.UnsafePath];
        Codes.Except(Mistakes.Values.Select(mistake => mistake.Code)).Should().BeEquivalentTo(elsewhere, "courses, versions and disks have tests of their own");
    }

    [Fact]
    public void No_two_codes_are_the_same()
    {
        Codes.Should().OnlyHaveUniqueItems().And.OnlyContain(code => code.StartsWith("HTI", StringComparison.Ordinal) && code.Length == 6);
    }

    [Fact]
    public void Mistakes_in_several_files_are_found_in_one_run()
    {
        var reading = new SampleContent()
            .Replace(Uganda, "Africa/Kampala", "Africa/Jinja")
            .Replace(Course, "id: basics", "id: Basics!")
            .WithModule("## A\n\n<b>")
            .With(Overlay, "## X {#x}")
            .With(Bank, "::one:: {T}")
            .Read();

        reading.Findings.Select(finding => finding.Path).Distinct().Should().BeEquivalentTo(Uganda, Course, Module, Overlay, Bank);
    }

    [Fact]
    public void Texts_are_checked_even_when_the_course_s_front_matter_cannot_be_read()
    {
        var reading = new SampleContent().With(Course, "Nothing.").WithModule("## A\n\n{{ act.shrt }}").Read();

        reading.Findings.Select(finding => finding.Code).Should().Contain([FindingCodes.FrontMatterMissing, FindingCodes.SectionWithoutId, FindingCodes.UnknownFact]);
    }

    [Theory]
    [InlineData("minuts: 10", "minutes")]
    [InlineData("titel: x", "title")]
    public void A_misspelt_key_is_told_what_it_may_mean(string line, string meant)
    {
        var reading = new SampleContent().Replace(Module, "minutes: 10", line).Read();

        reading.Findings.Should().Contain(finding => finding.Code == FindingCodes.UnknownKey && finding.Message.Contains($"Did you mean \"{meant}\"?", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_courses_of_one_id_and_a_required_course_that_is_missing_are_found_when_all_are_read()
    {
        var folder = new SampleContent();
        foreach (var document in folder.Documents.Where(document => document.Path.StartsWith("courses/", StringComparison.Ordinal)))
        {
            folder.With(document.Path.Replace("basics", "more", StringComparison.Ordinal), document.Bytes.ToArray());
        }

        folder.Replace("courses/more/course.md", "final:", "requires: [basic]\nfinal:");

        CourseReader.ReadAll(folder.Documents).SelectMany(reading => reading.Findings).Select(finding => $"{finding.Path}:{finding.Line} {finding.Code}").Should().Equal(
            $"courses/basics/course.md:2 {FindingCodes.DuplicateId}",
            $"courses/more/course.md:2 {FindingCodes.DuplicateId}",
            $"courses/more/course.md:13 {FindingCodes.UnknownCourse}");
    }

    [Fact]
    public void Names_that_differ_in_capitals_are_both_told()
    {
        var reading = new SampleContent().With("courses/basics/10-first/images/A.png", "x").With("courses/basics/10-first/images/a.png", "x").Read();

        reading.Findings.Should().HaveCount(2).And.OnlyContain(finding => finding.Message.Contains("images/A.png, courses/basics/10-first/images/a.png", StringComparison.Ordinal));
    }

    [Fact]
    public void What_editors_do_not_show_is_only_warned_of()
    {
        var reading = new SampleContent().Replace(Module, "---\n## The offence", "---\r\n\t\r\n## The offence").Read();

        reading.Course.Should().NotBeNull();
        reading.Findings.Select(finding => $"{finding.Code} {finding.Line} {finding.Severity}").Should().Equal("HTI115 7 Warning", "HTI116 8 Warning");
    }

    [Fact]
    public void A_translation_in_another_order_is_told_once()
    {
        var reading = new SampleContent().WithModule("## A {#a}\n## B {#b}\n## C {#c}\n").With(Spanish, SpanishHead + "## C {#c}\n## A {#a}\n## B {#b}\n").Read();

        reading.Findings.Where(finding => finding.Code == FindingCodes.SectionOrder).Should().ContainSingle()
            .Which.Message.Should().Be($"The section \"c\" stands where {Module} has \"a\"; put the sections in its order.");
    }

    internal static IEnumerable<string> Codes => typeof(FindingCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(code => (string)code.GetRawConstantValue()!);

    private static SampleContent WithEssay(SampleContent folder, string guide) =>
        folder.With(Bank, $"::one:: Is a border needed? {{F}}\n\n::story:: Describe. {{####{guide}\n}}\n\n::two:: Is an act needed? {{T}}\n");

    private static string Brackets(int count) => string.Concat(Enumerable.Repeat("[a] ", count));

    private static string Text(SampleContent folder, string path) =>
        System.Text.Encoding.UTF8.GetString(folder.Documents.Single(document => document.Path == path).Bytes.Span);
}
