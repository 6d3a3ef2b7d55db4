//! A hasher for keys that are hashes already.

use std::hash::Hasher;

/// Hands a `u64` on as it is. Only for keys that were mixed, and that nobody else can choose.
#[derive(Default)]
pub(super) struct AsIs(u64);

impl Hasher for AsIs {
    fn finish(&self) -> u64 {
        // Hash tables look at both ends: the multiplications that make our keys leave the low end poor.
        self.0 ^ (self.0 >> 32)
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }
}
