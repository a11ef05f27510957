namespace HtiAcademy.Web.Shared;

/// <summary>Every word that the interface says, in Words.resx and its translations; the key is the English text.</summary>
public sealed class Words;
