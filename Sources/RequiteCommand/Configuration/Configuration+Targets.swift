extension Configuration {
  /// How soon the first answer must come, in seconds.
  public struct Targets: Hashable, Sendable {
    /// `default`: on every channel that is not named.
    public var standard: Int64 = 86_400
    /// By channel.
    ///
    /// A channel that the file does not name keeps its default here.
    public var byChannel: [String: Int64] = ["twitter": 3600, "dm": 3600, "phone": 3600, "chat": 300, "email": 86_400]

    /// Reads a mapping of channels; any name but `default` is one.
    mutating func read(_ value: ConfigurationValue) throws {
      for (channel, value) in try value.members() {
        let seconds = try value.integer(in: Configuration.seconds)
        if channel == "default" { standard = seconds } else { byChannel[channel] = seconds }
      }
    }
  }
}
