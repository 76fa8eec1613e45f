/// Numbers that are needed together for a moment, and then not any more.
public enum TemporaryNumbers {
  /// Calls `body` with `count` numbers, each asked for once.
  @inlinable @inline(__always)
  public static func with<Result>(
    _ count: Int, _ number: (Int) -> Int64, _ body: (Span<Int64>) -> Result
  ) -> Result {
    withUnsafeTemporaryAllocation(of: Int64.self, capacity: count) { numbers in
      for index in 0..<count { numbers.initializeElement(at: index, to: number(index)) }
      return body(UnsafeBufferPointer(numbers).span)
    }
  }

  /// Calls `body` with the numbers that `fill` adds, at most `count`.
  @inlinable @inline(__always)
  public static func with<Result>(
    atMost count: Int, _ fill: (inout OutputSpan<Int64>) -> Void, _ body: (Span<Int64>) -> Result
  ) -> Result {
    withUnsafeTemporaryAllocation(of: Int64.self, capacity: count) { numbers in
      var output = OutputSpan(buffer: numbers, initializedCount: 0)
      fill(&output)
      let filled = output.finalize(for: numbers)
      return body(UnsafeBufferPointer(rebasing: numbers[..<filled]).span)
    }
  }

  /// Calls `body` with `count` numbers, each asked for once; `nil` as soon as one of them is.
  @inlinable @inline(__always)
  public static func withAll<Result>(
    _ count: Int, _ number: (Int) -> Int64?, _ body: (Span<Int64>) -> Result
  ) -> Result? {
    withUnsafeTemporaryAllocation(of: Int64.self, capacity: count) { numbers in
      for index in 0..<count {
        guard let number = number(index) else { return nil }
        numbers.initializeElement(at: index, to: number)
      }
      return body(UnsafeBufferPointer(numbers).span)
    }
  }
}
