//! Feeds the fuzzer's bytes to [`coderpath_fuzz::sheet`].

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| coderpath_fuzz::sheet(bytes));
