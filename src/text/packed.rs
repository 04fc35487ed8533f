//! Plain values as bytes: messages between page and worker, what is kept between visits, what lies in the site's files.
//!
//! The layout is that of postcard (numbers of seven bits a byte, lengths before lists and texts, nothing named). The code is
//! our own because reading cannot fail half-way here: whatever the bytes are, a value is read, and whether it was what had
//! been written is asked once, at the end. Without errors to carry, what serde writes out for every type is half as long.

mod reader;
mod writer;

use serde::{Deserialize, Serialize};
use std::fmt;

/// A value as bytes. Numbers above 32 bits, 32-bit fractions, single characters and lists of unknown length are not plain:
/// no type of ours has one.
pub fn write<T: Serialize + ?Sized>(value: &T) -> Vec<u8> {
    let mut to = writer::Writer::default();
    match value.serialize(&mut to) {
        Ok(()) => to.bytes(),
        Err(never) => match never {},
    }
}

/// The value that these bytes hold; `None` where nobody can have written them so.
pub fn read<'de, T: Deserialize<'de>>(bytes: &'de [u8]) -> Option<T> {
    let mut from = reader::Reader::of(bytes);
    match T::deserialize(&mut from) {
        Ok(value) => from.is_whole().then_some(value),
        Err(never) => match never {},
    }
}

/// An error that does not come: what would make one is no plain type, which shows on the first try.
#[derive(Debug)]
enum Never {}

/// Where a type is not plain. No bytes lead here, only a type that a programmer gave.
#[cold]
fn foreign() -> ! {
    std::process::abort()
}

impl fmt::Display for Never {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}

impl std::error::Error for Never {}

impl serde::ser::Error for Never {
    fn custom<T: fmt::Display>(_: T) -> Self {
        foreign()
    }
}

// Each by itself, so that none of them writes out a sentence that nobody reads.
impl serde::de::Error for Never {
    fn custom<T: fmt::Display>(_: T) -> Self {
        foreign()
    }
    fn invalid_type(_: serde::de::Unexpected, _: &dyn serde::de::Expected) -> Self {
        foreign()
    }
    fn invalid_value(_: serde::de::Unexpected, _: &dyn serde::de::Expected) -> Self {
        foreign()
    }
    fn invalid_length(_: usize, _: &dyn serde::de::Expected) -> Self {
        foreign()
    }
    fn unknown_variant(_: &str, _: &'static [&'static str]) -> Self {
        foreign()
    }
    fn unknown_field(_: &str, _: &'static [&'static str]) -> Self {
        foreign()
    }
    fn missing_field(_: &'static str) -> Self {
        foreign()
    }
    fn duplicate_field(_: &'static str) -> Self {
        foreign()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::{collection::vec, option, prelude::*};

    #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
    enum Kind {
        Plain,
        One(u16),
        Two(i32, String),
        Named { on: bool, low: Option<f64>, pair: [u32; 2] },
    }

    #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
    struct Row {
        name: String,
        at: usize,
        small: u8,
        kinds: Vec<Kind>,
        inner: Box<(u32, Option<String>)>,
    }

    fn kind() -> impl Strategy<Value = Kind> {
        prop_oneof![
            Just(Kind::Plain),
            any::<u16>().prop_map(Kind::One),
            (any::<i32>(), ".{0,5}").prop_map(|(n, s)| Kind::Two(n, s)),
            (any::<bool>(), option::of(-1e9f64..1e9), any::<[u32; 2]>()).prop_map(|(on, low, pair)| Kind::Named {
                on,
                low,
                pair
            }),
        ]
    }

    fn row() -> impl Strategy<Value = Row> {
        (".{0,9}", any::<u32>(), any::<u8>(), vec(kind(), 0..4), any::<u32>(), option::of(".{0,3}")).prop_map(
            |(name, at, small, kinds, n, s)| Row { name, at: at as usize, small, kinds, inner: Box::new((n, s)) },
        )
    }

    proptest! {
        /// The oracle is postcard itself.
        #[test]
        fn the_layout_is_postcards(rows in vec(row(), 0..4)) {
            let bytes = write(&rows);
            prop_assert_eq!(&bytes, &postcard::to_stdvec(&rows).unwrap());
            prop_assert_eq!(read::<Vec<Row>>(&bytes), Some(rows));
        }

        #[test]
        fn what_is_cut_off_is_nothing(row in row(), cut in 1usize..20) {
            let bytes = write(&row);
            prop_assert_eq!(read::<Row>(&bytes[..bytes.len().saturating_sub(cut)]), None);
        }

        #[test]
        fn any_bytes_are_read_to_an_end(bytes in vec(any::<u8>(), 0..80)) {
            let _ = (read::<Vec<Row>>(&bytes), read::<Kind>(&bytes), read::<Vec<Vec<()>>>(&bytes));
        }
    }

    #[test]
    fn what_nobody_wrote_is_nothing() {
        assert_eq!(read::<Kind>(&[4]), None, "a variant that is not there");
        assert_eq!(read::<bool>(&[2]), None);
        assert_eq!(read::<Option<u8>>(&[2, 1]), None);
        assert_eq!(read::<String>(&[1, 0xff]), None, "no UTF-8");
        assert_eq!(read::<u16>(&[0xff, 0xff, 0x7f]), None);
        assert_eq!(read::<Vec<u8>>(&[0xff, 0xff, 0xff, 0xff, 0x0f]), None, "longer than its bytes");
    }
}
