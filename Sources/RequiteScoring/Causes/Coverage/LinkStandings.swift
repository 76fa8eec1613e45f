import RequiteModel

/// What the crosswalks of two versions say of customers.
public struct LinkStandings {
  private let before: (Pseudonym) -> IdentityStanding
  private let after: (Pseudonym) -> IdentityStanding
  private let areSame: Bool

  /// Asks `before` of the earlier version, and `after` of the later one; neither where both crosswalks are the same.
  public init(
    areSame: Bool, before: @escaping (Pseudonym) -> IdentityStanding, after: @escaping (Pseudonym) -> IdentityStanding
  ) {
    (self.areSame, self.before, self.after) = (areSame, before, after)
  }

  /// Whether a version knows a customer as one person.
  func isLinked(_ customer: Pseudonym, after isAfter: Bool) -> Bool {
    (isAfter ? after : before)(customer) == .linked
  }

  /// Whether one version alone does.
  func differ(on customer: Pseudonym) -> Bool {
    !areSame && isLinked(customer, after: false) != isLinked(customer, after: true)
  }
}
