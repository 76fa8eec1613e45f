import RequiteMemory
import Testing

/// Elements that stay where they are, and what looks into them.
@Suite struct PinnedArrayTests {
  @Test func anElementIsChangedForEverybodyWhoLooks() {
    let array = PinnedArray([1, 2, 3])
    let slots = array.slots
    slots[1] = 7
    array[1] += 1
    slots[1] -= 1
    #expect((0..<array.count).map { array[$0] } == [1, 7, 3])
    slots.fill(first: 2, with: 0)
    #expect((0..<array.count).map { slots[$0] } == [0, 0, 3])
    slots.fill(with: 9)
    #expect((0..<array.count).map { slots[$0] } == [9, 9, 9])
    withExtendedLifetime(array) {}
  }

  @Test func bytesAreSeenAsTexts() {
    let array = PinnedArray(Array("one two".utf8))
    #expect(array.slots.bytes(4..<7) == "two")
    withExtendedLifetime(array) {}
  }

  @Test func placesOfARingGoOnAtItsBeginning() {
    let array = PinnedArray([10, 11, 12, 13])
    let ring = PinnedRing(array)
    #expect([0, 3, 4, 7, -1, .max].map { ring[$0] } == [10, 13, 10, 13, 13, 13])
    ring[5] = 20
    #expect(array[1] == 20)
    var copy = RingArray(repeating: 1, count: 4)
    copy[6] = 2
    #expect((0..<8).map { copy[$0] } == [1, 1, 2, 1, 1, 1, 2, 1])
  }

  @Test func aValueIsChangedWhereItIs() {
    let value = PinnedValue(["a"])
    value.change { $0.append("b") }
    #expect(value.value == ["a", "b"])
    let seen = value.seen
    value.value = []
    #expect(value.value.isEmpty && seen.value.isEmpty)
    value.change { $0 = ["c"] }
    #expect(seen.value == ["c"])
    withExtendedLifetime(value) {}
  }

  @Test func objectsAreKept() {
    final class Word {
      let text: String
      init(_ text: String) { self.text = text }
    }
    let objects = PinnedObjects([Word("one"), Word("two")])
    #expect((0..<2).map { objects.withObject($0) { $0.text } } == ["one", "two"])
  }

  @Test func whatIsNotThereIsNeverReached() async {
    await #expect(processExitsWith: .failure) { _ = PinnedArray([1])[1] }
    await #expect(processExitsWith: .failure) { _ = PinnedArray([1])[-1] }
    await #expect(processExitsWith: .failure) { PinnedArray([1])[1] = 2 }
    await #expect(processExitsWith: .failure) { PinnedArray([1])[1] += 2 }
    await #expect(processExitsWith: .failure) { PinnedArray([1]).slots.fill(first: 2, with: 0) }
    await #expect(processExitsWith: .failure) { _ = PinnedArray([UInt8(1)]).slots.bytes(0..<2).count }
    await #expect(processExitsWith: .failure) { _ = PinnedRing(PinnedArray([1, 2, 3]))[0] }
    await #expect(processExitsWith: .failure) { _ = RingArray(repeating: 1, count: 0) }
  }
}
