using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using HtiAcademy.Domain.Certificates;
using HtiAcademy.Web.Certificates;
using HtiAcademy.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Tests.Certificates;

public sealed class AcademyKeysTests : IDisposable
{
    private static readonly byte[] Data = Encoding.UTF8.GetBytes("what is signed");

    private readonly KeyRing _ring = new();

    [Fact]
    public async Task Made_at_the_first_start_they_are_the_same_at_the_next()
    {
        var first = await _ring.StartAsync();
        var second = await _ring.StartAsync();

        second.ProofKeyId.Should().Be(first.ProofKeyId);
        second.Paper.Thumbprint.Should().Be(first.Paper.Thumbprint);
        second.Published.Single().Verifies(Data, first.Sign(Data)).Should().BeTrue();
    }

    [Fact]
    public async Task The_certificate_for_paper_is_RSA_of_3072_bits_for_signing_and_names_the_academy()
    {
        var paper = (await _ring.StartAsync()).Paper;

        using var key = paper.GetRSAPrivateKey()!;
        key.KeySize.Should().Be(3072);
        paper.GetNameInfo(X509NameType.SimpleName, forIssuer: false).Should().Be("Human Trafficking Institute Academy academy.example.org");
        paper.Extensions.OfType<X509KeyUsageExtension>().Single().KeyUsages.Should().Be(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation);
        paper.NotAfter.ToUniversalTime().Should().Be(_ring.Clock.Now.AddYears(10).UtcDateTime);
    }

    [Fact]
    public async Task A_signature_is_r_and_s_and_of_these_bytes_only()
    {
        var keys = await _ring.StartAsync();
        var signature = keys.Sign(Data);

        signature.Should().HaveCount(64);
        keys.Published[0].Verifies(Encoding.UTF8.GetBytes("what is signee"), signature).Should().BeFalse();
    }

