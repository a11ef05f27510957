namespace HtiAcademy.Domain.Questions.Gift;

/// <summary>The codes of what <see cref="GiftReader"/> and <see cref="MoodleXmlReader"/> find; content/README.md lists them for authors.</summary>
public static class GiftCodes
{
    /// <summary>Error: braces that do not pair, or more than one pair in a question.</summary>
    public const string Braces = "HTI401";

    /// <summary>Error: a name that an earlier question of the bank has.</summary>
    public const string DuplicateName = "HTI402";

    /// <summary>Error: no answer earns the full mark.</summary>
    public const string NoRightAnswer = "HTI403";

    /// <summary>Error: the positive weights of a question with several right options do not add up to 100.</summary>
    public const string WeightsDoNotAddUp = "HTI404";

    /// <summary>Error: a weight that Moodle does not offer.</summary>
    public const string UnknownWeight = "HTI405";

    /// <summary>Error: a text in a format that is not accepted, or HTML that is too long.</summary>
    public const string Format = "HTI406";

    /// <summary>Error: too few answers for the kind of question.</summary>
    public const string TooFewAnswers = "HTI407";

    /// <summary>Error: a numerical answer that is not a number, a number with its tolerance, or a range.</summary>
    public const string NotANumber = "HTI408";

    /// <summary>Error: a pair of a matching question without its arrow, or with nothing after it.</summary>
    public const string BrokenPair = "HTI409";

    /// <summary>Error: a question without text.</summary>
    public const string NoText = "HTI410";

    /// <summary>Warning: an answer without text, which is left out.</summary>
    public const string EmptyAnswer = "HTI411";

    /// <summary>Warning: percent signs that are read as text, not as a weight.</summary>
    public const string WeightReadAsText = "HTI412";

    /// <summary>Warning: two colons begin a name that no further two close.</summary>
    public const string UnclosedName = "HTI413";

    /// <summary>Warning: a true or false in small letters, which is read as a short answer.</summary>
    public const string SmallTrueFalse = "HTI414";

    /// <summary>Warning: who ticks every option gets full marks.</summary>
    public const string EverythingIsRight = "HTI415";

    /// <summary>Warning: a file that is not UTF-8, and is read as windows-1252.</summary>
    public const string Encoding = "HTI416";

    /// <summary>Warning: a category that Moodle would not read.</summary>
    public const string CategoryLine = "HTI417";

    /// <summary>Warning: an image or a file of a question, which is left out.</summary>
    public const string ImageLeftOut = "HTI418";

    /// <summary>Error: a file that cannot be read at all.</summary>
    public const string Unreadable = "HTI419";

    /// <summary>Error: a kind of question that the academy does not have.</summary>
    public const string UnknownKind = "HTI420";

    /// <summary>Warning: something that only Moodle does with a question.</summary>
    public const string LeftOut = "HTI421";
}
