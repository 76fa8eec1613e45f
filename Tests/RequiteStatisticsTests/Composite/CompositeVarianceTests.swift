import RequiteStatistics
import Testing

@Suite struct CompositeVarianceTests {
  /// The formula of METHODS B12 over the customers themselves instead of over their moments.
  @Test(arguments: 1...30 as ClosedRange<UInt64>)
  func momentsGiveTheVarianceOfTheCustomers(seed: UInt64) throws {
    let customers = Reciprocity.customers(count: 12, seed: seed)
    let (index, variance) = try results(customers)
    let squares = customers.map { customer in
      (0..<10).reduce(0.0) { sum, j in
        guard let x = index.shares[j], x > 0.01 else { return sum }
        let residual = Double(customer[2 * j]) - x * Double(customer[2 * j + 1])
        return sum + index.weights[j] / x * residual / Double(index.components[j].denominator)
      }
    }.reduce(0) { $0 + $1 * $1 }
    #expect(isClose(variance.logStandardError, to: (12.0 / 11 * squares).squareRoot(), within: 1e-12))
  }

  @Test func aSingleCustomerHasNoVariance() throws {
    let (index, variance) = try results([Array(repeating: 6, count: 20)])
    #expect(index.index == 100 && variance.customers == 1 && variance.logStandardError == nil)
    for part in [variance.index] + variance.components {
      #expect(part.standardError == nil && part.interval == nil && part.reason == .tooFewForVariance)
    }
  }

  @Test func withoutAnIndexComponentsKeepTheirErrors() throws {
    let design = try CompositeDesign(weights: [1, 1], pillars: [0, 1], floor: 0.01, minimumDenominator: 2)
    var moments = ComponentMoments(componentCount: 2)
    moments.add(customer: [1, 2, 0, 0])
    moments.add(customer: [2, 2, 1, 1])
    let index = CompositeIndex(components: moments.components, design: design)
    let variance = CompositeVariance(of: index, moments: moments)
    #expect(variance.index.standardError == nil && variance.index.interval == nil)
    #expect(variance.index.reason == .pillarEmpty)
    #expect(variance.components[1].reason == .denominatorTooSmall && variance.logStandardError == nil)
    // x = 3/4; the residuals are ∓1/2, so √(2 · 1/2)/4.
    #expect(isClose(variance.components[0].standardError, to: 0.25, within: 1e-15))
    #expect(variance.components[0].interval == .shares)
  }

  @Test func agreementIsAPointAndSaysSo() throws {
    let (index, variance) = try results(Array(repeating: [1, 3] + Array(repeating: 2, count: 18), count: 6))
    let value = try #require(index.index)
    #expect(variance.index.standardError == 0 && variance.index.reason == .zeroVariance)
    #expect(variance.index.interval == Interval(low: value, high: value))
    #expect(variance.components.allSatisfy { $0.standardError == 0 && $0.reason == .zeroVariance })
  }

  @Test func aComponentAtTheFloorAddsNoVariance() throws {
    // The last component is 1 of 100 or less, and differs between customers.
    var customers = Array(repeating: Array(repeating: 20 as Int64, count: 20), count: 6)
    for place in customers.indices { customers[place][18] = 0 }
    customers[0][18] = 1
    let (index, variance) = try results(customers)
    #expect(index.atFloor == [9] && variance.logStandardError == 0)
    #expect(try #require(variance.components[9].standardError) > 0)
  }

  @Test func theTopIsClampedToAHundred() throws {
    var customers = Array(repeating: Array(repeating: 3 as Int64, count: 20), count: 4)
    customers[0][0] = 1
    let (index, variance) = try results(customers)
    let interval = try #require(variance.index.interval)
    let value = try #require(index.index)
    #expect(interval.high == 100 && interval.low < value)
  }

  private func results(_ customers: [[Int64]]) throws -> (CompositeIndex, CompositeVariance) {
    var moments = ComponentMoments()
    for customer in customers { moments.add(customer: customer) }
    let index = CompositeIndex(components: moments.components, design: try Reciprocity.design())
    return (index, CompositeVariance(of: index, moments: moments))
  }
}