    [Fact]
    public void The_id_of_a_key_is_its_thumbprint_by_RFC_7638()
    {
        // A key of RFC 7515, A.3, and its thumbprint as the jose tool of another project tells it.
        using var key = ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint
            {
                X = System.Buffers.Text.Base64Url.DecodeFromChars("f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU"),
                Y = System.Buffers.Text.Base64Url.DecodeFromChars("x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"),
            },
        });

        new PublishedKey(key.ExportSubjectPublicKeyInfo(), default).Id.Should().Be("oKIywvGUpTVTyxMQ3bwIIeQUudfr_CkLMjCE19ECD-U");
    }

    [Fact]
    public async Task Two_nodes_that_start_at_once_end_with_the_same()
    {
        var nodes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => _ring.StartAsync())));

        nodes.Select(n => n.ProofKeyId).Distinct().Should().ContainSingle();
        nodes.Select(n => n.Paper.Thumbprint).Distinct().Should().ContainSingle();
        await using var db = _ring.File.Open();
        (await db.SigningKeys.CountAsync()).Should().Be(2);
    }

    [Fact]
    public async Task The_database_lets_only_one_key_be_the_next_of_its_use()
    {
        await _ring.StartAsync();
        await using var db = _ring.File.Open();
        db.Add(new SigningKey("another", KeyUse.Proof, 1, [1], null, _ring.Clock.Now));

        await db.Invoking(d => d.SaveChangesAsync()).Should().ThrowAsync<DbUpdateException>();
    }

    [Fact]
    public async Task Supplied_keys_are_used_and_their_secrets_are_not_kept()
    {
        var keys = await _ring.StartAsync(("Signing:ProofKey", _ring.WriteProofKey()), ("Signing:PaperCertificate", _ring.WritePaper("secret")), ("Signing:PaperPassword", "secret"));

        keys.Paper.Subject.Should().Be("CN=Supplied");
        keys.Paper.HasPrivateKey.Should().BeTrue();
        keys.Published[0].Verifies(Data, keys.Sign(Data)).Should().BeTrue();
        await using var db = _ring.File.Open();
        (await db.SigningKeys.ToListAsync()).Should().HaveCount(2).And.OnlyContain(k => k.PrivateKey == null);
    }

    [Fact]
    public async Task After_a_change_of_key_what_the_former_signed_is_still_checked()
    {
        var before = await _ring.StartAsync();
        var signature = before.Sign(Data);
        _ring.Clock.Advance(TimeSpan.FromDays(400));

        var after = await _ring.StartAsync(("Signing:ProofKey", _ring.WriteProofKey()));

        after.ProofKeyId.Should().NotBe(before.ProofKeyId);
        after.Published.Select(k => k.Id).Should().Equal(after.ProofKeyId, before.ProofKeyId);
        after.Published[0].Verifies(Data, signature).Should().BeFalse();
        after.Published[1].Verifies(Data, signature).Should().BeTrue();
        after.Published[1].Since.Should().Be(_ring.Clock.Now.AddDays(-400));
    }

    [Fact]
    public async Task Without_the_setting_again_the_academys_own_key_is_used_again()
    {
        var own = await _ring.StartAsync();
        await _ring.StartAsync(("Signing:ProofKey", _ring.WriteProofKey()));

        var again = await _ring.StartAsync();

        again.ProofKeyId.Should().Be(own.ProofKeyId);
        again.Published.Should().HaveCount(2);
    }

    [Fact]
    public async Task A_certificate_for_paper_of_its_own_that_expired_is_replaced()
    {
        var first = await _ring.StartAsync();
        _ring.Clock.Advance(_ring.Clock.Now.AddYears(10).AddDays(1) - _ring.Clock.Now);

        var second = await _ring.StartAsync();

        second.Paper.Thumbprint.Should().NotBe(first.Paper.Thumbprint);
        second.ProofKeyId.Should().Be(first.ProofKeyId);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_refused()
    {
        await ShouldBeRefusedAsync("Signing:PaperCertificate", "/nowhere/paper.pfx", "the file cannot be read: *");
        await ShouldBeRefusedAsync("Signing:ProofKey", "/nowhere/proof.pem", "the file cannot be read: *");
    }

    [Fact]
    public Task A_wrong_password_is_refused() =>
        ShouldBeRefusedAsync("Signing:PaperCertificate", _ring.WritePaper("secret"), "it is no PKCS #12 file that Signing:PaperPassword opens.", ("Signing:PaperPassword", "secrets"));

    [Fact]
    public Task Another_file_than_PKCS_12_is_refused() =>
        ShouldBeRefusedAsync("Signing:PaperCertificate", _ring.Write("text.pfx", Data), "it is no PKCS #12 file that Signing:PaperPassword opens.");

    [Fact]
    public Task A_certificate_without_its_private_key_is_refused() =>
        ShouldBeRefusedAsync("Signing:PaperCertificate", _ring.WritePublicPaper(), "it holds no private key.");

    [Fact]
    public Task A_certificate_that_is_not_RSA_is_refused() =>
        ShouldBeRefusedAsync("Signing:PaperCertificate", _ring.WriteEcPaper(), "its key is not an RSA key.");

    [Fact]
    public Task A_weak_RSA_key_is_refused() =>
        ShouldBeRefusedAsync("Signing:PaperCertificate", _ring.WritePaper(null, bits: 1024), "its RSA key has less than 2048 bits.");

    [Fact]
    public Task An_expired_certificate_is_refused() =>
        ShouldBeRefusedAsync("Signing:PaperCertificate", _ring.WritePaper(null, _ring.Clock.Now.AddYears(-2), _ring.Clock.Now.AddDays(-3)), "it expired on 2026-06-12.");

    [Fact]
    public Task A_certificate_of_the_future_is_refused() =>
        ShouldBeRefusedAsync("Signing:PaperCertificate", _ring.WritePaper(null, _ring.Clock.Now.AddDays(3)), "it is not valid before 2026-06-18.");

    [Fact]
    public async Task A_key_on_another_curve_is_refused()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        await ShouldBeRefusedAsync("Signing:ProofKey", _ring.WritePem("p384.pem", key.ExportPkcs8PrivateKeyPem()), "its key is not on the curve P-256.");
    }

    [Fact]
    public async Task A_key_that_cannot_sign_is_refused()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var rsa = RSA.Create(2048);
        const string Told = "it is no PEM file with an unencrypted private EC key.";
        await ShouldBeRefusedAsync("Signing:ProofKey", _ring.WritePem("public.pem", key.ExportSubjectPublicKeyInfoPem()), Told);
        await ShouldBeRefusedAsync("Signing:ProofKey", _ring.WritePem("rsa.pem", rsa.ExportPkcs8PrivateKeyPem()), Told);
        await ShouldBeRefusedAsync("Signing:ProofKey", _ring.WritePem("text.pem", "no key at all"), Told);
    }

    public void Dispose() => _ring.Dispose();

    private async Task ShouldBeRefusedAsync(string setting, string path, string told, params (string, string?)[] more)
    {
        var refusal = await FluentActions.Awaiting(() => _ring.StartAsync([(setting, path), .. more])).Should().ThrowAsync<StartupException>();
        refusal.WithMessage($"{setting} is '{path}'; {told}").Which.Message.Should().NotContain("\n");
    }
}
