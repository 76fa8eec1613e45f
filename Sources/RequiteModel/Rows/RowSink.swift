/// Takes accepted rows as a dump is read.
///
/// A ledger builder is one; a preview is another.
public protocol RowSink: AnyObject {
  /// Takes an event, its id's bytes and its levels. The buffers are only good during the call.
  func append(_ row: InteractionRow, id: UnsafeRawBufferPointer, levels: UnsafeBufferPointer<UInt32>) throws
  /// Takes a response, its bucket, its id's bytes and its levels. The buffers are only good during the call.
  func append(_ row: ResponseRow, bucket: Int, id: UnsafeRawBufferPointer, levels: UnsafeBufferPointer<UInt32>) throws
  /// Takes a customer's revenue of a year and its bucket.
  func append(_ row: RevenueRow, bucket: Int) throws
  /// Takes a line of a crosswalk.
  func append(_ row: CrosswalkRow) throws
  /// Takes an erasure.
  func append(_ row: ErasureRow) throws
}

extension RowSink {
  /// Takes an event, its id and its levels.
  @inlinable @inline(__always)
  public func append(_ row: InteractionRow, id: Bytes, levels: [UInt32]) throws {
    // Both are there as long as the call.
    try unsafe levels.withUnsafeBufferPointer { try unsafe append(row, id: id.raw, levels: $0) }
  }

  /// Takes a response, its bucket, its id and its levels.
  @inlinable @inline(__always)
  public func append(_ row: ResponseRow, bucket: Int, id: Bytes, levels: [UInt32]) throws {
    try unsafe levels.withUnsafeBufferPointer { try unsafe append(row, bucket: bucket, id: id.raw, levels: $0) }
  }
}
