import RequiteModel

/// A column of the canonical layout.
///
/// The raw value is the name in a dump.
enum Column: String, CaseIterable, Sendable {
  case responseID = "response_id"
  case eventID = "event_id"
  case threadID = "thread_id"
  case vendorID = "vendor_id"
  case customerID = "customer_id"
  case accountID = "account_id"
  case agentID = "agent_id"
  case surveyID = "survey_id"
  case instrument
  case scale
  case score
  case votes
  case weight
  case stratum
  case status
  case at
  case respondedAt = "responded_at"
  case invitedAt = "invited_at"
  case dueAt = "due_at"
  case requestedAt = "requested_at"
  case channel
  case direction
  case kind
  case value
  case isPublic = "public"
  case revision
  case touchpoint
  case comment
  case text
  case period
  case amountMinor = "amount_minor"
  case acquiredBy = "acquired_by"
}

/// The columns of one kind of dump: DESIGN, "Dumps, canonical layout".
struct Layout: Sendable {
  /// Without one of these a dump is refused.
  let required: [Column]
  /// The others that are read.
  let optional: [Column]
  /// Known, but not read: free text ends here, and what only other parts of the layout need.
  let ignored: [Column]

  init(of kind: DumpKind) {
    switch kind {
    case .surveys:
      required = [.responseID, .vendorID, .customerID, .instrument, .scale, .score, .respondedAt]
      optional = [
        .accountID, .invitedAt, .status, .surveyID, .channel, .weight, .stratum, .votes, .revision,
      ]
      ignored = [.touchpoint, .threadID, .agentID, .comment]
    case .interactions:
      required = [.eventID, .threadID, .vendorID, .customerID, .at, .channel, .direction, .kind]
      optional = [.agentID, .dueAt, .value, .isPublic, .revision]
      ignored = [.text]
    case .revenue:
      required = [.vendorID, .customerID, .period, .amountMinor]
      optional = [.acquiredBy]
      ignored = []
    case .crosswalk:
      required = [.kind, .value, .customerID]
      optional = []
      ignored = []
    case .erasures:
      required = [.customerID]
      optional = [.vendorID, .requestedAt]
      ignored = []
    }
  }

  /// The columns that are read, in the order in which rows offer them.
  var read: [Column] { required + optional }

  /// Whether a column is one of ours.
  ///
  /// Other names come from the dump and stay out of our files.
  static func isKnown(_ name: String?) -> Bool {
    name.flatMap(Column.init(rawValue:)) != nil
  }

  /// The kind whose required columns are all among `names`, for a dump that was given the wrong name.
  static func kind(holding names: [String]) -> DumpKind? {
    DumpKind.allCases.first { kind in
      kind != .erasures && Layout(of: kind).required.allSatisfy { names.contains($0.rawValue) }
    }
  }
}
