/// The way to a value inside a JSON object: keys, and for elements of arrays their numbers from 0.
package struct JSONPath: Hashable, Sendable {
  /// The keys from the outside in; none for the value itself.
  package var keys: [String]
  /// Whether an array or an object is taken too, as it is written.
  ///
  /// Otherwise only plain values are: an array or an object then counts as missing.
  package var takesAny: Bool

  /// Creates a path.
  package init(_ keys: [String], takesAny: Bool = false) {
    self.keys = keys
    self.takesAny = takesAny
  }
}
