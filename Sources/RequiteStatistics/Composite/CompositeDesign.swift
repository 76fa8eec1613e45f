/// How components make up an index: their weights, their pillars, and what is too little to count (METHODS B11).
public struct CompositeDesign: Hashable, Sendable {
  /// The weight of each component, 0 to leave it out.
  ///
  /// Only their proportions matter.
  public let weights: [Int64]
  /// The pillar of each component, counted from 0.
  public let pillars: [Int]
  /// The least value a component enters the index with: it keeps logarithms finite.
  public let floor: Double
  /// A component with fewer cases has no value.
  public let minimumDenominator: Int64

  /// Creates a design.
  ///
  /// - Throws: `CompositeDesignFailure`, so that weights and floors from a configuration can be passed on as they are.
  public init(
    weights: [Int64], pillars: [Int], floor: Double, minimumDenominator: Int64
  ) throws(CompositeDesignFailure) {
    guard weights.count == pillars.count else { throw .unequalCounts(weights: weights.count, pillars: pillars.count) }
    guard weights.allSatisfy({ 0...1_000_000 ~= $0 }) else { throw .weightOutOfRange }
    guard weights.contains(where: { $0 > 0 }) else { throw .noWeight }
    guard pillars.allSatisfy({ 0..<pillars.count ~= $0 }) else { throw .pillarOutOfRange }
    guard floor > 0, floor <= 1 else { throw .floorOutOfRange }
    self.weights = weights
    self.pillars = pillars
    self.floor = floor
    self.minimumDenominator = minimumDenominator
  }

  /// The number of pillars.
  public var pillarCount: Int { (pillars.max() ?? -1) + 1 }

  /// The components of a pillar, ascending.
  public func components(ofPillar pillar: Int) -> [Int] {
    pillars.indices.filter { pillars[$0] == pillar }
  }
}

/// Why a design of an index makes no sense.
public enum CompositeDesignFailure: Error, Hashable, Sendable {
  /// Not every component has a weight and a pillar.
  case unequalCounts(weights: Int, pillars: Int)
  /// A weight is not in 0…1,000,000.
  case weightOutOfRange
  /// No weight is above 0.
  case noWeight
  /// A pillar's number is negative or not below the number of components.
  case pillarOutOfRange
  /// The floor is not above 0 and at most 1.
  case floorOutOfRange
}

extension CompositeDesignFailure: CustomStringConvertible {
  /// What is wrong.
  public var description: String {
    switch self {
    case .unequalCounts(let weights, let pillars): "\(weights) weights but \(pillars) components have a pillar"
    case .weightOutOfRange: "a component's weight is a whole number from 0 to 1000000"
    case .noWeight: "no component has a weight above 0"
    case .pillarOutOfRange: "a pillar is numbered from 0 and below the number of components"
    case .floorOutOfRange: "the floor is above 0 and at most 1"
    }
  }
}
