using System.Buffers.Binary;
using System.Text;
using HtiAcademy.Web.Certificates;
using HtiAcademy.Web.Shared;
using SkiaSharp;

namespace HtiAcademy.Tests.Certificates;

public class EmblemReaderTests
{
    [Theory]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    [InlineData(SKEncodedImageFormat.Webp)]
    public void PNG_JPEG_and_WebP_become_a_small_PNG(SKEncodedImageFormat format)
    {
        var mark = Read(Marks.Draw(1600, 800, canvas => canvas.Clear(SKColors.Teal), format));
        mark.Problem.Should().BeNull();
        using var kept = SKBitmap.Decode(mark.Png);
        (kept.Width, kept.Height).Should().Be((480, 240));
        kept.GetPixel(240, 120).Green.Should().BeCloseTo(SKColors.Teal.Green, 3);
    }

    [Theory]
    [InlineData(1200, 900)]
    [InlineData(40, 1000)]
    public void What_packs_badly_is_made_smaller_until_it_fits(int width, int height)
    {
        var mark = Read(Marks.Photograph(width, height));
        mark.Png!.Length.Should().BeLessThanOrEqualTo(60 * 1024);
        using var kept = SKBitmap.Decode(mark.Png);
        ((double)kept.Width / kept.Height).Should().BeApproximately((double)width / height, 0.01);
        Math.Max(kept.Width, kept.Height).Should().BeInRange(100, 480);
    }

    [Fact]
    public void A_small_mark_is_not_blown_up_and_stays_transparent()
    {
        var mark = Read(Marks.Draw(60, 40, canvas => canvas.Clear(new SKColor(200, 40, 40, 128))));
        using var kept = SKBitmap.Decode(mark.Png);
        (kept.Width, kept.Height).Should().Be((60, 40));
        kept.GetPixel(30, 20).Alpha.Should().Be(128);
    }

    [Fact]
    public void A_photograph_of_a_telephone_held_upright_stands_upright_and_tells_nothing_else()
    {
        // Red at the left; orientation 6 says: turn a quarter clockwise, so red comes to the top.
        var photograph = Marks.Draw(200, 100, canvas =>
        {
            canvas.Clear(SKColors.Blue);
            using var paint = new SKPaint { Color = SKColors.Red };
            canvas.DrawRect(0, 0, 100, 100, paint);
        }, SKEncodedImageFormat.Jpeg);
        byte[] exif = [.. "Exif\0\0MM\0*\0\0\0\b\0\x1\x1\x12\0\x3\0\0\0\x1\0\x6\0\0\0\0\0\0Kampala"u8];
        byte[] tagged = [.. photograph[..2], 0xFF, 0xE1, 0, (byte)(exif.Length + 2), .. exif, .. photograph[2..]];
        var mark = Read(tagged);
        using var kept = SKBitmap.Decode(mark.Png);
        (kept.Width, kept.Height).Should().Be((100, 200));
        kept.GetPixel(50, 40).Red.Should().BeGreaterThan(200);
        kept.GetPixel(50, 160).Blue.Should().BeGreaterThan(200);
        Encoding.Latin1.GetString(mark.Png!).Should().NotContain("Kampala");
    }

    [Fact]
    public void Four_thousand_pixels_a_side_are_still_taken() =>
        Read(Marks.Draw(UploadedPicture.MostPixels, 8, canvas => canvas.Clear(SKColors.Teal))).Problem.Should().BeNull();

    [Theory]
    [InlineData("This is a text, whatever the name of the file says.")]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"><rect width=\"9\" height=\"9\"/></svg>")]
    [InlineData("GIF89a\u0001\0\u0001\0\0\0\0;")]
    [InlineData("RIFF\u0010\0\0\0WAVEfmt ")]
    public void What_is_no_image_of_the_three_kinds_is_refused(string content) =>
        Read(Encoding.Latin1.GetBytes(content)).Should().Be(new EmblemReader(null, PictureProblem.NotAPicture));

    [Theory]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    [InlineData(SKEncodedImageFormat.Webp)]
    public void An_image_cut_short_is_refused(SKEncodedImageFormat format)
    {
        var whole = Marks.Photograph(200, 150, format);
        Read(whole).Problem.Should().BeNull();
        Read(whole[..(whole.Length / 2)]).Problem.Should().Be(PictureProblem.Damaged);
        Read(whole[..16]).Problem.Should().Be(PictureProblem.Damaged);
    }

    [Theory]
    [InlineData(4001, 10)]
    [InlineData(10, 4001)]
    public void More_pixels_than_a_mark_needs_are_refused(int width, int height) =>
        Read(Marks.Draw(width, height, canvas => canvas.Clear(SKColors.Teal))).Problem.Should().Be(PictureProblem.TooManyPixels);

    [Fact]
    public void A_small_file_that_would_unpack_to_gigabytes_is_refused_before_it_is_unpacked()
    {
        var bomb = Marks.Plain(8, 8);
        BinaryPrimitives.WriteInt32BigEndian(bomb.AsSpan(16), 30_000);
        BinaryPrimitives.WriteInt32BigEndian(bomb.AsSpan(20), 30_000);
        BinaryPrimitives.WriteUInt32BigEndian(bomb.AsSpan(29), Crc(bomb.AsSpan(12, 17)));
        Read(bomb).Problem.Should().Be(PictureProblem.TooManyPixels);
    }

    [Fact]
    public void More_than_two_megabytes_are_refused()
    {
        var image = Marks.Shield;
        Read([.. image, .. new byte[UploadedPicture.LargestFile - image.Length]]).Problem.Should().BeNull();
        Read([.. image, .. new byte[UploadedPicture.LargestFile - image.Length + 1]]).Problem.Should().Be(PictureProblem.TooLarge);
    }

    private static EmblemReader Read(byte[] file) => EmblemReader.Read(new MemoryStream(file));

    /// <summary>The checksum of a PNG chunk.</summary>
    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }

        return ~crc;
    }
}
