using HtiAcademy.Domain.Access;

namespace HtiAcademy.Domain.Authoring;

/// <summary>Somebody who writes content, or decides about what others write. Whoever trains reads all of it.</summary>
/// <param name="TrainsIn">The countries given to them.</param>
public sealed record Writer(Guid Id, Roles Roles, IReadOnlyList<string> TrainsIn)
{
    /// <summary>Answers for what every country reads, and for countries' facts.</summary>
    public bool Leads => Roles.HasFlag(Roles.Administrator) || (Roles.HasFlag(Roles.Trainer) && Roles.HasFlag(Roles.LeadTrainer));

    /// <summary>A country's text is its trainers'; what every country reads is the lead trainers'.</summary>
    public bool Writes(AuthoredFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Leads || (file.Country is { } country && Trains(country));
    }

    /// <summary>Whether they may publish a draft of a file, or return it.</summary>
    /// <param name="mayApproveTheirOwn">What an administrator allows in a country that has one trainer, to that trainer.</param>
    public bool Decides(AuthoredFile file, Guid authorId, bool mayApproveTheirOwn)
    {
        ArgumentNullException.ThrowIfNull(file);
        var trains = file.Country is { } country && Trains(country);
        var answers = Leads || (trains && file.Kind != AuthoredKind.Facts);
        return answers && (authorId != Id || (mayApproveTheirOwn && trains));
    }

    private bool Trains(string country) => Roles.HasFlag(Roles.Trainer) && TrainsIn.Contains(country, StringComparer.Ordinal);
}
