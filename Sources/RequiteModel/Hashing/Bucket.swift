/// One of the 256 shares into which ledgers divide their rows.
///
/// Interactions are divided by (vendor, thread), responses and revenue by (vendor, customer); a bucket therefore holds
/// threads or customers whole, and can be scored without the others.
public enum Bucket {
  /// How many there are.
  ///
  /// Part of the ledger format.
  public static let count = 256

  /// The bucket of a key's fingerprint: its top byte.
  @inlinable public static func of(_ hash: Hash128) -> Int {
    Int(hash.high >> 56)
  }
}
