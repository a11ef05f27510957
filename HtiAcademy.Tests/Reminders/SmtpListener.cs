using System.Net;
using System.Net.Sockets;
using System.Text;

namespace HtiAcademy.Tests.Reminders;

/// <summary>A mail server on this machine that takes what it is sent, or refuses a recipient.</summary>
internal sealed class SmtpListener : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task _serving;

    public SmtpListener()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Each message as it was sent, its doubled dots undone.</summary>
    public List<string> Messages { get; } = [];

    public List<string> Commands { get; } = [];

    public string? RefusedRecipient { get; set; }

    public void Dispose()
    {
        _listener.Stop();
        _serving.IsFaulted.Should().BeFalse();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync();
                await ConverseAsync(client.GetStream());
            }
        }
        catch (SocketException)
        {
            // The listener was stopped.
        }
    }

    private async Task ConverseAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.ASCII);
        await using var writer = new StreamWriter(stream, Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 localhost ready");
        while (await reader.ReadLineAsync() is { } command)
        {
            Commands.Add(command);
            await writer.WriteLineAsync(Answer(command));
            if (command == "DATA")
            {
                Messages.Add(await MessageAsync(reader));
                await writer.WriteLineAsync("250 taken");
            }
        }
    }

    private string Answer(string command) => command.Split(' ')[0] switch
    {
        "RCPT" when RefusedRecipient is not null && command.Contains(RefusedRecipient, StringComparison.Ordinal) => "550 no such mailbox",
        "DATA" => "354 go on",
        "QUIT" => "221 bye",
        _ => "250 fine",
    };

    private static async Task<string> MessageAsync(StreamReader reader)
    {
        var message = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line && line != ".")
        {
            message.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }

        return message.ToString();
    }
}
