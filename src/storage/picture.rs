//! Pictures, drawn anew: turned as they should be, no larger than a page needs, without what cameras and programs write into
//! them (place, time, names).

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType as PngFilter, PngEncoder};
use image::imageops::FilterType;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, RgbImage, RgbaImage};

use super::content::{Kind, Refused};

/// Most pixels from side to side of a picture that is taken.
pub const MOST_SIDE: u32 = 12_000;
/// Most pixels of a picture that is taken: 40 million, which 3:2 reaches at 7,700 × 5,100.
pub const MOST_PIXELS: u64 = 40_000_000;
/// Most bytes that reading one may take.
const MOST_MEMORY: u64 = 256 * 1024 * 1024;
/// Pixels from side to side of what is kept, and of the small one.
const SIDE: u32 = 2000;
const SMALL_SIDE: u32 = 480;
/// A drawing of more bytes than this without clear parts is kept as a photograph.
const MOST_DRAWN: usize = 1024 * 1024;
const QUALITY: u8 = 85;

/// A picture as it will be kept.
pub(super) struct Drawn {
    pub kind: Kind,
    pub width: u32,
    pub height: u32,
    pub content: Vec<u8>,
    pub small: Vec<u8>,
}

/// Draws a picture anew; of one that moves, the first.
pub(super) fn draw(bytes: &[u8], format: ImageFormat) -> Result<Drawn, Refused> {
    let (image, orientation) = read(bytes, format)?;
    let clear = image.color().has_alpha() && has_clear_parts(&image);
    let image = match clear {
        true => DynamicImage::ImageRgba8(image.into_rgba8()),
        false => DynamicImage::ImageRgb8(opaque(image)),
    };
    let mut image = fit(image, SIDE);
    image.apply_orientation(orientation);
    let sharp = clear || matches!(format, ImageFormat::Png | ImageFormat::Gif);
    let (kind, content) = match sharp.then(|| png(&image)).transpose()? {
        Some(drawn) if clear || drawn.len() <= MOST_DRAWN => (Kind::Png, drawn),
        _ => (Kind::Jpeg, jpeg(&image)?),
    };
    let (width, height) = (image.width(), image.height());
    let small = fit(image, SMALL_SIDE);
    let small = if kind == Kind::Png { png(&small)? } else { jpeg(&small)? };
    Ok(Drawn { kind, width, height, content, small })
}

/// The size is looked at before anything is decoded.
fn read(bytes: &[u8], format: ImageFormat) -> Result<(DynamicImage, Orientation), Refused> {
    let reader = || ImageReader::with_format(Cursor::new(bytes), format);
    let (width, height) = reader().into_dimensions().map_err(|_| Refused::Broken)?;
    let pixels = u64::from(width) * u64::from(height);
    if width > MOST_SIDE || height > MOST_SIDE || pixels > MOST_PIXELS {
        return Err(Refused::Pixels);
    }
    let mut limits = Limits::default();
    limits.max_image_width = Some(MOST_SIDE);
    limits.max_image_height = Some(MOST_SIDE);
    limits.max_alloc = Some(MOST_MEMORY);
    let mut reader = reader();
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|_| Refused::Broken)?;
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    if decoder.total_bytes() > MOST_MEMORY {
        return Err(Refused::Pixels);
    }
    let image = DynamicImage::from_decoder(decoder).map_err(|_| Refused::Broken)?;
    Ok((image, orientation))
}

fn has_clear_parts(image: &DynamicImage) -> bool {
    match image {
        DynamicImage::ImageRgba8(image) => has_clear_pixels(image),
        other => has_clear_pixels(&other.to_rgba8()),
    }
}

fn has_clear_pixels(image: &RgbaImage) -> bool {
    image.pixels().any(|pixel| pixel.0.last().is_some_and(|alpha| *alpha < u8::MAX))
}

fn opaque(image: DynamicImage) -> RgbImage {
    match image {
        DynamicImage::ImageRgb8(image) => image,
        other => other.into_rgb8(),
    }
}

/// At most so many pixels from side to side; smaller ones stay as they are.
fn fit(image: DynamicImage, side: u32) -> DynamicImage {
    if image.width() <= side && image.height() <= side {
        return image;
    }
    image.resize(side, side, FilterType::CatmullRom)
}

fn jpeg(image: &DynamicImage) -> Result<Vec<u8>, Refused> {
    let mut written = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut written, QUALITY);
    image.write_with_encoder(encoder).map_err(|_| Refused::Broken)?;
    Ok(written)
}

fn png(image: &DynamicImage) -> Result<Vec<u8>, Refused> {
    let mut written = Vec::new();
    let encoder = PngEncoder::new_with_quality(&mut written, CompressionType::Default, PngFilter::Adaptive);
    image.write_with_encoder(encoder).map_err(|_| Refused::Broken)?;
    Ok(written)
}
