//! The frame of every file that the site loads: magic, version, checksum, body.
//!
//! ```text
//! 0   8  magic
//! 8   2  format version, little-endian
//! 10  4  CRC-32 (ISO-HDLC) of all that follows, little-endian
//! 14  …  body
//! ```

use super::bundle::BundleError;

/// Frames a body.
pub fn seal(magic: &[u8; 8], version: u16, body: &[u8]) -> Vec<u8> {
    let mut bytes = magic.to_vec();
    bytes.extend(version.to_le_bytes());
    bytes.extend(checksum(body).to_le_bytes());
    bytes.extend(body);
    bytes
}

/// The body of a framed file.
///
/// # Errors
/// See [`BundleError`].
pub fn open<'a>(magic: &[u8; 8], version: u16, bytes: &'a [u8]) -> Result<&'a [u8], BundleError> {
    let cut = || BundleError::Damaged("it ends in its head".into());
    let Some(rest) = bytes.strip_prefix(magic) else { return Err(BundleError::Foreign) };
    let (own, rest) = rest.split_first_chunk::<2>().ok_or_else(cut)?;
    let own = u16::from_le_bytes(*own);
    if own != version {
        return Err(BundleError::OtherVersion { bundle: own, program: version });
    }
    let (sum, body) = rest.split_first_chunk::<4>().ok_or_else(cut)?;
    if u32::from_le_bytes(*sum) != checksum(body) {
        return Err(BundleError::Damaged("its checksum differs".into()));
    }
    Ok(body)
}

/// Eight hex digits that name a framed file: the checksum of its body.
pub fn fingerprint(bytes: &[u8]) -> String {
    bytes
        .get(10..14)
        .and_then(|b| b.try_into().ok())
        .map_or_else(String::new, |b| format!("{:08x}", u32::from_le_bytes(b)))
}

/// Sixteen hex digits that name any bytes (FNV-1a): files are called by what is in them.
pub fn name(bytes: &[u8]) -> String {
    let hash =
        bytes.iter().fold(0xcbf2_9ce4_8422_2325u64, |h, b| (h ^ u64::from(*b)).wrapping_mul(0x0000_0100_0000_01b3));
    format!("{hash:016x}")
}

/// CRC-32 (ISO-HDLC), bit by bit: a file is read once.
fn checksum(bytes: &[u8]) -> u32 {
    let mut crc = u32::MAX;
    for &byte in bytes {
        crc ^= u32::from(byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 { (crc >> 1) ^ 0xEDB8_8320 } else { crc >> 1 };
        }
    }
    !crc
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checksum_and_name_are_the_standard_ones() {
        assert_eq!(checksum(b"123456789"), 0xCBF4_3926);
        assert_eq!(name(b"a"), "af63dc4c8601ec8c");
    }
}
