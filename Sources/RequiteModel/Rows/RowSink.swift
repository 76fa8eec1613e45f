/// Takes accepted rows as a dump is read.
///
/// A ledger builder is one; a preview is another.
public protocol RowSink: AnyObject {
  /// Takes an event, its id and its levels. The id is only good during the call.
  func append(_ row: InteractionRow, id: Bytes, levels: [UInt32]) throws
  /// Takes a response, its bucket, its id and its levels. The id is only good during the call.
  func append(_ row: ResponseRow, bucket: Int, id: Bytes, levels: [UInt32]) throws
  /// Takes a customer's revenue of a year and its bucket.
  func append(_ row: RevenueRow, bucket: Int) throws
  /// Takes a line of a crosswalk.
  func append(_ row: CrosswalkRow) throws
  /// Takes an erasure.
  func append(_ row: ErasureRow) throws
}
