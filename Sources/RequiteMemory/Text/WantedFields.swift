/// The fields of a row that somebody wants: from which column each of them comes, or what is in it.
///
/// What points to its contents must not be used after it is gone.
public struct WantedFields: ~Copyable {
  private let columns: PinnedArray<Int>
  private let fields: PinnedArray<Bytes>

  /// Fields from these columns, all of them empty; `nil` for a column that is not there.
  public init(columns wanted: [Int?]) {
    columns = PinnedArray(wanted.map { $0 ?? -1 })
    fields = PinnedArray(repeating: Bytes(), count: wanted.count)
  }

  /// How many fields there are.
  public var count: Int { fields.count }

  /// What is in the fields of a row whose fields are not told by their ends.
  public var contents: PinnedSlots<Bytes> {
    @inline(__always) get { fields.slots }
  }

  /// The fields for those who look into them while they are there.
  public var seen: SeenFields {
    @inline(__always) get { SeenFields(columns: columns.slots.start, contents: fields.slots) }
  }
}

/// Wanted fields for those who have no share in them.
public struct SeenFields: BitwiseCopyable {
  // As many as there are contents.
  @usableFromInline let columns: UnsafePointer<Int>
  @usableFromInline let contents: PinnedSlots<Bytes>

  @inlinable
  init(columns: UnsafePointer<Int>, contents: PinnedSlots<Bytes>) {
    (self.columns, self.contents) = (columns, contents)
  }

  /// How many fields there are.
  @inlinable public var count: Int { contents.count }

  /// The column of a field, which must be one of those wanted; -1 where it is not there.
  @inlinable
  @inline(__always)
  public func column(_ wanted: Int) -> Int {
    contents.check(wanted)
    return columns[wanted]
  }

  /// A field, which must be one of those wanted: by the ends of the row's fields in a text, else what is in it.
  @inlinable
  @inline(__always)
  public func field(_ wanted: Int, by ends: FieldEnds, of text: Bytes) -> Bytes {
    // One comparison is enough for column and content.
    contents.check(wanted)
    return ends.field(columns[wanted], of: text) ?? contents.start[wanted]
  }
}
