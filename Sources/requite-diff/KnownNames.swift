import RequiteCommand
import RequiteFormats
import RequiteModel
import RequitePublishing
import RequiteReporting

/// The names that options and thresholds may use: those of the catalogue, and those that either version has.
struct KnownNames {
  let metrics: [String]
  let dimensions: [String]

  init(of versions: [StoredVersion]) {
    var (metrics, dimensions) = (Set(Metric.catalogue), Set<String>())
    for version in versions {
      dimensions.formUnion(version.manifest.address.settings.dimensions)
      for key in version.measures.lazy.map(\.key) {
        metrics.insert(key.metric)
        if key.dimension != "all" { dimensions.insert(key.dimension) }
      }
    }
    self.metrics = metrics.sorted()
    self.dimensions = dimensions.sorted()
  }

  /// For the reader of thresholds.
  var ofThresholds: ThresholdsFile.Names {
    let metrics = metrics
    return ThresholdsFile.Names(
      metrics: metrics, dimensions: dimensions, causes: Cause.Kind.allCases.map(\.rawValue),
      hasMetric: { pattern in metrics.contains(where: NamePattern(pattern).matches) })
  }

  /// - Throws: 64 for a pattern that no metric matches, with the nearest name.
  func check(metrics patterns: [String]) throws {
    for pattern in patterns where !metrics.contains(where: NamePattern(pattern).matches) {
      let remedy = NearestKey.of(pattern, among: metrics).map { "Did you mean \($0)?" }
      throw Failure(.usage, "no metric is called \(pattern.escapedForMessages)", remedy: remedy)
    }
  }

  /// - Throws: 64 for a dimension that neither version has, with the nearest name.
  func check(dimensions names: [String]) throws {
    for name in names where !dimensions.contains(name) {
      let remedy = NearestKey.of(name, among: dimensions).map { "Did you mean \($0)?" }
      throw Failure(.usage, "no dimension is called \(name.escapedForMessages)", remedy: remedy)
    }
  }
}
