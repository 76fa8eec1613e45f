/// A stream that a second thread reads ahead, so that unwrapping a file goes on beside what is done with its bytes.
///
/// Gives the same bytes in pieces of the same size, and throws what the stream throws behind the same bytes. The thread
/// has ended when this object is gone, whether everything was read or not.
final class ReadAheadStream: ByteStream {
  private let ring: PieceRing
  private let thread: JoinedThread
  private var number = 0
  private var position = 0

  /// Begins to read `stream`, `pieceSize` bytes at a time; `nil` where the system has no thread to give.
  init?(_ stream: any ByteStream, pieceSize: Int) {
    let ring = PieceRing(stream, pieceSize: pieceSize)
    guard let thread = JoinedThread({ ring.fill() }) else { return nil }
    self.ring = ring
    self.thread = thread
  }

  deinit {
    ring.stop()
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
    guard let piece = try ring.filled(number) else { return 0 }
    let count = min(piece.count - position, buffer.count)
    buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: piece[position..<position + count]))
    position += count
    if position == piece.count {
      ring.empty()
      number += 1
      position = 0
    }
    return count
  }
}
