import RequiteModel

extension Tally {
  /// Creates the empty tally of a name.
  init(for name: TallyName) {
    self.init(keyWidth: name.keyWidth, valueWidth: name.valueWidth)
  }
}
