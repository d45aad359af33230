//! Files of every kind, made here.

use std::io::Cursor;

use image::{DynamicImage, ImageFormat, Rgba, RgbaImage};

/// A picture with a clear corner or without, in any format.
pub fn picture(width: u32, height: u32, clear: bool, format: ImageFormat) -> Vec<u8> {
    let drawn = RgbaImage::from_fn(width, height, |x, y| {
        let alpha = if clear && x < width / 2 && y < height / 2 { 0 } else { 255 };
        Rgba([u8::try_from(x % 256).unwrap(), u8::try_from(y % 256).unwrap(), 90, alpha])
    });
    let image = DynamicImage::ImageRgba8(drawn);
    let image = if clear { image } else { DynamicImage::ImageRgb8(image.into_rgb8()) };
    let mut written = Cursor::new(Vec::new());
    image.write_to(&mut written, format).unwrap();
    written.into_inner()
}

pub fn png(width: u32, height: u32) -> Vec<u8> {
    picture(width, height, false, ImageFormat::Png)
}

/// A photograph that lies on its side, as its EXIF says, and that tells where it was taken.
pub fn photograph(width: u32, height: u32) -> Vec<u8> {
    let plain = picture(width, height, false, ImageFormat::Jpeg);
    let mut exif = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0".to_vec();
    exif.extend(b"HEMLIGPLATS 55.9N 13.5E");
    let length = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
    [&plain[..2], b"\xff\xe1", &length, &exif, &plain[2..]].concat()
}

/// A PNG that says that it is so large, with next to nothing in it.
pub fn says_it_is(width: u32, height: u32) -> Vec<u8> {
    let chunk = |kind: &[u8], data: &[u8]| {
        let length = u32::try_from(data.len()).unwrap().to_be_bytes();
        let body = [kind, data].concat();
        [&length[..], &body, &crc32(&body).to_be_bytes()].concat()
    };
    let header = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[1, 0, 0, 0, 0]].concat();
    let data = b"\x78\x9c\x03\x00\x00\x00\x00\x01";
    [&b"\x89PNG\r\n\x1a\n"[..], &chunk(b"IHDR", &header), &chunk(b"IDAT", data), &chunk(b"IEND", b"")]
        .concat()
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0_u32, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| (crc >> 1) ^ (0xedb8_8320 * (crc & 1)))
    })
}

/// A PDF, as far as programs that look at the outside can tell.
pub fn pdf(inside: &str) -> Vec<u8> {
    format!("%PDF-1.7\n1 0 obj\n<< {inside} >>\nendobj\ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n")
        .into_bytes()
}

/// A file in an archive.
pub struct Entry<'a> {
    pub name: &'a str,
    pub data: &'a [u8],
    /// 1: encrypted.
    pub flags: u16,
    /// Bytes that it says to become; as many as it has where none.
    pub says: Option<u32>,
}

pub fn entry<'a>(name: &'a str, data: &'a [u8]) -> Entry<'a> {
    Entry { name, data, flags: 0, says: None }
}

/// An archive of files that are kept as they are.
pub fn zip(entries: &[Entry<'_>]) -> Vec<u8> {
    let (mut whole, mut directory) = (Vec::new(), Vec::new());
    for each in entries {
        let size = u32::try_from(each.data.len()).unwrap();
        let says = each.says.unwrap_or(size);
        let name = u16::try_from(each.name.len()).unwrap();
        let mut common = vec![20, 0];
        common.extend(each.flags.to_le_bytes());
        common.extend([0; 6]);
        for number in [0, size, says] {
            common.extend(number.to_le_bytes());
        }
        common.extend(name.to_le_bytes());
        common.extend([0, 0]);
        let at = u32::try_from(whole.len()).unwrap();
        whole.extend([&b"PK\x03\x04"[..], &common, each.name.as_bytes(), each.data].concat());
        directory.extend(
            [&b"PK\x01\x02\x14\0"[..], &common, &[0; 10], &at.to_le_bytes(), each.name.as_bytes()].concat(),
        );
    }
    let (start, size) = (u32::try_from(whole.len()).unwrap(), u32::try_from(directory.len()).unwrap());
    let count = u16::try_from(entries.len()).unwrap().to_le_bytes();
    let end =
        [&b"PK\x05\x06\0\0\0\0"[..], &count, &count, &size.to_le_bytes(), &start.to_le_bytes(), &[0, 0]]
            .concat();
    [whole, directory, end].concat()
}

/// A document of Microsoft Office with this part, and others.
pub fn office(main: &str, others: &[Entry<'_>]) -> Vec<u8> {
    let mut entries = vec![entry("[Content_Types].xml", b"<Types/>"), entry(main, b"<x/>")];
    entries.extend(others.iter().map(|other| Entry { name: other.name, data: other.data, ..*other }));
    zip(&entries)
}

/// A document of LibreOffice.
pub fn open_document(kind: &str, content: &[u8]) -> Vec<u8> {
    let kind = format!("application/vnd.oasis.opendocument.{kind}");
    zip(&[entry("mimetype", kind.as_bytes()), entry("content.xml", content)])
}
