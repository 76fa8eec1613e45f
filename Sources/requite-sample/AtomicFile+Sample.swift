import RequiteCommand
import RequiteSamples

extension AtomicFile {
  /// Writes a sample file into a directory, unless it is there already with exactly these bytes.
  static func writeIfChanged(_ file: SampleFile, to directory: String) throws {
    try writeIfChanged(file.bytes, to: "\(directory)/\(file.name)")
  }
}
