/// A value in memory that stays where it is: reaching it watches no access.
///
/// For what a class changes many times for every row. Whoever changes it must not reach it a second time meanwhile.
public struct PinnedValue<Value>: ~Copyable {
  @usableFromInline let place: UnsafeMutablePointer<Value>

  /// Pins a value.
  public init(_ value: Value) {
    place = .allocate(capacity: 1)
    place.initialize(to: value)
  }

  deinit {
    place.deinitialize(count: 1)
    place.deallocate()
  }

  /// The value.
  @inlinable
  public var value: Value {
    @inline(__always) get { place.pointee }
    @inline(__always) nonmutating set { place.pointee = newValue }
  }

  /// Calls `body` with the value, to change it where it is.
  @inlinable
  @inline(__always)
  public func change<Result>(_ body: (inout Value) throws -> Result) rethrows -> Result {
    try body(&place.pointee)
  }

  /// The value for those who look at it while it is there.
  @inlinable
  public var seen: SeenValue<Value> {
    @inline(__always) get { SeenValue(place) }
  }
}

/// A pinned value for those who have no share in it: not to be used after the value is gone.
public struct SeenValue<Value>: BitwiseCopyable {
  @usableFromInline let place: UnsafePointer<Value>

  @inlinable
  init(_ place: UnsafePointer<Value>) {
    self.place = place
  }

  /// The value as it is now.
  @inlinable
  public var value: Value {
    @inline(__always) unsafeAddress { place }
  }
}
