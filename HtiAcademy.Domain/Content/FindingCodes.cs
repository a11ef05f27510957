namespace HtiAcademy.Domain.Content;

/// <summary>
/// The stable codes of what the checks find in files, tailoring and Markdown; content/README.md gives cause and
/// cure of each. A code is never given a second meaning. Those of how a question
/// bank is written stand with the GIFT reader.
/// </summary>
public static class FindingCodes
{
    // Files and YAML
    public const string FileTooLarge = "HTI101";
    public const string InvalidUtf8 = "HTI102";
    public const string MissingFile = "HTI103";
    public const string UnexpectedFile = "HTI104";
    public const string YamlSyntax = "HTI105";
    public const string YamlAlias = "HTI106";
    public const string FrontMatterMissing = "HTI107";
    public const string UnknownKey = "HTI108";
    public const string MissingKey = "HTI109";
    public const string BadValue = "HTI110";
    public const string DuplicateId = "HTI111";
    public const string UnknownCourse = "HTI112";
    public const string ImportConflict = "HTI113";
    public const string ByteOrderMark = "HTI114";
    public const string CarriageReturn = "HTI115";
    public const string TabOrControl = "HTI116";
    public const string SymbolicLink = "HTI117";
    public const string NamesDifferInCase = "HTI118";
    public const string UnsafePath = "HTI119";

    // Tailoring
    public const string UnknownFact = "HTI201";
    public const string MissingFact = "HTI202";
    public const string UnknownCountry = "HTI203";
    public const string UnknownAudience = "HTI204";
    public const string UnknownLanguage = "HTI205";
    public const string MatchesNothing = "HTI206";
    public const string OutsideSection = "HTI207";
    public const string StaleSection = "HTI208";
    public const string MissingSection = "HTI209";
    public const string ExtraSection = "HTI210";
    public const string MissingTranslation = "HTI211";
    public const string UntranslatedOverlay = "HTI212";
    public const string Leftover = "HTI213";
    public const string DrawTooLarge = "HTI214";
    public const string QuestionMatchesNothing = "HTI215";
    public const string UntranslatedQuestion = "HTI216";
    public const string SectionOrder = "HTI217";
    public const string UntranslatedPractice = "HTI218";

    // Markdown
    public const string RawHtml = "HTI301";
    public const string TopHeading = "HTI302";
    public const string HeadingJump = "HTI303";
    public const string SectionWithoutId = "HTI304";
    public const string BadHeadingId = "HTI305";
    public const string DuplicateHeadingId = "HTI306";
    public const string ImageWithoutAlternative = "HTI307";
    public const string ImageMissing = "HTI308";
    public const string ImageExternal = "HTI309";
    public const string DeadLink = "HTI310";
    public const string InsecureLink = "HTI311";
    public const string RefusedLink = "HTI312";
    public const string UnknownBlock = "HTI313";
    public const string UnbalancedBlock = "HTI314";
    public const string MisplacedBlock = "HTI315";
    public const string TooDeep = "HTI316";
    public const string UnanswerablePractice = "HTI317";
    public const string PracticeAsksBank = "HTI318";

    // Essays in banks
    public const string EssayWithoutCriteria = "HTI430";
    public const string EssayWithoutModel = "HTI431";
    public const string BadPoints = "HTI432";
    public const string TranslatedPoints = "HTI433";
    public const string TooManyCriteria = "HTI434";
}
