using HtiAcademy.Domain.Authoring;

namespace HtiAcademy.Web.Authoring;

/// <summary>Why nothing was done with a draft.</summary>
public enum ReviewProblem
{
    /// <summary>It is not being written: it is submitted, published or given up.</summary>
    NotWriting,

    /// <summary>It is taken back, published or given up.</summary>
    NotSubmitted,

    /// <summary>It is published or given up.</summary>
    NotOpen,

    /// <summary>Changed since whoever decides, or another window of its author, read it.</summary>
    ReadEarlier,

    /// <summary>The file was published anew since the author began: they must see both.</summary>
    PublishedSince,

    /// <summary>It says what is published.</summary>
    NothingNew,
    HasErrors,

    /// <summary>It would put another picture in the place of one that other texts show.</summary>
    ImageTaken,

    /// <summary>The author is told what to change.</summary>
    NoComment,
    CommentText,
    AnswerText,

    /// <summary>Not one of the draft's country.</summary>
    Agency,

    /// <summary>A choice is missing.</summary>
    NotChosen,
    TooLong,
}

/// <param name="Problem">Null when it is done, or was before.</param>
public sealed record ReviewOutcome(Draft Draft, ReviewProblem? Problem);
