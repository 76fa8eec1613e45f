/// The part of a row that every row has, as it lies in memory on its way into a ledger.
///
/// Small, because staged rows cost what their bytes cost: each is written to memory that the system must first clear, and
/// read back from there. Numbers that not every row has follow it, those that are present in the order of their bits.
public protocol StagedRow: BitwiseCopyable {
  /// A row as it comes.
  associatedtype Source: BitwiseCopyable

  /// The most numbers that can follow.
  static var greatestNumberCount: Int { get }
  /// Packs a row, its numbers into the room for them.
  init(_ source: borrowing Source, idLength: UInt16, numbers: inout NumberRoom)

  /// Which numbers follow, a bit each.
  var present: UInt16 { get }
  /// How many numbers follow.
  var numberCount: Int { get }
  /// The bytes of the row's id.
  var idLength: UInt16 { get }
}

extension StagedRow {
  /// Whether the number of this bit follows.
  @inlinable
  @inline(__always)
  public func has(_ bit: UInt16) -> Bool { present & bit != 0 }
}

/// A row that is staged as it comes: it has no id, and every number that a row can have.
public protocol WholeStagedRow: StagedRow where Source == Self {}

extension WholeStagedRow {
  /// None.
  @inlinable public static var greatestNumberCount: Int { 0 }

  /// The row as it comes.
  @inlinable
  @inline(__always)
  public init(_ source: borrowing Self, idLength: UInt16, numbers: inout NumberRoom) {
    self = copy source
  }

  /// None.
  @inlinable public var present: UInt16 { 0 }
  /// None.
  @inlinable public var numberCount: Int { 0 }
  /// None.
  @inlinable public var idLength: UInt16 { 0 }
}
