/// What moves as one on the way between two versions, whatever comes first.
public enum ChangeLeg: String, CaseIterable, Sendable {
  /// The facts, and after them the period.
  case data
  /// The configuration, key by key.
  case configuration
  /// The method, stage by stage.
  case method

  /// The leg in which a coordinate moves.
  public init(_ coordinate: Coordinate) {
    switch coordinate {
    case .knowledge, .period: self = .data
    case .configuration: self = .configuration
    case .method: self = .method
    }
  }

  /// The coordinates that move in it, in order.
  public var coordinates: [Coordinate] {
    switch self {
    case .data: [.knowledge, .period]
    case .configuration: [.configuration]
    case .method: [.method]
    }
  }

  /// All orders of some legs, the usual one first; legs that do not move come last, as usual.
  public static func orders(of moving: Set<ChangeLeg>) -> [[ChangeLeg]] {
    let rest = allCases.filter { !moving.contains($0) }
    return orders(of: allCases.filter(moving.contains)).map { $0 + rest }
  }

  private static func orders(of legs: [ChangeLeg]) -> [[ChangeLeg]] {
    guard legs.count > 1 else { return [legs] }
    return legs.flatMap { first in orders(of: legs.filter { $0 != first }).map { [first] + $0 } }
  }
}
