import RequiteModel

/// S3: of the threads in which a customer spoke to nobody in particular, those the vendor took up within the horizon.
struct Listening: ThreadComponent {
  static let component = Component.listening

  func cases(in thread: JudgedThread) -> Ratio {
    guard thread.isOverheard else { return Ratio() }
    return Ratio(isGood: thread.firstAnswer != nil)
  }
}
