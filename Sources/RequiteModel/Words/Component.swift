/// One of the ten ways in which a vendor returns loyalty: METHODS B9.
///
/// The order is the order of the method (S1…C4), of every vector of components and of the sensitivity draws.
public enum Component: String, CaseIterable, Sendable {
  /// S1: an addressed thread got any answer.
  case answered
  /// S2: the first answer came on the channel the customer chose.
  case sameChannel = "same_channel"
  /// S3: somebody answered a thread that was addressed to nobody.
  case listening
  /// E1: the first answer came within the channel's target.
  case prompt
  /// E2: an answer was signed.
  case named
  /// E3: the next signed answer came from the same person.
  case oneOwner = "one_owner"
  /// C1: the thread ended resolved.
  case resolved
  /// C2: a promise was kept in time.
  case promises
  /// C3: a change was for the better, or agreed to.
  case fairChange = "fair_change"
  /// C4: the vendor came back to a detractor.
  case closedLoop = "closed_loop"

  /// Position in every vector of components, 0…9.
  @inlinable public var index: Int {
    switch self {
    case .answered: 0
    case .sameChannel: 1
    case .listening: 2
    case .prompt: 3
    case .named: 4
    case .oneOwner: 5
    case .resolved: 6
    case .promises: 7
    case .fairChange: 8
    case .closedLoop: 9
    }
  }

  /// The pillar it belongs to.
  public var pillar: Pillar {
    switch self {
    case .answered, .sameChannel, .listening: .channels
    case .prompt, .named, .oneOwner: .engagement
    case .resolved, .promises, .fairChange, .closedLoop: .collaboration
    }
  }
}

/// One of the three groups of components.
public enum Pillar: String, CaseIterable, Sendable {
  /// Is the vendor where its customers are?
  case channels
  /// Does somebody answer, soon and by name?
  case engagement
  /// Does the vendor do what it says?
  case collaboration

  /// The components of this pillar, in order.
  public var components: [Component] { Component.allCases.filter { $0.pillar == self } }
}
