import RequiteKnowledge
import RequiteModel
import RequiteScoring

extension Warehouse {
  /// What differs between what is known from some dumps and from others.
  func compare(
    _ before: [Dump], _ after: [Dump], asOf: (Double, Double) = (30, 30), watching: Set<MeasureKey> = []
  ) throws -> ChangeFinder.Found {
    try ChangeFinder(
      before: KnownSide(knowledge(before, Warehouse.settings(asOf: asOf.0))),
      after: KnownSide(knowledge(after, Warehouse.settings(asOf: asOf.1))), watching: watching
    ).find()
  }
}

extension CausedChange {
  /// What a cause did in whole units.
  static func whole(
    _ coordinate: Coordinate, _ kind: Cause.Kind, rows: Int64 = 1, _ numerator: Int128, _ denominator: Int128
  ) -> CausedChange {
    CausedChange(
      Cause(coordinate, kind), rows: rows, numerator: numerator * 1_000_000, denominator: denominator * 1_000_000)
  }
}
