extension Adapter {
  /// The side files that are used, each with the columns taken from it.
  package var usedLookups: [String: Set<String>] {
    var used: [String: Set<String>] = [:]
    let conditions = skipped + rejected + rows.compactMap(\.condition)
    for condition in conditions { condition.visit { $0.addLookups(to: &used) } }
    for value in rows.flatMap(\.fields.values) + Array(values.values) { value.addLookups(to: &used) }
    return used
  }
}

extension AdapterValue {
  fileprivate func addLookups(to used: inout [String: Set<String>]) {
    switch self {
    case .text, .field, .pick: return
    case .first(let values), .joined(let values, _), .hash(let values):
      for value in values { value.addLookups(to: &used) }
    case .choice(let choices, let otherwise):
      for choice in choices {
        choice.value.addLookups(to: &used)
        choice.condition.visit { $0.addLookups(to: &used) }
      }
      otherwise.addLookups(to: &used)
    case .changed(let value, let steps):
      value.addLookups(to: &used)
      for step in steps {
        switch step {
        case .lookup(let name, let column, _), .root(let name, let column): used[name, default: []].insert(column)
        case .later(let value, _): value.addLookups(to: &used)
        case .text, .emptyWhen, .words, .time: break
        }
      }
    }
  }
}

extension AdapterCondition {
  /// Shows `body` every value in the condition.
  fileprivate func visit(_ body: (AdapterValue) -> Void) {
    switch self {
    case .all(let conditions), .any(let conditions): for condition in conditions { condition.visit(body) }
    case .not(let condition): condition.visit(body)
    case .isOneOf(let value, _), .present(let value), .like(let value, _): body(value)
    case .same(let left, let right), .less(let left, let right):
      body(left)
      body(right)
    }
  }
}
