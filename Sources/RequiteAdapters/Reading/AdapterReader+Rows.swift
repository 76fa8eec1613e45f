import RequiteCommand
import RequiteIngest
import RequiteModel

extension AdapterReader {
  /// Reads `fields`, `attributes` and `rows`.
  func rows(_ kind: DumpKind) throws -> [AdaptedRow] {
    let members = file.members
    let common = try members["fields"].map { try fields($0, kind) } ?? [:]
    let attributes = try members["attributes"].map { try self.attributes($0, kind) } ?? [:]
    let shared = common.merging(attributes) { field, _ in field }
    guard let list = members["rows"] else {
      let place = try file.root.required("fields", of: members)
      var row = AdaptedRow()
      row.fields = shared
      return [try checked(row, kind, place)]
    }
    return try list.elements().map { value in
      let parts = try value.members(among: AdapterKeys.row)
      var row = AdaptedRow()
      row.condition = try parts["when"].map(condition)
      row.each = try parts["each"].map(each)
      row.fields = shared.merging(try parts["fields"].map { try fields($0, kind) } ?? [:]) { _, own in own }
      return try checked(row, kind, value)
    }
  }

  private func fields(_ value: ConfigurationValue, _ kind: DumpKind) throws -> [String: AdapterValue] {
    let known = Adapter.fields(of: kind)
    return try value.members(among: known).mapValues { try self.value($0) }
  }

  private func attributes(_ value: ConfigurationValue, _ kind: DumpKind) throws -> [String: AdapterValue] {
    guard kind.hasAttributes else { throw value.failure("rows of \(kind.rawValue) have no attributes") }
    var result: [String: AdapterValue] = [:]
    for (name, member) in try value.members() {
      guard !IngestSettings.reservedColumns.contains(name) else {
        throw member.failure(
          "\(member.name) is a column of the layout, not an attribute", remedy: "Put it under fields.")
      }
      result[name] = try self.value(member)
    }
    return result
  }

  private func each(_ value: ConfigurationValue) throws -> AdaptedRow.Each {
    let parts = try value.members(among: AdapterKeys.each)
    let array = try fieldName(value.required("in", of: parts))
    return AdaptedRow.Each(path: array.keys, name: try value.required("as", of: parts).text())
  }

  private func checked(_ row: AdaptedRow, _ kind: DumpKind, _ place: ConfigurationValue) throws -> AdaptedRow {
    let missing = Adapter.requiredFields(of: kind).filter { row.fields[$0] == nil }
    guard missing.isEmpty else {
      throw place.failure(
        "\(place.name): \(kind.rawValue) need \(missing.joined(separator: ", "))",
        remedy: "Give each a value; null leaves it empty.")
    }
    return row
  }
}
