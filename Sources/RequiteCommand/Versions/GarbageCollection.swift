import Glibc

/// What a collection of garbage removes: versions that nothing keeps, and objects that no version needs.
public struct GarbageCollection: Sendable {
  /// A version that goes.
  public struct GoingVersion: Hashable, Sendable {
    /// Its id.
    public let id: String
    /// The bytes of its files.
    public let bytes: Int64
  }

  /// An object that goes.
  public struct GoingObject: Hashable, Sendable {
    /// The object.
    public let object: ObjectStore.Object
    /// Its bytes on disk; 0 where it has another name elsewhere, as a ledger of the last night has.
    public let bytes: Int64
  }

  /// The versions that go, by publication.
  public var versions: [GoingVersion] = []
  /// The versions that stay without what they were made of, by publication: only those that lose something now.
  public var lightened: [String] = []
  /// The objects that go, by name.
  public var objects: [GoingObject] = []
  /// How many versions stay.
  public var kept = 0

  /// The bytes that become free.
  public var bytes: Int64 {
    versions.reduce(0) { $0 + $1.bytes } + objects.reduce(0) { $0 + $1.bytes }
  }

  /// Whether nothing goes.
  public var isEmpty: Bool { versions.isEmpty && objects.isEmpty }
}

extension VersionStore {
  /// How a collection is done.
  public struct CollectionRule: Sendable {
    /// Which versions stay.
    public var retention: Retention
    /// Objects younger than this, in hours, stay even where no version needs them: on network storage, where locks may not
    /// reach other hosts, a publish may be under way.
    public var graceHours: Int64
    /// Whether anything is removed, or only told.
    public var applies: Bool

    /// Creates a rule.
    public init(retention: Retention = Retention(), graceHours: Int64 = 24, applies: Bool = false) {
      self.retention = retention
      self.graceHours = graceHours
      self.applies = applies
    }
  }

  /// Works out what nothing keeps any more, and removes it if the rule says so, the whole time under the store's lock.
  ///
  /// Versions go before objects, and a version in one step, so that ended at any moment no version lacks files, and one
  /// that lacks objects was going to. What went is told in `collected.jsonl`.
  ///
  /// - Parameters:
  ///   - rule: what must stay, and whether the rest goes.
  ///   - now: the time that ages are measured from.
  ///   - needs: the objects that a version names. If it throws, nothing is removed.
  /// - Throws: 75 while another run changes the store.
  public func collect(
    _ rule: CollectionRule, now: UTCTime, needs: (Version) throws -> [ObjectStore.Object]
  ) throws -> GarbageCollection {
    guard Directory.isDirectory(root) else { return GarbageCollection() }
    return try DirectoryLock.holding(root, since: now) {
      let collection = try collection(rule, now: now, needs: needs)
      if rule.applies, !collection.isEmpty { try remove(collection, now: now) }
      return collection
    }
  }

  private func collection(
    _ rule: CollectionRule, now: UTCTime, needs: (Version) throws -> [ObjectStore.Object]
  ) throws -> GarbageCollection {
    let versions = try versions()
    let fixed = Set(try pins().map(\.id) + [try latest()].compactMap { $0 })
    let added = try addedIDs()
    let candidates = versions.map {
      Retention.Candidate(id: $0.id, publishedAt: $0.publishedAt, isAdded: added.contains($0.id))
    }
    let tiers = rule.retention.tiers(of: candidates, fixed: fixed, previous: try previousIDs(), now: now)
    var collection = GarbageCollection()
    let heavy = versions.filter { tiers[$0.id] == .heavy }
    let needed = Set(try heavy.flatMap(needs))
    collection.objects = try sweepable(needed: needed, olderThan: rule.graceHours * 3600, now: now)
    let going = Set(collection.objects.map(\.object))
    for version in versions {
      switch tiers[version.id] {
      case nil: collection.versions.append(.init(id: version.id, bytes: version.size))
      case .light where try needs(version).contains(where: going.contains): collection.lightened.append(version.id)
      case .light, .heavy: break
      }
    }
    collection.kept = versions.count - collection.versions.count
    return collection
  }

  /// The objects that nothing needs and that have lain there long enough.
  private func sweepable(
    needed: Set<ObjectStore.Object>, olderThan grace: Int64, now: UTCTime
  ) throws -> [GarbageCollection.GoingObject] {
    try objects.objects().filter { !needed.contains($0) }.compactMap { object in
      // The time of the last change of the file's state: a link made today to a ledger of last year is a day's old at most.
      guard let status = linkStatus(of: objects.path(of: object)), now.seconds - Int64(status.st_ctim.tv_sec) >= grace
      else {
        return nil
      }
      return .init(object: object, bytes: status.st_nlink > 1 ? 0 : Int64(status.st_size))
    }
  }

  private func remove(_ collection: GarbageCollection, now: UTCTime) throws {
    let log = CollectionLog(path: "\(root)/collected.jsonl")
    for version in collection.versions {
      try log.append(.init(id: version.id, what: .version, collectedAt: now))
      try removeVersion(version.id)
    }
    for id in collection.lightened { try log.append(.init(id: id, what: .objects, collectedAt: now)) }
    for going in collection.objects { try objects.remove(going.object) }
  }

  /// Takes a version's name away in one step, then its files.
  private func removeVersion(_ id: String) throws {
    let staging = "\(root)/.staging"
    Directory.removeTree(staging)
    try Directory.create(staging)
    defer { Directory.removeTree(staging) }
    guard rename(directory(of: id), "\(staging)/\(id)") == 0 else {
      throw Failure(SystemError(.rename), file: directory(of: id))
    }
    try Directory.synchronize("\(root)/versions")
  }
}

extension ObjectStore {
  /// Removes an object, and its folder when nothing else is in it.
  func remove(_ object: Object) throws {
    let place = path(of: object)
    try Directory.removeFile(place)
    rmdir(PathParts(place).directory)
  }
}
