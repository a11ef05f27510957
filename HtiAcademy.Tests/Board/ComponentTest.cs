using System.Runtime.CompilerServices;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace HtiAcademy.Tests.Board;

/// <summary>A component by itself, as a circuit would hold it.</summary>
public abstract class ComponentTest : BunitContext
{
    protected ComponentTest()
    {
        // Only to compare markup does bUnit need the package that was not in the registry, but it makes the comparer always.
        var comparer = typeof(BunitContext).Assembly.GetType("Bunit.Diffing.HtmlComparer", throwOnError: true)!;
        Services.AddSingleton(comparer, _ => RuntimeHelpers.GetUninitializedObject(comparer));
    }
}
