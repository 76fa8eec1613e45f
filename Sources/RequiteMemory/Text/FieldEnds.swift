/// Where the fields of one row begin and end in a text: each lies between two neighbouring entries.
///
/// Seen through the memory of a `PositionArray`, and valid until that is reset.
public struct FieldEnds: BitwiseCopyable {
  /// The entry before the first field, then the end of each field.
  @usableFromInline let entries: UnsafePointer<UInt32>
  /// How many fields there are.
  public let count: Int

  @inlinable
  init(_ entries: UnsafePointer<UInt32>, count: Int) {
    (self.entries, self.count) = (entries, count)
  }

  /// No fields.
  @inlinable
  public init() {
    // An address that nothing is read from.
    self.init(UnsafePointer(bitPattern: 16).unsafelyUnwrapped, count: 0)
  }

  /// A field of the row, which lies in `text`; `nil` for one that the row does not have.
  @inlinable
  @inline(__always)
  public func field(_ place: Int, of text: Bytes) -> Bytes? {
    guard place.isPlace(among: count) else { return nil }
    let start = entries[place] &+ 1
    return text.part(from: Int(start), to: Int(entries[place &+ 1]))
  }

  /// The byte of `text` that a field begins with, or what follows an empty one; 0 where the row has no such field.
  @inlinable
  @inline(__always)
  public func firstByte(of place: Int, in text: Bytes) -> UInt8 {
    guard place.isPlace(among: count) else { return 0 }
    return text.byteOrZero(at: Int(entries[place] &+ 1))
  }
}

extension PositionArray {
  /// The fields of the row from `start` to `end` that end at the places `first` to `last`.
  ///
  /// The outer ends of the row become entries for it: its end the last one, and what is before its first byte the entry
  /// before the first, which must be there.
  @inlinable
  @inline(__always)
  public func fields(first: Int, last: Int, from start: Int, to end: Int) -> FieldEnds {
    precondition(
      last.isPlace(among: self.end) && (first &- 1).isPlace(among: last),
      "a row has its ends among the places")
    entries[first &- 1] = UInt32(truncatingIfNeeded: start &- 1)
    entries[last] = UInt32(truncatingIfNeeded: end)
    return FieldEnds(entries + (first &- 1), count: last &- first &+ 1)
  }
}
