import RequiteModel
import Testing

@Suite struct RestingRowsTests {
  @Test func aSetOfBucketsKnowsWhatWasTakenInAndLeftOut() {
    var set = BucketSet()
    for bucket in [0, 63, 64, 200, 255] { set.insert(bucket) }
    set.remove(64)
    #expect((0..<Bucket.count).filter(set.contains) == [0, 63, 200, 255])
    var other = BucketSet()
    other.insert(63)
    other.insert(64)
    #expect((0..<Bucket.count).filter(set.intersection(other).contains) == [63])
    set.remove(0)
    #expect(!set.isEmpty && BucketSet().isEmpty && set.intersection(BucketSet()).isEmpty)
  }

  @Test func aBucketThatWakesLeavesNoTraceWhereItHasRows() {
    var resting = RestingRows(kind: .surveys, cutoff: Instant(seconds: 0))
    resting.add(3, of: ["a", "b"], .init(rows: 9, repeated: 2))
    resting.add(4, of: ["a"], .init(rows: 1, repeated: 0))
    resting.wake(3, of: ["a"])
    #expect(resting["a"].contains(4) && !resting["a"].contains(3) && resting["b"].contains(3))
    #expect(resting.counts == [4: .init(rows: 1, repeated: 0)] && !resting.isEmpty)
    resting.wake(4, of: ["a"])
    #expect(resting.isEmpty)
  }

  @Test func aSetOfAllBucketsIsFull() {
    var set = BucketSet()
    for bucket in 0..<Bucket.count {
      #expect(!set.isFull)
      set.insert(bucket)
    }
    #expect(set.isFull)
  }

  @Test func rowsMayRestAWeekBeforeAnyNumberTellsOfThem() {
    let day: Int64 = 86_400
    var settings = Settings()
    settings.surveyWindow = Window(from: Instant(seconds: 100 * day), to: Instant(seconds: 190 * day))
    settings.eventWindow = Window(from: Instant(seconds: 86 * day), to: Instant(seconds: 176 * day))
    #expect(settings.restingCutoff(of: .surveys) == Instant(seconds: 93 * day))
    #expect(settings.restingCutoff(of: .interactions) == Instant(seconds: 79 * day))
    settings.eventWindow.from = Instant(seconds: 120 * day)
    #expect(settings.restingCutoff(of: .interactions) == Instant(seconds: 93 * day))
  }
}
