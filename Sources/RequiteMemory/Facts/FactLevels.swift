/// The levels of a fact by attribute, as codes of the plan, which lie in a `FactArena`; 0 is "not stated".
public struct FactLevels: BitwiseCopyable, @unchecked Sendable {
  @usableFromInline let start: UnsafePointer<UInt32>?
  @usableFromInline let length: Int32

  /// A fact without attributes.
  @inlinable public init() {
    start = nil
    length = 0
  }

  /// Codes that live at least as long as this is used.
  @inlinable public init(_ codes: UnsafeBufferPointer<UInt32>) {
    start = codes.baseAddress
    length = Int32(codes.count)
  }

  /// How many attributes there are.
  @inlinable public var count: Int { Int(length) }

  /// The code of an attribute's level.
  @inlinable public subscript(attribute: Int) -> UInt32 {
    precondition(attribute >= 0 && attribute < count, "an attribute was asked for that facts do not have")
    return start.unsafelyUnwrapped[attribute]
  }
}

extension FactLevels: RandomAccessCollection {
  /// The first attribute.
  @inlinable public var startIndex: Int { 0 }
  /// Behind the last attribute.
  @inlinable public var endIndex: Int { count }
}

extension FactLevels: Hashable {
  /// Whether both have the same codes, wherever they lie.
  public static func == (left: FactLevels, right: FactLevels) -> Bool { left.elementsEqual(right) }

  /// Feeds the codes.
  public func hash(into hasher: inout Hasher) {
    for code in self { hasher.combine(code) }
  }
}
