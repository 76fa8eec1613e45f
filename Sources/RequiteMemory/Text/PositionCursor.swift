/// Goes over the places of a `PositionArray` that was closed by two marks; two entries are in sight at a time.
///
/// Valid until the array is reset. It never steps over a mark: so there is always one behind what is in sight first, and
/// reading needs no look at where the places end.
public struct PositionCursor: BitwiseCopyable {
  @usableFromInline var next: UnsafePointer<UInt32>

  @inlinable
  init(_ entries: UnsafePointer<UInt32>) {
    next = entries
  }

  /// The place here, or a mark, which is greater than any place.
  @inlinable
  public var place: Int {
    @inline(__always) get { Int(next[0]) }
  }

  /// The place behind this one, or a mark.
  @inlinable
  public var following: Int {
    @inline(__always) get { Int(next[1]) }
  }

  /// Steps over the place here and the one behind it, which must not be marks.
  @inlinable
  @inline(__always)
  public mutating func skipPair() {
    precondition(next[1] != .max, "a cursor goes no further than the marks")
    next += 2
  }

  /// Steps over the places before `position`.
  @inlinable
  @inline(__always)
  public mutating func skip(before position: Int) {
    // Never greater than a mark.
    let position = UInt32(clamping: position)
    while next[0] < position { next += 1 }
  }
}

extension PositionArray {
  /// A cursor at the first place; two marks must follow the last.
  public var cursor: PositionCursor {
    precondition(end >= count + 2, "a cursor goes over places that two marks end")
    return PositionCursor(entries)
  }
}
