/// A few buffers that one thread fills from a stream while another empties them in the same order.
///
/// The stream is touched by the filling thread alone. A buffer belongs to one thread at a time: who has it has taken it out
/// of what both can see.
final class PieceRing: Sendable {
  private static let pieceCount = 4

  /// What the two threads have left to each other.
  private struct Progress {
    /// Pieces that are filled, the oldest first.
    var filled: [[UInt8]] = []
    /// Pieces that are emptied, or were never used.
    var empty = [[UInt8]](repeating: [], count: pieceCount)
    /// How the stream ended, once it did.
    var end: Result<Void, any Error>?
    /// Whether nobody wants more.
    var isStopped = false
  }

  private let stream: Monitor<any ByteStream>
  private let pieceSize: Int
  private let progress = Monitor(Progress())

  init(_ stream: any ByteStream, pieceSize: Int) {
    self.stream = Monitor(stream)
    self.pieceSize = pieceSize
  }
}

// MARK: - The thread that fills

extension PieceRing {
  /// Reads the stream to its end, or until nobody wants more.
  func fill() {
    while var piece = emptyPiece() {
      do {
        try read(into: &piece)
        progress.change { progress in
          if piece.isEmpty { progress.end = .success(()) } else { progress.filled.takeOver(&piece) }
        }
      } catch {
        progress.change { $0.end = .failure(error) }
      }
    }
  }

  private func read(into piece: inout [UInt8]) throws {
    piece.removeAll(keepingCapacity: true)
    try piece.append(addingCapacity: pieceSize) { room in
      try stream.change { try $0.read(into: &room) }
    }
  }

  /// Waits for a piece that may be filled; `nil` if there will never be one.
  private func emptyPiece() -> [UInt8]? {
    progress.wait { progress -> [UInt8]?? in
      if progress.isStopped || progress.end != nil { return .some(nil) }
      // Nothing found where there is none: the waiting goes on.
      return progress.empty.popLast().map(Optional.some)
    }
  }
}

// MARK: - The thread that empties

extension PieceRing {
  /// The next piece, as soon as it is filled; `nil` at the end of the stream.
  ///
  /// - Throws: what the stream threw behind the last piece.
  func nextFilled() throws -> [UInt8]? {
    let found: Result<[UInt8]?, any Error> = progress.wait { progress in
      if !progress.filled.isEmpty { return .success(progress.filled.removeFirst()) }
      return progress.end.map { end in end.map { nil } }
    }
    return try found.get()
  }

  /// Gives a piece back, which leaves an empty one.
  func giveBack(_ piece: inout [UInt8]) {
    progress.change { $0.empty.takeOver(&piece) }
  }

  /// Wants no more: the other thread ends soon.
  func stop() {
    progress.change { $0.isStopped = true }
  }
}

extension [[UInt8]] {
  /// Adds a piece without sharing its memory: what it was taken from is left empty.
  fileprivate mutating func takeOver(_ piece: inout [UInt8]) {
    append([])
    swap(&self[count - 1], &piece)
  }
}
