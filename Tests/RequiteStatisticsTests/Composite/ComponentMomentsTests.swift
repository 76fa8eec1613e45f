import RequiteStatistics
import Testing

@Suite struct ComponentMomentsTests {
  @Test func tenComponentsHave231Integers() {
    #expect(ComponentMoments().rawValues.count == 231)
    #expect(ComponentMoments.rawCount(componentCount: 10) == 231)
  }

  @Test func theOrderIsCustomersThenSumsThenTheUpperTriangle() {
    var moments = ComponentMoments(componentCount: 2)
    moments.add(customer: [1, 2, 0, 3])
    moments.add(customer: [1, 1, 1, 1])
    // Customers; n1 d1 n2 d2; n1n1 n1d1 n1n2 n1d2; d1d1 d1n2 d1d2; n2n2 n2d2; d2d2.
    #expect(moments.rawValues == [2, 2, 3, 1, 4, 2, 3, 1, 4, 5, 1, 7, 1, 1, 10])
    #expect(moments.customers == 2)
    #expect(
      moments.components == [CountedShare(numerator: 2, denominator: 3), CountedShare(numerator: 1, denominator: 4)])
  }

  @Test func aCustomerOfZerosIsACustomer() {
    var moments = ComponentMoments()
    moments.add(customer: Array(repeating: 0, count: 20))
    #expect(moments.customers == 1 && moments.rawValues.dropFirst().allSatisfy { $0 == 0 })
  }

  @Test func rawValuesRestoreTheMoments() throws {
    var moments = ComponentMoments()
    for customer in Reciprocity.customers(count: 5, seed: 1) { moments.add(customer: customer) }
    #expect(ComponentMoments(rawValues: moments.rawValues) == moments)
    #expect(ComponentMoments(rawValues: Array(moments.rawValues.dropLast())) == nil)
  }

  @Test func termsAreEveryProductThatIsNotZeroOnce() {
    for customer in Reciprocity.customers(count: 9, seed: 2) {
      var moments = ComponentMoments()
      moments.add(customer: customer)
      var terms: [Int: Int128] = [:]
      ComponentMoments.forEachTerm(of: ([7, 7] + customer)[2...]) { place, term in
        #expect(terms.updateValue(term, forKey: place) == nil)
      }
      #expect(moments.rawValues.enumerated().allSatisfy { terms[$0.offset, default: 0] == $0.element })
      #expect(!terms.values.contains(0))
    }
  }

  @Test func theTermsOfOneCustomerAreItsProducts() {
    var terms: [Int: Int128] = [:]
    ComponentMoments.forEachTerm(of: [0, 3, 2, 0]) { terms[$0] = $1 }
    #expect(terms == [0: 1, 2: 3, 3: 2, 9: 9, 10: 6, 12: 4])
  }

  @Test(arguments: [1, 2, 7])
  func anyDivisionInAnyOrderGivesTheSameMoments(parts: Int) {
    var generator = SplitMix64(seed: UInt64(parts))
    let customers = Reciprocity.customers(count: 40, seed: 3)
    var whole = ComponentMoments()
    for customer in customers { whole.add(customer: customer) }
    var states = Array(repeating: ComponentMoments(), count: parts)
    for customer in customers.shuffled(using: &generator) {
      states[Int.random(in: 0..<parts, using: &generator)].add(customer: customer)
    }
    var merged = ComponentMoments()
    for state in states.shuffled(using: &generator) { merged.merge(state) }
    #expect(merged == whole)
  }
}
