/// Something that reads bytes from outside, and what must hold whatever they are.
public protocol FuzzTarget: SendableMetatype {
  /// What it is called, on the command line and in the corpus.
  static var name: String { get }

  /// Tries `bytes`.
  ///
  /// - Throws: `Broken` for what should hold and does not.
  static func check(_ bytes: [UInt8]) throws
}

/// What should hold for all bytes, and does not for some.
public struct Broken: Error, CustomStringConvertible {
  /// What should hold.
  public let description: String

  init(_ law: String) {
    description = law
  }

  /// Throws unless `isTrue`.
  static func unless(_ isTrue: Bool, _ law: @autoclosure () -> String) throws {
    guard isTrue else { throw Broken(law()) }
  }
}

/// All targets.
public enum FuzzTargets {
  /// By name, as the folders of the corpus are.
  public static let all: [any FuzzTarget.Type] = [
    AdapterRowsTarget.self, AdapterTextTarget.self, CSVTarget.self, GzipTarget.self, JSONDocumentTarget.self,
    JSONLinesTarget.self, NumbersTarget.self, TimesTarget.self,
  ]

  /// The target of a name.
  public static func named(_ name: String) -> (any FuzzTarget.Type)? {
    all.first { $0.name == name }
  }
}
