//! Feeds the fuzzer's bytes to [`coderpath_fuzz::draft`].

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| coderpath_fuzz::draft(bytes));
