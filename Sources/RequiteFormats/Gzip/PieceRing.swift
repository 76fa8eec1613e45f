/// A few buffers that one thread fills from a stream while another empties them in the same order.
///
/// The stream is touched by the filling thread alone. A buffer belongs to that thread until it says that the buffer is
/// filled, then to the other one until that says that it is emptied.
final class PieceRing: @unchecked Sendable {
  private static let pieceCount = 4

  /// How far the two threads are.
  private struct Progress {
    /// Pieces filled so far, and the lengths of the last few.
    var filled = 0
    var lengths = [Int](repeating: 0, count: pieceCount)
    /// Pieces emptied so far.
    var emptied = 0
    /// How the stream ended, once it did.
    var end: Result<Void, any Error>?
    /// Whether nobody wants more.
    var isStopped = false
  }

  private var stream: any ByteStream
  private let pieceSize: Int
  private let memory: UnsafeMutableRawBufferPointer
  private let progress = Monitor(Progress())

  init(_ stream: any ByteStream, pieceSize: Int) {
    self.stream = stream
    self.pieceSize = pieceSize
    memory = .allocate(byteCount: Self.pieceCount * pieceSize, alignment: 64)
  }

  deinit {
    memory.deallocate()
  }

  private func piece(_ number: Int) -> UnsafeMutableRawBufferPointer {
    let start = number % Self.pieceCount * pieceSize
    return UnsafeMutableRawBufferPointer(rebasing: memory[start..<start + pieceSize])
  }
}

// MARK: - The thread that fills

extension PieceRing {
  /// Reads the stream to its end, or until nobody wants more.
  func fill() {
    var number = 0
    while waitForRoom(for: number) {
      do {
        let length = try stream.read(into: piece(number))
        progress.change { progress in
          if length == 0 { progress.end = .success(()) }
          progress.lengths[number % Self.pieceCount] = length
          progress.filled += length == 0 ? 0 : 1
        }
        number += 1
      } catch {
        progress.change { $0.end = .failure(error) }
      }
    }
  }

  /// Waits until piece `number` may be filled; `false` if it never will.
  private func waitForRoom(for number: Int) -> Bool {
    progress.wait { progress in
      if progress.isStopped || progress.end != nil { return false }
      return number - progress.emptied < Self.pieceCount ? true : nil
    }
  }
}

// MARK: - The thread that empties

extension PieceRing {
  /// Piece `number`, as soon as it is filled; `nil` at the end of the stream.
  ///
  /// - Throws: what the stream threw behind the last piece.
  func filled(_ number: Int) throws -> UnsafeRawBufferPointer? {
    let found: Result<Int, any Error> = progress.wait { progress in
      if number < progress.filled { return .success(progress.lengths[number % Self.pieceCount]) }
      return progress.end.map { end in end.map { 0 } }
    }
    let length = try found.get()
    return length == 0 ? nil : UnsafeRawBufferPointer(rebasing: piece(number)[..<length])
  }

  /// Gives the oldest filled piece back.
  func empty() {
    progress.change { $0.emptied += 1 }
  }

  /// Wants no more: the other thread ends soon.
  func stop() {
    progress.change { $0.isStopped = true }
  }
}
