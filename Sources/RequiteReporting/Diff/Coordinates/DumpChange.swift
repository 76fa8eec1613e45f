import RequiteModel

/// A dump that only one of two versions has, or that arrived with another content.
public struct DumpChange: Hashable, Sendable {
  /// What became of a dump.
  public enum Kind: String, CaseIterable, Sendable {
    /// Only the later version has it.
    case added
    /// Only the earlier version has it.
    case removed
    /// Both have it, with other content or another fate.
    case changed
  }

  /// The earlier account; `nil` for a dump that was added.
  public let before: DumpAccount?
  /// The later account; `nil` for a dump that was removed.
  public let after: DumpAccount?

  /// The dump's file name.
  public var name: String { (after ?? before)!.dump }

  /// What it holds.
  public var kindOfRows: DumpKind { (after ?? before)!.kind }

  /// What became of it.
  public var kind: Kind { before == nil ? .added : after == nil ? .removed : .changed }

  /// The dumps of two versions that differ, by name.
  ///
  /// A dump that was only compressed anew is one of them; that the facts are the same says the rest.
  static func between(_ before: [DumpAccount], _ after: [DumpAccount]) -> [DumpChange] {
    let (old, new) = (byName(before), byName(after))
    let names = Set(old.keys).union(new.keys).sorted { $0.byteOrder(to: $1) < 0 }
    return names.filter { old[$0] != new[$0] }.map { DumpChange(before: old[$0], after: new[$0]) }
  }

  private static func byName(_ dumps: [DumpAccount]) -> [String: DumpAccount] {
    Dictionary(dumps.map { ($0.dump, $0) }) { first, _ in first }
  }
}
