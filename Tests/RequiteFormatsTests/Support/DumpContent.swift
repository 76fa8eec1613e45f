import RequiteFormats

/// Opens the file and reads all of it, `pieceSize` bytes at a time.
func content(
  of file: TemporaryFile, pieceSize: Int = 4096, besideParsing: Bool = false,
  observer: ((Span<UInt8>) -> Void)? = nil
) throws -> [UInt8] {
  let stream = try withExtendedLifetime(file) {
    try DumpStream(path: file.path, besideParsing: besideParsing, observer: observer)
  }
  var piece = [UInt8](repeating: 0, count: pieceSize)
  var content: [UInt8] = []
  while true {
    let count = try stream.read(into: &piece)
    if count == 0 { return content }
    content += piece.prefix(count)
  }
}

/// The failure that reading the file ends with.
func containerFailure(_ file: TemporaryFile, pieceSize: Int = 4096) throws -> ContainerFailure? {
  do {
    _ = try content(of: file, pieceSize: pieceSize)
    return nil
  } catch let failure as ContainerFailure {
    return failure
  }
}
