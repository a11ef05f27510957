namespace HtiAcademy.Web.Shared;

/// <summary>Names the resource files of every word a user sees; the keys are the English texts themselves.</summary>
public sealed class Words;
