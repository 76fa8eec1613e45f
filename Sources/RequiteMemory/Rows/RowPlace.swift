/// Where a row lies, for those who keep it while its rows are looked at.
///
/// Two places are equal where they are one, whatever lies there.
public struct RowPlace<Row: BitwiseCopyable>: Equatable {
  @usableFromInline let pointer: UnsafePointer<Row>

  @inlinable @inline(__always)
  init(_ pointer: UnsafePointer<Row>) {
    self.pointer = pointer
  }

  /// The row.
  @inlinable public var pointee: Row {
    @inline(__always)
    get { pointer.pointee }
  }
}
