import RequiteMemory
import Testing

@Suite struct RecentAnswersTests {
  private func words(_ first: UInt64, _ second: UInt64) -> RecentAnswers.Words { RecentAnswers.Words(first, second) }

  @Test func theLatestFourOfAPlaceAreKnown() {
    let answers = RecentAnswers(capacity: 4)
    let place = answers.place(of: words(0, 1))
    for number in 1...5 as ClosedRange<UInt64> {
      answers.keep(words(number, number), to: words(number, 8 + number), at: place)
    }
    #expect(answers.answer(to: words(1, 9), at: place) == nil)
    for number in 2...5 as ClosedRange<UInt64> {
      #expect(answers.answer(to: words(number, 8 + number), at: place) == words(number, number))
    }
  }

  @Test func halfAQuestionIsNoQuestion() {
    let answers = RecentAnswers(capacity: 16)
    let (question, other) = (words(1, 7), words(2, 7))
    answers.keep(words(3, 4), to: question, at: answers.place(of: question))
    #expect(answers.answer(to: question, at: answers.place(of: question)) == words(3, 4))
    #expect(answers.answer(to: other, at: answers.place(of: other)) == nil)
  }

  @Test func aPlaceOfALargerTableIsNeverOutside() {
    let small = RecentAnswers(capacity: 4)
    let large = RecentAnswers(capacity: 1 << 12)
    let question = words(5, .max)
    small.keep(words(6, 6), to: question, at: large.place(of: question))
    #expect(small.answer(to: question, at: small.place(of: question)) == words(6, 6))
  }

  @Test func aTableHasAPowerOfTwoOfPlaces() async {
    await #expect(processExitsWith: .failure) { _ = RecentAnswers(capacity: 12) }
    await #expect(processExitsWith: .failure) { _ = RecentAnswers(capacity: 2) }
  }
}
