//! Small numbers packed: all of a block with the bits that its greatest needs. And numbers as they lie in an index, read
//! totally: what lies outside is 0.

/// How many numbers a block holds at most.
pub const BLOCK: usize = 128;

/// How many bytes must lie behind a packed block, so that the last number can be read with the word it is in.
pub const SLACK: usize = 8;

/// How many bits the greatest of these numbers needs.
pub fn width(numbers: &[u32]) -> u32 {
    32 - numbers.iter().fold(0, |all, n| all | n).leading_zeros()
}

/// How many bytes `count` numbers of this width take.
pub fn size(count: usize, width: u32) -> usize {
    (count * width as usize).div_ceil(8)
}

/// Appends numbers, each in `width` bits.
pub fn pack(numbers: &[u32], width: u32, to: &mut Vec<u8>) {
    let (mut word, mut filled) = (0u64, 0u32);
    for number in numbers {
        word |= u64::from(*number) << filled;
        filled += width;
        while filled >= 8 {
            to.push(word as u8);
            word >>= 8;
            filled -= 8;
        }
    }
    if filled > 0 {
        to.push(word as u8);
    }
}

/// Reads as many numbers as `into` holds. `bytes` starts at the first; where it ends too early, zeros are read.
#[inline]
pub fn unpack(bytes: &[u8], width: u32, into: &mut [u32]) {
    match width {
        0 => into.fill(0),
        // Eight numbers lie in one word.
        1..=8 => {
            let (mask, mut at) = ((1u64 << width) - 1, 0);
            for eight in into.chunks_mut(8) {
                let mut word = word_at(bytes, at);
                for number in eight {
                    *number = (word & mask) as u32;
                    word >>= width;
                }
                at += width as usize;
            }
        }
        // Four do, after at most seven bits of the ones before.
        9..=14 => {
            let (mask, mut bit) = ((1u64 << width) - 1, 0);
            for four in into.chunks_mut(4) {
                let mut word = word_at(bytes, bit / 8) >> (bit % 8);
                for number in four {
                    *number = (word & mask) as u32;
                    word >>= width;
                }
                bit += 4 * width as usize;
            }
        }
        _ => {
            for (n, number) in into.iter_mut().enumerate() {
                *number = at(bytes, width, n);
            }
        }
    }
}

/// The number `n` of a packed block.
#[inline]
pub fn at(bytes: &[u8], width: u32, n: usize) -> u32 {
    let bit = n * width.min(32) as usize;
    (word_at(bytes, bit / 8) >> (bit % 8) & ((1u64 << width.min(32)) - 1)) as u32
}

/// The eight bytes from `at` on.
#[inline]
pub fn word_at(bytes: &[u8], at: usize) -> u64 {
    bytes.get(at..).and_then(|rest| rest.first_chunk::<8>()).map_or(0, |word| u64::from_le_bytes(*word))
}

/// The number `n` of a list of 32-bit numbers.
#[inline]
pub fn u32_at(bytes: &[u8], n: usize) -> u32 {
    bytes.as_chunks::<4>().0.get(n).map_or(0, |four| u32::from_le_bytes(*four))
}

/// The number `n` of a list of 16-bit numbers.
#[inline]
pub fn u16_at(bytes: &[u8], n: usize) -> u16 {
    bytes.as_chunks::<2>().0.get(n).map_or(0, |two| u16::from_le_bytes(*two))
}

/// Appends a number, seven bits a byte, the lowest first.
pub fn push_varint(mut number: u32, to: &mut Vec<u8>) {
    while number >= 128 {
        to.push(number as u8 | 128);
        number >>= 7;
    }
    to.push(number as u8);
}

/// Takes such a number off the front of `bytes`; 0 where there is none.
#[inline]
pub fn take_varint(bytes: &mut &[u8]) -> u32 {
    let (mut number, mut shift) = (0, 0);
    while let Some((byte, rest)) = bytes.split_first() {
        *bytes = rest;
        number |= u32::from(byte & 127) << shift;
        shift += 7;
        if *byte < 128 || shift > 28 {
            break;
        }
    }
    number
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_packed_is_unpacked(numbers in proptest::collection::vec(any::<u32>(), 1..BLOCK), bits in 0u32..33) {
            let numbers: Vec<u32> = numbers.iter().map(|n| (u64::from(*n) & ((1u64 << bits) - 1)) as u32).collect();
            let width = width(&numbers);
            prop_assert!(width <= bits);
            let mut bytes = Vec::new();
            pack(&numbers, width, &mut bytes);
            prop_assert_eq!(bytes.len(), size(numbers.len(), width));
            bytes.extend([0xAA; SLACK]);
            let mut read = vec![7; numbers.len()];
            unpack(&bytes, width, &mut read);
            prop_assert_eq!(&read, &numbers);
            prop_assert!(numbers.iter().enumerate().all(|(n, number)| at(&bytes, width, n) == *number));
        }

        #[test]
        fn a_varint_returns(numbers in proptest::collection::vec(any::<u32>(), 0..9)) {
            let mut bytes = Vec::new();
            numbers.iter().for_each(|n| push_varint(*n, &mut bytes));
            let mut rest = &bytes[..];
            let read: Vec<u32> = numbers.iter().map(|_| take_varint(&mut rest)).collect();
            prop_assert_eq!(read, numbers);
            prop_assert!(rest.is_empty());
        }

        #[test]
        fn cut_bytes_are_read_as_zeros_and_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..20), width in 0u32..64) {
            let mut into = [0; BLOCK];
            unpack(&bytes, width, &mut into);
            at(&bytes, width, 1000);
            take_varint(&mut &bytes[..]);
        }
    }
}
