import RequiteCommand
import RequiteDocuments
import RequiteFormats

/// The table of `requite-versions list`.
struct VersionList {
  /// A line of it.
  private struct Row {
    let version: VersionStore.Version
    /// The end of the period; `nil` where the manifest cannot be read.
    let asOf: String?
    let previous: String?
    let pins: [String]
    let objects: KeptVersion.Objects
    let canBeRebuilt: Bool
    let isLatest: Bool
  }

  private let rows: [Row]

  /// Reads what a store holds.
  init(_ store: VersionStore) throws {
    let (latest, pins) = (try store.latest(), try store.pins())
    rows = try store.versions().map { version in
      let kept = try? KeptVersion(version, in: store)
      return Row(
        version: version, asOf: kept?.manifest.address.settings.asOf.description,
        previous: try store.previous(of: version)?.id, pins: pins.filter { $0.id == version.id }.map(\.name),
        objects: kept?.state ?? .never, canBeRebuilt: kept?.canBeRebuilt ?? false, isLatest: version.id == latest)
    }
  }

  /// For people: one line a version.
  var text: String {
    let head = ["  VERSION", "PERIOD END", "PUBLISHED", "SIZE", "REBUILDS", "PREVIOUS", "PINS"]
    let lines = rows.map { row in
      [
        "\(row.isLatest ? "*" : " ") \(row.version.id)", row.asOf ?? "unknown",
        row.version.publishedAt?.description ?? "unknown", Bytes.text(row.version.size),
        row.canBeRebuilt ? "yes" : "no", row.previous ?? "-", row.pins.joined(separator: " "),
      ]
    }
    return TextTable.text([head] + lines, rightAligned: [3])
  }

  /// For programs.
  var json: JSONValue {
    [
      "schema": "requite.versions/1",
      "versions": .array(
        rows.map { row in
          [
            "id": .string(row.version.id), "as_of": optional(row.asOf),
            "published_at": optional(row.version.publishedAt?.description), "bytes": .integer(row.version.size),
            "previous": optional(row.previous), "pins": .array(row.pins.map(JSONValue.string)),
            "objects": .string(row.objects.rawValue), "rebuilds": .bool(row.canBeRebuilt),
            "latest": .bool(row.isLatest),
          ]
        }),
    ]
  }

  private func optional(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }
}
