import RequiteFormats
import RequiteModel

/// Which ids mean the same person, by every line of every crosswalk of a night.
///
/// An id that the lines give to two persons links to neither, and so does a person's own id that another line calls a key
/// of somebody else: which of them is right nobody can know. There are therefore no chains, and neither the order of the
/// lines nor their division into dumps matters.
///
///     ann@example.org → C-1, 4930123 → C-1        both are C-1
///     office@example.org → C-1, → C-2             stays itself, disputed
///     17 → C-3, 99 → 17                           99 is 17; 17 stays itself, disputed
///
/// Memory: about 60 bytes an id.
public final class IdentityLinks {
  /// A digest of the crosswalks: of other lines it is another one.
  public let digest: String
  private var ids = KeyTable(width: 2)
  private var targets: [Pseudonym] = []
  private var isCustomer: [Bool] = []
  private var isDisputed: [Bool] = []

  /// Reads the crosswalks among `ledgers`; `nil` where there is none.
  public init?(_ ledgers: [LedgerReader]) throws {
    let crosswalks = ledgers.filter { $0.footer.kind == .crosswalk }
    guard !crosswalks.isEmpty else { return nil }
    digest = SHA256Digest.hex(of: Array(Set(crosswalks.map(\.digest)).sorted().joined(separator: "\n").utf8))
    for ledger in crosswalks {
      for bucket in 0..<Bucket.count {
        for row in try ledger.crosswalk(bucket: bucket) { add(row) }
      }
    }
    for number in targets.indices where isCustomer[number] && targets[number] != .none {
      isDisputed[number] = isDisputed[number] || targets[number] != id(number)
    }
  }

  /// The person that an id means: another id, or itself where no line says more.
  public func person(of id: Pseudonym) -> Pseudonym {
    guard let number = number(of: id), !isDisputed[number], targets[number] != .none else { return id }
    return targets[number]
  }

  /// What the lines say of an id.
  public func standing(of id: Pseudonym) -> IdentityStanding {
    guard let number = number(of: id) else { return .unknown }
    return isDisputed[number] ? .disputed : .linked
  }

  /// Every id that means the same person as `id`, itself included.
  ///
  /// - Complexity: O(*n*).
  public func ids(of id: Pseudonym) -> Set<Pseudonym> {
    let person = person(of: id)
    var found: Set<Pseudonym> = [id, person]
    for number in targets.indices where targets[number] == person && !isDisputed[number] {
      found.insert(self.id(number))
    }
    return found
  }

  private func add(_ row: CrosswalkRow) {
    isCustomer[insert(row.customer)] = true
    row.forEachKey { key in
      let number = insert(key)
      if targets[number] == .none {
        targets[number] = row.customer
      } else if targets[number] != row.customer {
        isDisputed[number] = true
      }
    }
  }

  private func insert(_ id: Pseudonym) -> Int {
    let number = ids.insert(id.words.span)
    if number == targets.count {
      targets.append(.none)
      isCustomer.append(false)
      isDisputed.append(false)
    }
    return number
  }

  private func number(of id: Pseudonym) -> Int? {
    ids.number(of: id.words.span)
  }

  private func id(_ number: Int) -> Pseudonym {
    let key = ids.key(number)
    return Pseudonym(high: key[key.startIndex], low: key[key.startIndex + 1])
  }
}
