import RequiteCommand
import RequiteIngest
import RequiteModel

extension IngestSettings {
  /// The part of a configuration that reading dumps depends on.
  ///
  /// - Throws: 78 for a dimension that is a column of the layout: ids must not become levels, and the rest has its meaning.
  init(_ configuration: Configuration) throws {
    let attributes = Settings.attributes(dimensions: configuration.dimensions, margins: configuration.marginNames)
    for attribute in attributes where IngestSettings.reservedColumns.contains(attribute) {
      let key = configuration.dimensions.contains(attribute) ? "dimensions" : "raking.margins"
      throw Failure(
        .configuration, "\(key): \(attribute) is a column of the layout, not an attribute",
        remedy: "Dimensions and margins are channel and columns of your own, such as region or plan.")
    }
    self.init(
      attributes: attributes,
      ceiling: QuarantineCeiling(
        shareMillionths: configuration.checks.quarantineShare.millionths, rows: configuration.checks.quarantineRows))
  }
}
