namespace HtiAcademy.Domain.Access;

/// <summary>
/// Why an account is closed, opened again or erased. One of a few: what people type may name somebody, and the audit log, which
/// says why, forgets nothing.
/// </summary>
public enum AccountReason
{
    /// <summary>Left the agency, or the work.</summary>
    Left,
    CameBack,

    /// <summary>The person asked for it.</summary>
    AskedFor,

    /// <summary>By a court or an authority.</summary>
    Ordered,

    /// <summary>The account was misused, or that is feared.</summary>
    Misuse,

    /// <summary>What was feared did not prove true.</summary>
    Cleared,

    /// <summary>Such as one that was made twice.</summary>
    NotNeeded,

    /// <summary>The person was kept out by mistake.</summary>
    Mistake,
}

public static class AccountReasons
{
    public static IReadOnlyList<AccountReason> ToKeepOut { get; } = [AccountReason.Left, AccountReason.AskedFor, AccountReason.Misuse, AccountReason.NotNeeded];

    public static IReadOnlyList<AccountReason> ToLetIn { get; } = [AccountReason.CameBack, AccountReason.Cleared, AccountReason.Mistake];

    public static IReadOnlyList<AccountReason> ToErase { get; } = [AccountReason.AskedFor, AccountReason.Ordered, AccountReason.NotNeeded];

    /// <param name="chosen">As a form sent it.</param>
    /// <returns>Null when it is none of those that are offered.</returns>
    public static AccountReason? Read(string? chosen, IReadOnlyList<AccountReason> offered) =>
        offered.Select(reason => (AccountReason?)reason).FirstOrDefault(reason => reason.ToString() == chosen);
}
