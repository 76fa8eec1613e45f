import Glibc

/// Standard input, output and error.
enum StandardDescriptors {
  /// Fills the places of those that the caller closed.
  ///
  /// Otherwise the first file we open would become, say, standard error, and a message would be written into a report.
  /// The stand-ins fail when used: reading from 0 and writing to 1 and 2 is refused.
  static func fillGaps() {
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] where fcntl(descriptor, F_GETFD) == -1 {
      // The lowest free descriptor is given out, which is this one.
      _ = openFile("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
    }
  }

  /// Writes text to standard error in one call where possible; that it cannot be written changes nothing.
  static func writeError(_ text: String) {
    var output = BufferedDescriptor(STDERR_FILENO, named: "standard error")
    try? output.write(text.utf8Span.span)
    try? output.flush()
  }
}
