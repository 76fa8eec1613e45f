/// A stream that a second thread reads ahead, so that unwrapping a file goes on beside what is done with its bytes.
///
/// Gives the same bytes in pieces of the same size, and throws what the stream throws behind the same bytes. The thread
/// has ended when this object is gone, whether everything was read or not.
final class ReadAheadStream: ByteStream {
  private let ring: PieceRing
  private let thread: JoinedThread
  /// The piece that is given away, and how much of it was.
  private var piece: [UInt8]?
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

  func read(into room: inout OutputSpan<UInt8>) throws {
    guard var piece = try piece.take() ?? ring.nextFilled() else { return }
    let end = position + min(piece.count - position, room.freeCapacity)
    room.append(copying: piece.span.extracting(position..<end))
    if end == piece.count {
      ring.giveBack(&piece)
      position = 0
    } else {
      self.piece = piece
      position = end
    }
  }
}
