using System.Security.Cryptography;
using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Reminders;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HtiAcademy.Domain.Access;

/// <summary>Anyone with an account. The sign-in fields are ASP.NET Core Identity's own.</summary>
public sealed class Person : IdentityUser<Guid>
{
    /// <summary>Before the id of a person in the audit log.</summary>
    public const string AuditPrefix = "person ";

    // Shorter ones are words of many languages too.
    private const int ShortestTellingWord = 3;

    private Person()
    {
    }

    /// <param name="email">Null for who has no mailbox of their own: an address that colleagues share would let them in as each other.</param>
    /// <param name="language">ISO 639 code in which the academy speaks to the person.</param>
    /// <param name="country">ISO 3166 alpha-2: where the person works; empty for who works for no one country.</param>
    /// <param name="userName">With which the person signs in; null for the mail address.</param>
    public Person(string fullName, string? email, Roles roles, string language, string country, string? userName = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(fullName);
        var signsInAs = userName ?? email;
        if (string.IsNullOrWhiteSpace(signsInAs))
        {
            throw new ArgumentException("Who has no mail address needs a user name.", nameof(userName));
        }

        ArgumentException.ThrowIfNullOrWhiteSpace(language);
        ArgumentNullException.ThrowIfNull(country);
        Id = Guid.CreateVersion7();
        FullName = fullName;
        UserName = signsInAs;
        NormalizedUserName = Normalized(signsInAs);
        Email = email;
        NormalizedEmail = Normalized(email);
        Roles = roles;
        Language = language;
        Country = country;
        LockoutEnabled = true;
    }

    /// <summary>What the audit log calls them. It keeps no name, since it can never be changed and a person may ask to be forgotten.</summary>
    public string AuditName => AuditNameOf(Id);

    /// <inheritdoc cref="AuditName"/>
    public static string AuditNameOf(Guid id) => $"{AuditPrefix}{id}";

    /// <summary>As it stands on the certificate.</summary>
    public string FullName { get; private set; } = "";

    public string? Rank { get; private set; }

    public Roles Roles { get; private set; }

    public string Language { get; private set; } = "";

    public string Country { get; private set; } = "";

    /// <summary>The agency that an officer or a partner belongs to.</summary>
    public Guid? AgencyId { get; private set; }

    /// <summary>For officers: <c>investigator</c>, <c>prosecutor</c> or <c>victim-services</c>.</summary>
    public string Audience { get; private set; } = "investigator";

    /// <summary>The countries whose officers a trainer sees; empty for everyone else.</summary>
    public IReadOnlyList<string> TrainsIn { get; private set; } = [];

    /// <summary>Of what the person does not want to be reminded.</summary>
    public IReadOnlyList<ReminderKind> StoppedReminders { get; private set; } = [];

    /// <summary>Since when the person may no longer come in; their records stay.</summary>
    public DateTimeOffset? DeactivatedAt { get; private set; }

    /// <summary>Since when nothing is left that says who this was.</summary>
    public DateTimeOffset? ErasedAt { get; private set; }

    /// <summary>What the person is called once they are erased: enough to tell two apart.</summary>
    public string Pseudonym => $"erased-{Id.ToString("N")[^8..]}";

    /// <summary>Whether there is somebody who reads what the academy writes.</summary>
    public bool TakesMail => Email is not null && DeactivatedAt is null;

    /// <summary>As two spellings of one user name or address are the same: in capitals, composed.</summary>
    public static string? Normalized(string? text) => text is null ? null : TypedText.WellFormed(text).Normalize().ToUpperInvariant();

    /// <summary>Whether a text has a word of the person's name, with accents or without, or their user name or address.</summary>
    public bool IsNamedIn(string text)
    {
        var said = NameWords.In(text);
        return NameWords.In(FullName).Any(word => word.Length >= ShortestTellingWord && said.Contains(word))
            || new[] { UserName, Email }.OfType<string>().Any(name => NameWords.Folded(text).Contains(NameWords.Folded(name), StringComparison.Ordinal));
    }

    /// <summary>Keeps the person out from now on. Does nothing when they are kept out already.</summary>
    public void Deactivate(DateTimeOffset now)
    {
        DeactivatedAt ??= now;
        EndSessions();
    }

    public void Reactivate()
    {
        if (ErasedAt is not null)
        {
            throw new InvalidOperationException("Nobody is there to come in again.");
        }

        DeactivatedAt = null;
        ConcurrencyStamp = Guid.NewGuid().ToString();
    }

    /// <summary>Ends every session within a minute, wherever it is.</summary>
    public void EndSessions()
    {
        SecurityStamp = Convert.ToHexString(RandomNumberGenerator.GetBytes(20));
        ConcurrencyStamp = Guid.NewGuid().ToString();
    }

    public Locale Locale => new(Language, Country);

    /// <summary>As it shall stand on certificates from now on.</summary>
    public void CorrectName(string fullName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(fullName);
        FullName = fullName;
    }

    public void BelongTo(Agency agency, string? rank, string audience)
    {
        ArgumentNullException.ThrowIfNull(agency);
        if (!Audiences.All.Contains(audience, StringComparer.Ordinal))
        {
            throw new ArgumentException($"No module is written for {audience}.", nameof(audience));
        }

        AgencyId = agency.Id;
        Rank = rank;
        Audience = audience;
        EndSessions();
    }

    /// <summary>
    /// Whether the person manages accounts of others who have those roles: administrators all, trainers those of officers, and
    /// nobody else any.
    /// </summary>
    /// <param name="country">Where those others work; null for anywhere that the person has something to say.</param>
    public bool Manages(Roles roles, string? country = null) => Roles.HasFlag(Roles.Administrator)
        || (Roles.HasFlag(Roles.Trainer) && roles == Roles.Officer && (country is null || TrainsIn.Contains(country, StringComparer.Ordinal)));

