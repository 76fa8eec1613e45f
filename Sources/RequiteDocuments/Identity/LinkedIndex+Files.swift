extension LinkedIndex {
  /// The name of the index, among the states of its night.
  public static let fileName = "linked.json"

  /// The name of a ledger's copy, beside the index.
  ///
  /// - Parameter digest: the digest of the ledger as it was read.
  public static func fileName(ofCopy digest: String) -> String { prefix + digest + suffix }

  /// Whether a file of this name is the copy of some ledger.
  public static func isCopy(_ name: String) -> Bool { name.hasPrefix(prefix) && name.hasSuffix(suffix) }

  private static let prefix = "linked-"
  private static let suffix = ".ledger"
}
