import RequiteFormats

/// Why one of our own files cannot be used.
///
/// The file is named without its directory.
public enum DocumentFailure: StoredFileFailure, Hashable {
  /// It ends too soon, a checksum does not match, or a count is impossible.
  case damaged(String)
  /// It was written in a format this release does not know.
  case unknownFormat(String, found: String)
  /// It does not belong to this night's plan.
  case otherPlan(String)
  /// A field holds something that field cannot hold.
  case meaningless(String, field: String)

  /// The file.
  public var fileName: String {
    switch self {
    case .damaged(let name), .unknownFormat(let name, _), .otherPlan(let name), .meaningless(let name, _): name
    }
  }

  /// Whether the file's bytes are not what was written.
  public var isDamage: Bool {
    switch self {
    case .damaged, .meaningless: true
    case .unknownFormat, .otherPlan: false
    }
  }

  /// What happened, as a sentence without its full stop.
  public var description: String {
    switch self {
    case .damaged: "the file is damaged"
    case .unknownFormat(_, let found): "the file has the format \(found), which this release does not read"
    case .otherPlan: "the file was made under another plan or other settings"
    case .meaningless(_, let field): "the file is damaged: its \(field) makes no sense"
    }
  }
}
