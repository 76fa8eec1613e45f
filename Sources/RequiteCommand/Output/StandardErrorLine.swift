/// A plain line of a stage's log, on standard error.
public enum StandardErrorLine {
  /// Writes `line` and a line end.
  ///
  /// Nothing from a dump may be in it.
  public static func write(_ line: String) {
    StandardDescriptors.writeError(line + "\n")
  }
}
