/// A file whose bytes somebody else sees too, as they are read: a digest is computed without a second pass.
final class ObservedFile {
  let file: InputFile
  /// Bytes read and shown so far.
  private(set) var offset = 0
  private let observer: ((Span<UInt8>) -> Void)?

  init(_ file: InputFile, observer: ((Span<UInt8>) -> Void)?) {
    self.file = file
    self.observer = observer
  }

  func read(into room: inout OutputSpan<UInt8>) throws {
    let start = room.count
    try file.read(into: &room)
    offset += room.count - start
    if let observer, room.count > start { observer(room.span.extracting(start...)) }
  }
}
