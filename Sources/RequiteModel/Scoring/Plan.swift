/// Everything the parts of one night must agree on before they start: the settings, and what each code means.
///
/// Lists are sorted by UTF-8 bytes and begin with the empty text, code 0, where a field may be empty. Every state names the
/// plan it was made under, and only states of one plan merge.
public struct Plan: Hashable, Sendable {
  /// The settings, with `as_of` and windows resolved.
  public var settings: Settings
  /// The ledgers that take part, by name.
  public var ledgers: [PlannedLedger]
  /// Vendor ids; a code is the position.
  public var vendors: [String]
  /// Channel names; code 0 is the empty text.
  public var channels: [String]
  /// Stratum names; code 0 is the empty text.
  public var strata: [String]
  /// For each attribute its levels; code 0 is the empty text.
  public var levels: [[String]]
  /// Trend periods that touch the windows, such as `2026-03`.
  public var periods: [String]
  /// Ids that stand in more than one bucket, and where they count.
  public var relocations: [Relocation]
  /// What need not be read, by kind; none of a kind without any.
  public var resting: [RestingRows]

  /// Creates a plan.
  public init(
    settings: Settings, ledgers: [PlannedLedger], vendors: [String], channels: [String], strata: [String],
    levels: [[String]], periods: [String], relocations: [Relocation] = [], resting: [RestingRows] = []
  ) {
    self.settings = settings
    self.ledgers = ledgers
    self.vendors = vendors
    self.channels = channels
    self.strata = strata
    self.levels = levels
    self.periods = periods
    self.relocations = relocations
    self.resting = resting
  }
}

extension Plan {
  /// The attributes of rows, in the order of `levels`.
  public var attributes: [String] { settings.attributes }

  /// What need not be read of a kind; `nil` where there is nothing.
  public func resting(_ kind: DumpKind) -> RestingRows? { resting.first { $0.kind == kind } }

  /// The levels of a dimension: those of an attribute, or the channels.
  public func levels(of dimension: String) -> [String] {
    if dimension == "channel" { return channels }
    return attributes.firstIndex(of: dimension).map { levels[$0] } ?? []
  }
}

/// A ledger that takes part in a night.
public struct PlannedLedger: Hashable, Sendable {
  /// The ledger's file name.
  public var name: String
  /// What it holds.
  public var kind: DumpKind
  /// The checksum of its header, which covers every bucket's checksum.
  public var digest: String

  /// Creates an entry.
  public init(name: String, kind: DumpKind, digest: String) {
    self.name = name
    self.kind = kind
    self.digest = digest
  }
}

/// An id that stands in more than one bucket: its thread or its customer differs between rows.
///
/// Ids are unique within a vendor, so only one of the rows can count. Which one is settled before the buckets part.
public struct Relocation: Hashable, Sendable {
  /// The kind of rows.
  public var kind: DumpKind
  /// Fingerprint of vendor and id.
  public var identity: Hash128
  /// The bucket in which the id counts; rows elsewhere are duplicates.
  public var bucket: Int
  /// Whether rows of the greatest revision stand in more than one bucket.
  public var isConflict: Bool

  /// Creates a relocation.
  public init(kind: DumpKind, identity: Hash128, bucket: Int, isConflict: Bool) {
    self.kind = kind
    self.identity = identity
    self.bucket = bucket
    self.isConflict = isConflict
  }
}
