/// An error about a file that Requite itself wrote earlier and cannot use now.
///
/// Whoever reports errors can tell from it how serious that is, without knowing which document it was.
public protocol StoredFileFailure: Error, CustomStringConvertible {
  /// The file, without its directory.
  var fileName: String { get }
  /// Whether the file's bytes are not what was written; otherwise it is sound, but of another release or another night.
  var isDamage: Bool { get }
}
