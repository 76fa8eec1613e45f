/// Where the project is, as tests find it.
public enum ProjectFolder {
  /// The folder with `Package.swift`.
  public static var path: String {
    #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()
  }

  /// A file below it.
  public static func path(_ relative: String) -> String {
    "\(path)/\(relative)"
  }
}
