import Glibc
import RequiteFormats

/// Standard output as a sink, for stages that were given `-`.
///
/// A full disk or a reader that went away is a failure, 74: output that was asked for and did not arrive is never
/// success.
public final class StandardOutput: ByteSink {
  private var output: BufferedDescriptor

  /// Creates a sink; nothing is written yet.
  public convenience init() {
    self.init(descriptor: STDOUT_FILENO)
  }

  /// A sink over any open descriptor, for tests.
  package init(descriptor: Int32) {
    output = BufferedDescriptor(descriptor, named: "standard output")
  }

  /// Takes bytes; call `flush` at the end.
  public func write(_ bytes: Span<UInt8>) throws {
    try output.write(bytes)
  }

  /// Takes text as UTF-8.
  public func write(_ text: String) throws {
    try output.write(text.utf8Span.span)
  }

  /// Hands everything to the operating system.
  public func flush() throws {
    try output.flush()
  }
}
