import Glibc

// Reading and writing in memory whose length goes with it. Interrupted calls are repeated; −1 leaves why in `errno`.

/// Reads on into the beginning of `bytes`; the number read, 0 at the end of the file.
func readOnce(_ descriptor: Int32, into bytes: inout [UInt8]) -> Int {
  unsafe bytes.withUnsafeMutableBytes { room in
    retryingInterrupts { unsafe read(descriptor, room.baseAddress, room.count) }
  }
}

/// Reads what stands at `offset` of the file into `bytes` from the index `start` on; the number read.
func readOnce(_ descriptor: Int32, at offset: off_t, into bytes: inout [UInt8], from start: Int = 0) -> Int {
  unsafe bytes.withUnsafeMutableBytes { bytes in
    // Slicing checks that `start` lies within.
    let room = unsafe UnsafeMutableRawBufferPointer(rebasing: bytes[start...])
    return retryingInterrupts { unsafe pread(descriptor, room.baseAddress, room.count, offset) }
  }
}

/// Writes some of `bytes`; the number written.
func writeOnce(_ bytes: Span<UInt8>, to descriptor: Int32) -> Int {
  unsafe bytes.withUnsafeBytes { bytes in
    retryingInterrupts { unsafe write(descriptor, bytes.baseAddress, bytes.count) }
  }
}
