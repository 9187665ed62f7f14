//! A number by which texts are found again.

/// The number of no bytes at all.
pub(crate) const NOTHING: u64 = 0xcbf2_9ce4_8422_2325;

/// A number that is the same for the same bytes, and seldom for others, from that of those before on: FNV-1a,
/// <http://www.isthe.com/chongo/tech/comp/fnv/>. What columns meant is kept under such a number, so it stays as it is.
pub(crate) fn hash(before: u64, bytes: impl Iterator<Item = u8>) -> u64 {
    bytes.fold(before, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// The same in half as many bits.
pub(crate) fn short(hash: u64) -> u32 {
    u32::try_from((hash ^ (hash >> 32)) & 0xffff_ffff).unwrap_or_default()
}
