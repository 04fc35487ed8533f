//! Reading.

use super::{Never, foreign};
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor, value::U32Deserializer,
};

/// What is still to be read. After the first thing that nobody writes so, everything is zero, empty and not there.
pub(super) struct Reader<'de> {
    rest: &'de [u8],
    whole: bool,
}

type Read<T> = Result<T, Never>;

impl<'de> Reader<'de> {
    /// From these bytes.
    pub(super) fn of(rest: &'de [u8]) -> Self {
        Reader { rest, whole: true }
    }

    /// Whether all that was read had been written so.
    pub(super) fn is_whole(&self) -> bool {
        self.whole
    }

    #[cold]
    fn damaged(&mut self) {
        (self.rest, self.whole) = (&[], false);
    }

    fn byte(&mut self) -> u8 {
        if let Some((first, rest)) = self.rest.split_first() {
            self.rest = rest;
            return *first;
        }
        self.damaged();
        0
    }

    /// A number of seven bits a byte, not above `most`.
    fn number(&mut self, most: u32) -> u32 {
        let (mut n, mut shift) = (0u64, 0);
        loop {
            let byte = self.byte();
            n |= u64::from(byte & 0x7f) << shift;
            shift += 7;
            if byte < 0x80 && n <= most.into() {
                return n as u32;
            }
            if byte < 0x80 || shift > 28 {
                self.damaged();
                return 0;
            }
        }
    }

    /// How many things follow. Each has a byte at least, so that damaged bytes do not count to four thousand millions.
    fn length(&mut self) -> usize {
        let n = self.number(u32::MAX) as usize;
        if n > self.rest.len() {
            self.damaged();
            return 0;
        }
        n
    }

    fn bytes(&mut self) -> &'de [u8] {
        let n = self.length();
        let (these, rest) = self.rest.split_at_checked(n).unwrap_or_default();
        self.rest = rest;
        these
    }

    fn text(&mut self) -> &'de str {
        std::str::from_utf8(self.bytes()).unwrap_or_else(|_| {
            self.damaged();
            ""
        })
    }

    fn yes(&mut self) -> bool {
        match self.byte() {
            0 => false,
            1 => true,
            _ => {
                self.damaged();
                false
            }
        }
    }

    fn signed(&mut self, most: u32) -> i32 {
        let n = self.number(most);
        (n >> 1) as i32 ^ -((n & 1) as i32)
    }
}

macro_rules! foreign_to {
    ($($method:ident)*) => { $(
        fn $method<V: Visitor<'de>>(self, _: V) -> Read<V::Value> {
            foreign()
        }
    )* };
}

impl<'de> Deserializer<'de> for &mut Reader<'de> {
    type Error = Never;

    foreign_to!(deserialize_any deserialize_i64 deserialize_f32 deserialize_char deserialize_identifier deserialize_ignored_any);

    fn is_human_readable(&self) -> bool {
        false
    }
    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        visitor.visit_bool(self.yes())
    }
    fn deserialize_u8<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        visitor.visit_u8(self.byte())
    }
    fn deserialize_i8<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        visitor.visit_i8(self.byte() as i8)
    }
    fn deserialize_u16<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        visitor.visit_u16(self.number(u16::MAX.into()) as u16)
    }
    fn deserialize_i16<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        visitor.visit_i16(self.signed(u16::MAX.into()) as i16)
    }
    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        visitor.visit_u32(self.number(u32::MAX))
    }
    fn deserialize_i32<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        visitor.visit_i32(self.signed(u32::MAX))
    }
    /// A `usize`, which has 32 bits in a browser.
    fn deserialize_u64<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        visitor.visit_u32(self.number(u32::MAX))
    }
    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        let mut eight = [0; 8];
        eight.iter_mut().for_each(|b| *b = self.byte());
        visitor.visit_f64(f64::from_le_bytes(eight))
    }
    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        visitor.visit_borrowed_str(self.text())
    }
    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        visitor.visit_borrowed_str(self.text())
    }
    fn deserialize_bytes<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        visitor.visit_borrowed_bytes(self.bytes())
    }
    fn deserialize_byte_buf<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        visitor.visit_borrowed_bytes(self.bytes())
    }
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        if self.yes() { visitor.visit_some(self) } else { visitor.visit_none() }
    }
    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        visitor.visit_unit()
    }
    fn deserialize_unit_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Read<V::Value> {
        visitor.visit_unit()
    }
    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Read<V::Value> {
        visitor.visit_newtype_struct(self)
    }
    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        let left = self.length();
        visitor.visit_seq(Parts { from: self, left })
    }
    fn deserialize_tuple<V: Visitor<'de>>(self, left: usize, visitor: V) -> Read<V::Value> {
        visitor.visit_seq(Fields(self, left))
    }
    fn deserialize_tuple_struct<V: Visitor<'de>>(self, _: &'static str, n: usize, visitor: V) -> Read<V::Value> {
        self.deserialize_tuple(n, visitor)
    }
    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Read<V::Value> {
        let left = self.length();
        visitor.visit_map(Parts { from: self, left })
    }
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Read<V::Value> {
        self.deserialize_tuple(fields.len(), visitor)
    }
    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Read<V::Value> {
        let index = self.number(variants.len().saturating_sub(1) as u32);
        visitor.visit_enum(Variant { from: self, index })
    }
}

