import Glibc
import Synchronization

/// The names of files that are not finished yet: `.requite-tmp-<process>-<number>-<final name>`.
///
/// Hidden, so that nothing that lists dumps or reports takes one for a result, and recognisable, so that a later run
/// can sweep what a killed one left.
enum TemporaryName {
  private static let prefix = ".requite-tmp-"
  private static let counter = Atomic<UInt64>(0)

  /// A name this process has not used before, for a file that will be called `finalName`.
  ///
  /// Long final names are cut, since the whole must stay below the 255 bytes of a file name.
  static func next(for finalName: String) -> String {
    let number = counter.wrappingAdd(1, ordering: .relaxed).newValue
    var ending = finalName[...]
    while ending.utf8.count > 100 { ending.removeLast() }
    return "\(prefix)\(getpid())-\(number)-\(ending)"
  }

  /// Whether `name` is one of ours.
  static func matches(_ name: String) -> Bool {
    name.hasPrefix(prefix)
  }
}
