//! Feeds the fuzzer's bytes to [`coderpath_fuzz::record`].

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| coderpath_fuzz::record(bytes));