/// What a list or a map holds.
struct Parts<'a, 'de> {
    from: &'a mut Reader<'de>,
    left: usize,
}

impl Parts<'_, '_> {
    fn is_next(&mut self) -> bool {
        let next = self.left > 0 && self.from.whole;
        self.left = self.left.saturating_sub(1);
        next
    }
}

impl<'de> SeqAccess<'de> for Parts<'_, 'de> {
    type Error = Never;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Read<Option<T::Value>> {
        if self.is_next() { seed.deserialize(&mut *self.from).map(Some) } else { Ok(None) }
    }
    fn size_hint(&self) -> Option<usize> {
        Some(self.left)
    }
}

impl<'de> MapAccess<'de> for Parts<'_, 'de> {
    type Error = Never;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Read<Option<K::Value>> {
        if self.is_next() { seed.deserialize(&mut *self.from).map(Some) } else { Ok(None) }
    }
    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Read<T::Value> {
        seed.deserialize(&mut *self.from)
    }
    fn size_hint(&self) -> Option<usize> {
        Some(self.left)
    }
}

/// Fields of a struct or a tuple: always all of them, so that no code for a missing one is kept.
struct Fields<'a, 'de>(&'a mut Reader<'de>, usize);

impl<'de> SeqAccess<'de> for Fields<'_, 'de> {
    type Error = Never;

    #[inline(always)]
    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Read<Option<T::Value>> {
        seed.deserialize(&mut *self.0).map(Some)
    }
    fn size_hint(&self) -> Option<usize> {
        Some(self.1)
    }
}

/// One of an enum's variants.
struct Variant<'a, 'de> {
    from: &'a mut Reader<'de>,
    index: u32,
}

impl<'a, 'de> EnumAccess<'de> for Variant<'a, 'de> {
    type Error = Never;
    type Variant = &'a mut Reader<'de>;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Read<(V::Value, Self::Variant)> {
        Ok((seed.deserialize(U32Deserializer::new(self.index))?, self.from))
    }
}

impl<'de> VariantAccess<'de> for &mut Reader<'de> {
    type Error = Never;

    fn unit_variant(self) -> Read<()> {
        Ok(())
    }
    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Read<T::Value> {
        seed.deserialize(self)
    }
    fn tuple_variant<V: Visitor<'de>>(self, n: usize, visitor: V) -> Read<V::Value> {
        self.deserialize_tuple(n, visitor)
    }
    fn struct_variant<V: Visitor<'de>>(self, fields: &'static [&'static str], visitor: V) -> Read<V::Value> {
        self.deserialize_tuple(fields.len(), visitor)
    }
}
