import RequiteModel

/// The part of a row that every row has, as it lies in memory on its way into a ledger.
///
/// Small, because staged rows cost what their bytes cost: each is written to memory that the system must first clear, and
/// read back from there. Numbers that not every row has follow it, those that are present in the order of their bits.
protocol StagedRow: BitwiseCopyable {
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
  @inline(__always)
  func has(_ bit: UInt16) -> Bool { present & bit != 0 }
}

/// The room for the numbers of a staged row, filled in the order of their bits.
struct NumberRoom {
  private let start: UnsafeMutableRawPointer
  private var next: UnsafeMutableRawPointer
  /// Which numbers are there, a bit each.
  private(set) var present: UInt16 = 0

  /// Room at `start` for the most numbers that can follow.
  init(_ start: UnsafeMutableRawPointer) {
    self.start = start
    next = start
  }

  /// Puts the number of `bit`, unless the row lacks it, which is when it is `missing`.
  ///
  /// Without a branch: whether a row has a number is hard to foresee. What follows overwrites the number that is missing.
  @inline(__always)
  mutating func put(_ number: Int64, _ bit: UInt16, unless missing: Int64) {
    next.storeBytes(of: number, as: Int64.self)
    let isThere = number != missing
    next += isThere ? 8 : 0
    present |= isThere ? bit : 0
  }

  /// Puts the halves of a pseudonym or a fingerprint, unless both are zero; `bits` are those of both.
  @inline(__always)
  mutating func put(_ high: UInt64, _ low: UInt64, _ bits: UInt16) {
    guard high | low != 0 else { return }
    next.storeBytes(of: high, as: UInt64.self)
    next.storeBytes(of: low, toByteOffset: 8, as: UInt64.self)
    next += 16
    present |= bits
  }

  /// How many numbers are there.
  var count: Int { (next - start) / 8 }

  /// Where the numbers end.
  var end: UnsafeMutableRawPointer { next }
}

/// A row that is staged as it comes: it has no id, and every number that a row can have.
protocol WholeStagedRow: StagedRow where Source == Self {}

extension WholeStagedRow {
  static var greatestNumberCount: Int { 0 }

  @inline(__always)
  init(_ source: borrowing Self, idLength: UInt16, numbers: inout NumberRoom) {
    self = copy source
  }

  var present: UInt16 { 0 }
  var numberCount: Int { 0 }
  var idLength: UInt16 { 0 }
}

extension RevenueRow: WholeStagedRow {}
extension CrosswalkRow: WholeStagedRow {}
