import RequiteModel

/// The settings by which threads are judged, ready for use: channels by code instead of by name.
struct ThreadRules: Sendable {
  /// How soon the first answer must come, in seconds, by channel code.
  let targets: [Int64]
  /// Whether a channel is one on which a customer speaks to nobody in particular, by channel code.
  let isUnaddressed: [Bool]
  /// How late a promise may be kept, in seconds.
  let promiseGrace: Int64
  /// When a promise without a time falls due, in seconds after it was made.
  let promiseDefaultDue: Int64
  /// Whether a customer who writes again after a resolution reopens the thread: from the stage's second revision on.
  let messageReopens: Bool
  /// H, in seconds.
  let horizon: Int64
  /// The moment up to which events count.
  let asOf: Instant
  /// Where threads must have been opened to be judged.
  let eventWindow: Window
  /// Where responses count.
  let surveyWindow: Window
  /// The longest wait of a first-answer curve, in seconds.
  let curveCap: Int64

  /// Looks every channel of `plan` up once.
  init(plan: Plan) {
    let settings = plan.settings
    targets = plan.channels.map { settings.targets[$0] ?? settings.defaultTarget }
    isUnaddressed = plan.channels.map { settings.unaddressedChannels.contains($0) }
    promiseGrace = settings.promiseGrace
    promiseDefaultDue = settings.promiseDefaultDue
    messageReopens = settings.method.revision(of: .threadJudgement) >= 2
    horizon = settings.horizon
    asOf = settings.asOf
    eventWindow = settings.eventWindow
    surveyWindow = settings.surveyWindow
    curveCap = settings.curveCap
  }
}
