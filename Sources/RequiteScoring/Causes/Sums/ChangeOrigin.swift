import RequiteModel

/// Who and what a change is about, and why it happened.
struct ChangeOrigin {
  /// The place of the cause.
  let cause: Int
  /// Whether the change is part of a movement, which has noise.
  let isMovement: Bool
  /// Whether the cause is one of rows, rather than of settings.
  let isOfRows: Bool
  /// The customer.
  let customer: Pseudonym
}
