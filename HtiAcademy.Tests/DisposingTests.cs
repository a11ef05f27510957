namespace HtiAcademy.Tests;

public sealed class DisposingTests
{
    [Fact]
    public void Every_test_class_ends_in_a_way_that_the_runner_calls()
    {
        // The runner calls Dispose and the DisposeAsync of IAsyncLifetime; an academy left to any other goes on until all tests have ended.
        var forgotten = typeof(DisposingTests).Assembly.GetTypes()
            .Where(type => type.GetMethods().Any(method => method.IsDefined(typeof(FactAttribute), inherit: true)))
            .Where(type => type.IsAssignableTo(typeof(IAsyncDisposable)) && !type.IsAssignableTo(typeof(IAsyncLifetime)) && !type.IsAssignableTo(typeof(IDisposable)));

        forgotten.Should().BeEmpty();
    }
}
