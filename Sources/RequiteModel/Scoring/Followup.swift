/// The vendor coming back to a customer about a survey response: an outgoing `survey_followup` event of any thread.
///
/// It travels to the bucket of (vendor, customer), where it may close the loop of a detractor (component C4, METHODS
/// B9).
public struct Followup: Hashable, BitwiseCopyable, Sendable {
  /// Code of the vendor.
  public var vendor: UInt32
  /// The customer of the event itself, who need not be the one who opened the thread.
  public var customer: Pseudonym
  /// When it happened.
  public var at: Instant

  /// Creates a follow-up.
  public init(vendor: UInt32, customer: Pseudonym, at: Instant) {
    self.vendor = vendor
    self.customer = customer
    self.at = at
  }
}
