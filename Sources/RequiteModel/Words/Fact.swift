/// The part of a fact by which it is recognised when it arrives again.
///
/// A fact's identity is its vendor and its id; revenue has no id and is known by vendor, customer and year. Of several
/// rows with one identity the greatest revision stands; among equal revisions the row whose serialisation comes first in
/// byte order. Rows of the same revision with different content are a conflict, which is counted and never settled by
/// order of arrival.
public protocol Fact: Sendable {
  /// Fingerprint of vendor and id, or of what stands for the id.
  var identity: Hash128 { get }
  /// The revision the source gave, 0 without one.
  var revision: Int64 { get }
  /// Whether rows of this identity and revision disagreed.
  var conflicts: Bool { get set }
  /// The content as text in schema order, for settling conflicts; people appear as pseudonyms.
  var serialisation: [UInt8] { get }
}
