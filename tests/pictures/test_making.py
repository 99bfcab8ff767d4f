"""What visitors get: upright, in sRGB, without a word of the camera, the same bytes each time."""

from collections.abc import Callable

import pytest
from PIL import Image, ImageCms

from plugins.pictures.bitmaps import header_of
from plugins.pictures.making import PAPER, made
from plugins.pictures.picture import Bitmap
from plugins.pictures.settings import PictureSettings
from plugins.pictures.variants import digest_of, variants_of
from tests.pictures.examples import photo, read, saved

SMALL = PictureSettings(widths=(64, 128))


def all_of(data: bytes, settings: PictureSettings = SMALL) -> dict[str, Image.Image]:
    """Every file that is made of a picture, by `width.format`."""
    header = header_of(data)
    bitmap = Bitmap("pictures/x.png", header.width, header.height, digest_of(data))
    found = made(data, variants_of(bitmap, settings))
    return {variant.save_as.rpartition("-")[2]: read(encoded) for variant, encoded in found}


def near(one: tuple[int, ...], other: tuple[int, ...], most: int = 12) -> bool:
    return all(abs(a - b) <= most for a, b in zip(one, other, strict=True))


def pixel(image: Image.Image, x: int, y: int) -> tuple[int, ...]:
    found = image.getpixel((x, y))
    assert isinstance(found, tuple)
    return found


def test_sizes_and_formats_are_as_promised() -> None:
    pictures = all_of(saved(photo(400, 300)))

    assert {name: (image.format, *image.size) for name, image in pictures.items()} == {
        "64.avif": ("AVIF", 64, 48),
        "128.avif": ("AVIF", 128, 96),
        "64.webp": ("WEBP", 64, 48),
        "128.webp": ("WEBP", 128, 96),
        "128.jpg": ("JPEG", 128, 96),
    }


def test_the_same_bytes_each_time() -> None:
    data = saved(photo(300, 200))
    bitmap = Bitmap("x.jpg", 300, 200, digest_of(data))
    wanted = variants_of(bitmap, SMALL)

    assert list(made(data, wanted)) == list(made(data, wanted))
    assert dict(made(data, wanted[3:])).items() <= dict(made(data, wanted)).items()


def test_nothing_of_the_camera_is_left() -> None:
    exif = Image.Exif()
    exif[0x010F] = "SecretCamera"
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (55.0, 45.0, 7.0)
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = saved(
        photo(), exif=exif, icc_profile=profile, comment=b"SecretComment", xmp=b"<x>SecretXmp</x>"
    )
    bitmap = Bitmap("x.jpg", 640, 480, digest_of(data))
    for variant, encoded in made(data, variants_of(bitmap, SMALL)):
        image = read(encoded)
        assert b"Secret" not in encoded, variant
        assert not dict(image.getexif()), variant
        assert not {"icc_profile", "xmp", "comment"} & image.info.keys(), variant


def test_a_turned_picture_stands_upright() -> None:
    image = Image.new("RGB", (200, 100), "white")
    image.paste("red", (0, 0, 100, 100))
    exif = Image.Exif()
    exif[0x0112] = 6
    for name, upright in all_of(saved(image, exif=exif)).items():
        width, height = upright.size
        assert height == 2 * width, name
        assert near(pixel(upright, width // 2, height // 4), (255, 0, 0), 40), name
        assert near(pixel(upright, width // 2, height * 3 // 4), (255, 255, 255), 20), name


def grey_of_16_bits() -> Image.Image:
    return Image.frombytes("I;16", (200, 100), (30_000).to_bytes(2, "little") * 20_000)


def palette(clear: bool) -> Image.Image:
    image = Image.new("P", (200, 100), 1)
    image.putpalette([0, 0, 0, 200, 100, 50])
    if clear:
        image.info["transparency"] = 1
    return image


ODD: dict[str, tuple[Callable[[], bytes], tuple[int, ...]]] = {
    "CMYK": (lambda: saved(Image.new("CMYK", (200, 100), (0, 255, 255, 0))), (255, 0, 0)),
    "grey": (lambda: saved(Image.new("L", (200, 100), 77)), (77, 77, 77)),
    "black and white": (lambda: saved(Image.new("1", (200, 100), 1), "PNG"), (255, 255, 255)),
    "16 bits": (lambda: saved(grey_of_16_bits(), "PNG"), (117, 117, 117)),
    "palette": (lambda: saved(palette(False), "PNG"), (200, 100, 50)),
    "grey with alpha": (lambda: saved(Image.new("LA", (200, 100), (77, 255)), "PNG"), (77, 77, 77)),
    "a GIF": (lambda: saved(Image.new("RGB", (200, 100), (200, 100, 50)), "GIF"), (200, 100, 50)),
    "a BMP": (lambda: saved(Image.new("RGB", (200, 100), (200, 100, 50)), "BMP"), (200, 100, 50)),
}


@pytest.mark.parametrize("name", ODD)
def test_every_kind_of_colour_comes_out_as_seen(name: str) -> None:
    make, colour = ODD[name]
    for made_as, image in all_of(make()).items():
        assert image.mode == "RGB", made_as
        assert near(pixel(image, 30, 15), colour), made_as


@pytest.mark.parametrize(
    "image",
    [
        Image.new("RGBA", (200, 100), (0, 0, 0, 0)),
        Image.new("LA", (200, 100), (0, 0)),
        palette(True),
    ],
    ids=["RGBA", "LA", "P"],
)
def test_what_is_clear_stays_clear_and_stands_on_paper_in_jpeg(image: Image.Image) -> None:
    options = {"transparency": 1} if image.mode == "P" else {}
    pictures = all_of(saved(image, "PNG", **options))

    assert pixel(pictures["64.avif"].convert("RGBA"), 5, 5)[3] == 0
    assert pixel(pictures["64.webp"].convert("RGBA"), 5, 5)[3] == 0
    assert near(pixel(pictures["128.jpg"], 5, 5), PAPER, 3)


def test_an_alpha_that_hides_nothing_is_left_out() -> None:
    pictures = all_of(saved(Image.new("RGBA", (200, 100), (9, 9, 9, 255)), "PNG"))

    assert {image.mode for image in pictures.values()} == {"RGB"}


@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_colours_of_another_profile_are_those_of_the_web(mode: str) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    image = Image.new(mode, (200, 100), (200, 100, 50))
    strange = all_of(saved(image, "PNG", icc_profile=profile))
    broken = all_of(saved(image, "PNG", icc_profile=b"no profile at all"))

    for pictures in (strange, broken):
        assert near(pixel(pictures["64.webp"].convert("RGB"), 9, 9), (200, 100, 50))


def test_a_moving_picture_gives_its_first_frame() -> None:
    frames = [Image.new("RGB", (200, 100), colour) for colour in ("red", "blue")]
    data = saved(frames[0], "GIF", save_all=True, append_images=frames[1:])
    for name, image in all_of(data).items():
        assert near(pixel(image, 9, 9), (255, 0, 0), 20), name
        assert getattr(image, "n_frames", 1) == 1


def test_a_long_strip_fits_into_every_format() -> None:
    pictures = all_of(saved(Image.new("L", (30, 20_000)), "PNG"))

    assert {image.size for image in pictures.values()} == {(24, 16_000)}


def test_thirty_megapixels_are_reduced() -> None:
    data = saved(Image.new("RGB", (6000, 5000), (9, 99, 199)), "JPEG")

    assert all_of(data)["128.jpg"].size == (128, 107)
