import RequiteFormats

/// Makes a program of an adapter, for a dump whose header is known.
struct AdapterCompiler {
  let adapter: Adapter
  let dump: String
  let zoneFolder: String
  var names: SourceNames
  var program = AdapterProgram()
  /// The column that is being worked out, for rules that are broken on the way.
  var field = ""
  /// The element of an array that has a name, while a row is made of each.
  var element: Element?
  /// The named values: their registers, once they were met.
  private var values: [String: (number: Int, register: Int)] = [:]
  /// Named values that are being worked out: in there the name means the column.
  var open: Set<String> = []
  private var tables: [String: (columns: [FieldName], table: LookupTable)] = [:]

  /// An array walk and the paths it keeps so far.
  struct Element {
    var name: String
    var walk: Int
    var paths: [JSONPath] = []
  }

  init(_ adapter: Adapter, header: [String], dump: String, zoneFolder: String) {
    self.adapter = adapter
    self.dump = dump
    self.zoneFolder = zoneFolder
    names = SourceNames(header: header, aliases: adapter.columns, isJSON: adapter.source.isJSON)
  }

  /// Makes the program for canonical rows with these fields.
  ///
  /// - Throws: `LayoutFailure` for columns that are not there, `Refusal` for zones and side files that cannot be used.
  mutating func compile(fields: [String], attributes: Set<String>) throws -> AdapterProgram {
    program.fields = fields.count
    program.registers = fields.count
    try loadTables()
    try check(adapter.rejected, .reject)
    try check(adapter.skipped, .skip)
    for row in adapter.rows { try compile(row, fields: fields, attributes: attributes) }
    emit(.end)
    return program
  }

  /// Ends the row of the source where one of the conditions holds.
  private mutating func check(_ conditions: [AdapterCondition], _ operation: Instruction.Operation) throws {
    for condition in conditions {
      var jumps: [Int] = []
      try compile(condition, ifFalse: &jumps)
      emit(operation)
      land(jumps)
    }
  }

  private mutating func compile(_ row: AdaptedRow, fields: [String], attributes: Set<String>) throws {
    var begin = emit(.begin)
    var next: Int?
    var ends: [Int] = []
    if let each = row.each {
      let array = newRegister()
      try compile(.field(FieldName(each.path.joined(separator: "."))), into: array, takesAny: true)
      let walk = program.walks.count
      element = Element(name: each.name, walk: walk)
      program.walks.append(ElementWalk(paths: []))
      emit(.eachBegin, a: walk, b: array)
      next = emit(.eachNext, a: walk)
      ends = [begin, next!]
      // After a breach the next element begins anew, and with it what was worked out.
      begin = emit(.begin, a: 1, out: next!)
    }
    var skips: [Int] = []
    if let condition = row.condition { try compile(condition, ifFalse: &skips) }
    for (index, name) in fields.enumerated() {
      field = name
      if let value = row.fields[name] {
        try compile(value, into: index)
      } else if attributes.contains(name) {
        try compile(.field(FieldName(name, isOptional: true)), into: index)
      }
    }
    field = ""
    emit(.emit)
    land(skips)
    if let next, let element {
      emit(.jump, out: next)
      program.walks[element.walk] = ElementWalk(paths: element.paths)
      self.element = nil
      land(ends)
    } else {
      land([begin])
    }
  }
}

// MARK: - Instructions

extension AdapterCompiler {
  @discardableResult
  mutating func emit(_ operation: Instruction.Operation, a: Int = 0, b: Int = 0, out: Int = 0) -> Int {
    program.instructions.append(Instruction(operation: operation, a: Int32(a), b: Int32(b), out: Int32(out)))
    return program.instructions.count - 1
  }

  /// Lets jumps end here.
  mutating func land(_ jumps: [Int]) {
    for jump in jumps { program.instructions[jump].out = Int32(program.instructions.count) }
  }

  mutating func newRegister() -> Int {
    program.registers += 1
    return program.registers - 1
  }

  mutating func set(_ texts: [String]) -> Int {
    program.sets.append(AdapterProgram.TextSet(first: program.constants.append(texts), count: texts.count))
    return program.sets.count - 1
  }

  /// The register of a named value, worked out here unless it was before.
  mutating func value(named name: String, _ value: AdapterValue) throws -> Int {
    let known = values[name]
    let number = known?.number ?? program.values
    let register = known?.register ?? newRegister()
    if known == nil {
      program.values += 1
      values[name] = (number, register)
    }
    let jump = emit(.jumpIfKnown, a: number)
    open.insert(name)
    try compile(value, into: register)
    open.remove(name)
    emit(.know, a: number)
    land([jump])
    return register
  }
}

// MARK: - Side files

extension AdapterCompiler {
  /// Reads the side files that are used, with the columns that are.
  private mutating func loadTables() throws {
    for (name, columns) in adapter.usedLookups.sorted(by: { $0.key < $1.key }) {
      guard let lookup = adapter.lookups[name] else { continue }
      let columns = columns.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { FieldName($0) }
      let table = try LookupTable(lookup, named: name, columns: columns, dump: dump)
      tables[name] = (columns, table)
    }
  }

  mutating func lookup(in name: String, take column: String, isRequired: Bool) -> Int {
    guard let (columns, table) = tables[name], let place = columns.firstIndex(of: FieldName(column)) else {
      preconditionFailure("a side file is used that was not read")
    }
    program.lookups.append(
      AdapterProgram.LookupUse(table: table, column: place, isRequired: isRequired, field: field))
    return program.lookups.count - 1
  }
}