    public bool Manages(Person other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Manages(other.Roles, other.Country);
    }

    /// <summary>Takes over what was found to be in order. Ends the sessions when what the person may see or do changes.</summary>
    internal void State(PersonFacts facts)
    {
        var stays = facts.Roles == Roles && facts.Country == Country && facts.AgencyId == AgencyId && facts.TrainsIn.SequenceEqual(TrainsIn, StringComparer.Ordinal);
        FullName = facts.FullName;
        Rank = string.IsNullOrWhiteSpace(facts.Rank) ? null : facts.Rank.Trim();
        Roles = facts.Roles;
        Language = facts.Language;
        Country = facts.Country;
        AgencyId = facts.AgencyId;
        Audience = facts.Audience;
        TrainsIn = [.. facts.TrainsIn];
        ConcurrencyStamp = Guid.NewGuid().ToString();
        if (!stays || SecurityStamp is null)
        {
            EndSessions();
        }
    }

    /// <summary>Begins to use the account, or begins again after a forgotten password. Ends the sessions there were.</summary>
    public void SetPassword(string hash)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(hash);
        PasswordHash = hash;
        EndSessions();
    }

    /// <summary>Keeps the same password better. Sessions go on.</summary>
    public void StrengthenHash(string hash) => PasswordHash = hash;

    public void Speak(string language)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(language);
        Language = language;
    }

    /// <summary>Takes over the mailbox of another account of the same person, if this one has none.</summary>
    internal void TakeMailboxOf(string? email, bool confirmed)
    {
        if (Email is null && email is not null)
        {
            Email = email;
            NormalizedEmail = Normalized(email);
            EmailConfirmed = confirmed;
        }

        ConcurrencyStamp = Guid.NewGuid().ToString();
    }

    /// <summary>Empties an account whose records went to another of the same person: nobody comes in, and its names are free.</summary>
    internal void GiveUp(DateTimeOffset now) => Empty($"merged-{Id.ToString("N")[^8..]}", $"merged-{Id:N}", now);

    /// <summary>Drops for good all that says who this was. What is needed to count stays: country, agency, language and kind of work.</summary>
    internal void Erase(DateTimeOffset now)
    {
        Empty(Pseudonym, $"erased-{Id:N}", now);
        Roles &= Roles.Officer;
        TrainsIn = [];
        StoppedReminders = [];
        ErasedAt = now;
    }

    private void Empty(string fullName, string userName, DateTimeOffset now)
    {
        FullName = fullName;
        Rank = null;
        Email = NormalizedEmail = null;
        EmailConfirmed = false;
        PhoneNumber = null;
        UserName = userName;
        NormalizedUserName = Normalized(userName);
        PasswordHash = null;
        Deactivate(now);
    }

    /// <summary>Sends the person no reminder of a kind any more.</summary>
    /// <exception cref="ArgumentException">That kind cannot be stopped.</exception>
    public void StopReminders(ReminderKind kind)
    {
        if (!kind.IsOptional)
        {
            throw new ArgumentException($"Nobody can stop {kind}.", nameof(kind));
        }

        StoppedReminders = [.. StoppedReminders.Append(kind).Distinct()];
        ConcurrencyStamp = Guid.NewGuid().ToString();
    }

    public void ResumeReminders(ReminderKind kind)
    {
        StoppedReminders = [.. StoppedReminders.Where(stopped => stopped != kind)];
        ConcurrencyStamp = Guid.NewGuid().ToString();
    }

    public void TrainIn(params string[] countries)
    {
        if (!Roles.HasFlag(Roles.Trainer))
        {
            throw new InvalidOperationException($"{FullName} is not a trainer.");
        }

        TrainsIn = [.. countries];
        EndSessions();
    }
}

internal sealed class PersonMapping : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.Property(p => p.FullName).HasMaxLength(200);
        builder.Property(p => p.Rank).HasMaxLength(100);
        builder.Property(p => p.Language).HasMaxLength(8);
        builder.Property(p => p.Country).HasMaxLength(2);
        builder.Property(p => p.Audience).HasMaxLength(40);
        builder.Property(p => p.TrainsIn).HasMaxLength(400);
        builder.PrimitiveCollection(p => p.StoppedReminders).HasMaxLength(200).ElementType(kind => kind.HasConversion<string>());
        builder.Property(p => p.UserName).HasMaxLength(256);
        builder.Property(p => p.NormalizedUserName).HasMaxLength(256);
        builder.Property(p => p.Email).HasMaxLength(256);
        builder.Property(p => p.NormalizedEmail).HasMaxLength(256);
        builder.Property(p => p.PasswordHash).HasMaxLength(400);
        builder.Property(p => p.SecurityStamp).HasMaxLength(100);
        builder.Property(p => p.ConcurrencyStamp).HasMaxLength(100).IsConcurrencyToken();
        builder.Property(p => p.PhoneNumber).HasMaxLength(40);
        builder.Ignore(p => p.Locale);
        builder.Ignore(p => p.AuditName);
        builder.Ignore(p => p.TakesMail);
        builder.Ignore(p => p.Pseudonym);
        builder.HasIndex(p => p.NormalizedUserName).IsUnique();
        builder.HasIndex(p => p.NormalizedEmail).IsUnique();
        builder.HasOne<Agency>().WithMany().HasForeignKey(p => p.AgencyId).OnDelete(DeleteBehavior.Restrict);
    }
}
