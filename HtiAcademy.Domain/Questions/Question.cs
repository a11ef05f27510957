namespace HtiAcademy.Domain.Questions;

/// <summary>A question of a bank. Texts are CommonMark until a page renders them.</summary>
/// <param name="Name">Unique in its bank; a country's or a translation's question of the same name replaces it.</param>
public abstract record Question(string Name, string Text)
{
    /// <summary>Stands in <see cref="Text"/> where the missing word goes.</summary>
    public const string Blank = "_____";

    /// <summary>Shown after marking whatever was answered; empty when there is none.</summary>
    public string GeneralFeedback { get; init; } = "";

    /// <summary>Where Moodle keeps it, as <c>$course$/top/Law</c>; empty when its bank names none. The academy makes nothing of it.</summary>
    public string Category { get; init; } = "";

    /// <summary>1-based line of its bank where it starts; 0 when it was not read from a bank.</summary>
    public int Line { get; init; }

    /// <summary>Of all that marking and showing depend on: 64 lower-case hexadecimal digits of SHA-256.</summary>
    public string Hash => Fingerprint.Of([Kind, Text, GeneralFeedback, .. Key]);

    /// <summary>The options that are right, by index; of a matching question the right choice of each pair, in order.</summary>
    public virtual IReadOnlyList<int> RightOptions => [];

    /// <summary>A right answer in CommonMark; empty when there is none to show.</summary>
    public virtual string RightAnswer => "";

    /// <summary>Whether it is answered in the officer's own words or figures, and not by choosing.</summary>
    public virtual bool IsTyped => false;

    /// <summary>Part of every stored hash, so it outlives the name of its class.</summary>
    protected abstract string Kind { get; }

    /// <summary>Everything of the answers that marking and showing depend on, in a fixed order.</summary>
    protected abstract IEnumerable<string> Key { get; }

    /// <summary>What there is to choose from, in the order whose places responses are stored as; empty when the answer is typed.</summary>
    protected virtual IEnumerable<string> Offered => [];

    /// <summary>What of <see cref="Key"/> decides the mark.</summary>
    protected virtual IEnumerable<string> Worth => [];

    /// <summary>
    /// Whether this is an earlier question under another key: it asks and offers the same, so that answers given to the
    /// earlier one can be marked by this one. Other feedback alone corrects no key.
    /// </summary>
    public bool CorrectsKeyOf(Question earlier)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        return Kind == earlier.Kind && Text == earlier.Text && Offered.SequenceEqual(earlier.Offered) && !Worth.SequenceEqual(earlier.Worth);
    }

    internal abstract FormReading Read(IReadOnlyList<string> values);

    internal abstract Mark MarkGiven(Response response);
}
