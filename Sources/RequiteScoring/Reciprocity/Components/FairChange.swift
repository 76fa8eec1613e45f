import RequiteModel

/// C3: of the changes the vendor made to what a customer has, those for the better or agreed to beforehand.
///
/// Changes of either sign are cases, so that a vendor who only upgrades scores 1. A change without a value, or worth
/// nothing, is no case.
struct FairChange: ThreadComponent {
  static let component = Component.fairChange

  func cases(in thread: JudgedThread) -> Ratio {
    Ratio(thread.changes.fair, of: thread.changes.all)
  }
}
