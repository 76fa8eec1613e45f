/// Objects that are reached without counting a reference, and kept as long as this is there.
public struct PinnedObjects<Object: AnyObject>: ~Copyable {
  private let objects: [Object]
  @usableFromInline let slots: PinnedArray<Unmanaged<Object>>

  /// Keeps objects.
  public init(_ objects: [Object]) {
    self.objects = objects
    slots = PinnedArray(objects.map(Unmanaged.passUnretained))
  }

  /// Calls `body` with an object, which must be there.
  @inlinable
  @inline(__always)
  public func withObject<Result>(_ place: Int, _ body: (Object) throws -> Result) rethrows -> Result {
    try slots[place]._withUnsafeGuaranteedRef(body)
  }
}
