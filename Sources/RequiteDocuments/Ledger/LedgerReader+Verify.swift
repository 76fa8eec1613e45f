import RequiteModel

extension LedgerReader {
  /// Reads every bucket and compares it with its checksum.
  ///
  /// - Throws: `DocumentFailure.damaged` when one differs.
  public func verify() throws {
    for bucket in 0..<Bucket.count { _ = try block(bucket) }
  }
}
