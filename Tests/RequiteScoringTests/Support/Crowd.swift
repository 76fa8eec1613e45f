import RequiteModel

extension [ResponseSpec] {
  /// So many customers who answer alike, each once; their names begin with `name`.
  static func crowd(
    _ name: String, _ count: Int, score: Int32? = 10, at: Int64 = 0, _ change: (inout ResponseSpec) -> Void = { _ in }
  ) -> [ResponseSpec] {
    (0..<count).map { place in
      ResponseSpec(id: "\(name)\(place)", customer: "\(name)\(place)", score: score, at: at).with(change)
    }
  }

  /// The same people asked again, so that their responses are others.
  func again(_ mark: String, _ change: (inout ResponseSpec) -> Void) -> [ResponseSpec] {
    map { response in
      response.with {
        $0.id += mark
        change(&$0)
      }
    }
  }
}

extension [EventSpec] {
  /// A thread of one customer: a question, and a signed answer of the vendor that resolves it or not.
  static func thread(
    of customer: String, vendor: String = "acme", at: Int64 = 0, on channel: String = "email",
    answeredAfter wait: Int64? = 9,
    isResolved: Bool = true, levels: [String] = []
  ) -> [EventSpec] {
    let name = "\(vendor)/\(customer)/\(at)/\(channel)"
    let question = EventSpec.asks(name + "?", at: at, on: channel)
    let answer = wait.map { wait in
      EventSpec.says(name + "!", at: at + wait, isResolved ? .resolved : .message, on: channel, by: "ann")
    }
    return ([question] + [answer].compactMap { $0 }).map { event in
      event.with { ($0.thread, $0.vendor, $0.customer, $0.levels) = (name, vendor, customer, levels) }
    }
  }

  /// So many customers with one thread each.
  static func crowd(
    _ name: String, _ count: Int, vendor: String = "acme", at: Int64 = 0, on channel: String = "email",
    answeredAfter wait: Int64? = 9, isResolved: Bool = true
  ) -> [EventSpec] {
    (0..<count).flatMap {
      thread(
        of: "\(name)\($0)", vendor: vendor, at: at, on: channel, answeredAfter: wait, isResolved: isResolved)
    }
  }
}
