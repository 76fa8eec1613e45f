/// Answers to the questions asked last, both of 128 bits, in a table of bounded size; four questions share a place, the
/// latest answer first.
///
///     let place = answers.place(of: question)
///     …                                        // the place is on its way into the cache
///     answers.answer(to: question, at: place)
///
/// The table is larger than the fast caches, so it pays to ask for the place early and go on with something else. A
/// question of zeros is answered by zeros.
///
/// With two to a place, a table that is a third full would forget one question in ten; with four, next to none.
public struct RecentAnswers: ~Copyable {
  /// Two words, of a question or of its answer.
  public struct Words: Equatable, BitwiseCopyable {
    /// The first word.
    public let first: UInt64
    /// The second, by which questions are spread.
    public let second: UInt64

    /// Creates a pair of words.
    @inlinable
    public init(_ first: UInt64, _ second: UInt64) {
      (self.first, self.second) = (first, second)
    }
  }

  /// Where the answer to a question would be.
  public struct Place: BitwiseCopyable {
    @usableFromInline let number: Int

    @inlinable
    init(_ number: Int) { self.number = number }
  }

  @usableFromInline
  struct Entry: BitwiseCopyable {
    @usableFromInline let question: Words
    @usableFromInline let answer: Words
  }

  /// How many share a place: two lines of the cache.
  @usableFromInline static let rivals = 4

  private let memory: ZeroedMemory
  @usableFromInline let entries: UnsafeMutablePointer<Entry>
  /// Cuts a number to the first of the rivals of some place.
  @usableFromInline let mask: Int

  /// A table of `capacity` answers, a power of two, at least four; 32 bytes each.
  public init(capacity: Int) {
    precondition(capacity >= Self.rivals && capacity & (capacity - 1) == 0, "answers have a power of two of places")
    memory = ZeroedMemory(byteCount: capacity * MemoryLayout<Entry>.stride)
    // Zeros are an entry like any other.
    entries = memory.bytes.bindMemory(to: Entry.self).baseAddress.unsafelyUnwrapped
    mask = capacity - Self.rivals
  }

  /// Where the answer to a question would be; its memory begins to be brought near.
  @inlinable
  @inline(__always)
  public func place(of question: Words) -> Place {
    let place = Place(Int(truncatingIfNeeded: question.second))
    let rivals = rivals(place)
    CacheHint.willRead(rivals)
    CacheHint.willRead(rivals + 2)
    return place
  }

  /// The answer to a question, `nil` where it was not asked lately.
  ///
  /// Which of the rivals it is cannot be foreseen: it is found without a jump, by half of the question, and then looked at
  /// whole.
  @inlinable
  @inline(__always)
  public func answer(to question: Words, at place: Place) -> Words? {
    let (rivals, second) = (rivals(place), question.second)
    var rival = rivals[1].question.second == second ? 1 : 0
    rival = rivals[2].question.second == second ? 2 : rival
    rival = rivals[3].question.second == second ? 3 : rival
    return rivals[rival].question == question ? rivals[rival].answer : nil
  }

  /// Keeps the answer to a question, and forgets the oldest one of its place.
  public func keep(_ answer: Words, to question: Words, at place: Place) {
    let rivals = rivals(place)
    for rival in (1..<Self.rivals).reversed() { rivals[rival] = rivals[rival - 1] }
    rivals[0] = Entry(question: question, answer: answer)
  }

  /// The first of the rivals of a place, of whichever table it is.
  @inlinable
  @inline(__always)
  func rivals(_ place: Place) -> UnsafeMutablePointer<Entry> { entries + place.number & mask }
}
