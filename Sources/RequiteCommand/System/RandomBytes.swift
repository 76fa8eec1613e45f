import Glibc

/// Fills up to 256 bytes from the kernel's random source; 0, or −1 with `errno`.
func randomBytes(_ bytes: inout [UInt8]) -> Int32 {
  // As many are written as the array has.
  unsafe getentropy(&bytes, bytes.count)
}
