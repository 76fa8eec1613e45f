import Crypto
import RequiteFormats
import RequiteModel

/// Turns one kind of ids (customers, accounts, agents) into pseudonyms: HMAC-SHA-256, cut to 128 bits.
///
/// The same people come back row after row, and an HMAC costs as much as reading a row, so recent answers are kept in a
/// table of bounded size. The table is keyed by a fingerprint that itself depends on the key: nobody can prepare ids that
/// collide.
final class Pseudonymizer {
  private struct Answer {
    var fingerprint = Hash128.start
    var pseudonym = Pseudonym.none
  }

  /// The two latest answers that share a place, the later first: together one line of the cache.
  private struct Pair {
    var latest = Answer()
    var earlier = Answer()
  }

  private let digest: KeyedDigest
  private let seed: Hash128
  private let answers: UnsafeMutableBufferPointer<Pair>
  private let mask: Int

  /// - Parameters:
  ///   - label: the kind of id.
  ///   - capacity: how many recent answers are kept at most, a power of two; 32 bytes each.
  init(key: PseudonymKey, label: String, capacity: Int) {
    digest = key.digest(label: label)
    seed = Pseudonymizer.fingerprintSeed(digest)
    let pairs = capacity / 2
    mask = pairs - 1
    let memory = LargeMemory.allocate(byteCount: pairs * MemoryLayout<Pair>.stride)
    answers = memory.bindMemory(to: Pair.self)
    answers.initialize(repeating: Pair())
  }

  deinit {
    LargeMemory.free(UnsafeMutableRawBufferPointer(answers))
  }

  /// An id, and where its answer would be.
  struct Question {
    fileprivate let id: UnsafeRawBufferPointer
    fileprivate let fingerprint: Hash128
    fileprivate let slot: Int
  }

  /// Begins to look up an id.
  ///
  /// The table is larger than the fast caches, so it pays to ask early and go on with something
  /// else; the id's bytes must stay where they are.
  func ask(_ id: UnsafeRawBufferPointer) -> Question {
    let fingerprint = Hash128(id, seed: seed)
    let slot = Int(truncatingIfNeeded: fingerprint.low) & mask
    CacheHint.willRead(answers.baseAddress.unsafelyUnwrapped + slot)
    return Question(id: id, fingerprint: fingerprint, slot: slot)
  }

  /// The pseudonym of an id, which must not be empty.
  func answer(_ question: Question) -> Pseudonym {
    let known = answers[question.slot]
    if known.latest.fingerprint == question.fingerprint { return known.latest.pseudonym }
    if known.earlier.fingerprint == question.fingerprint { return known.earlier.pseudonym }
    let pseudonym = Pseudonym(digest.code(of: question.id))
    let answer = Answer(fingerprint: question.fingerprint, pseudonym: pseudonym)
    answers[question.slot] = Pair(latest: answer, earlier: known.latest)
    return pseudonym
  }

  /// The pseudonym of an id, which must not be empty.
  func pseudonym(of id: UnsafeRawBufferPointer) -> Pseudonym {
    answer(ask(id))
  }

  private static func fingerprintSeed(_ digest: KeyedDigest) -> Hash128 {
    let code = Array("requite.fingerprint-seed".utf8).withUnsafeBytes { Pseudonym(digest.code(of: $0)) }
    return Hash128(high: code.high, low: code.low)
  }
}

extension Pseudonym {
  /// The first 128 bits of a code.
  fileprivate init(_ code: SHA256.Digest) {
    self = code.withUnsafeBytes { bytes in
      Pseudonym(
        high: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self)),
        low: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)))
    }
  }
}

/// The pseudonymizers a dump needs.
///
/// They can be kept from dump to dump.
public struct People {
  let customers: Pseudonymizer
  let accounts: Pseudonymizer
  let agents: Pseudonymizer

  /// Prepares pseudonyms under `key`; takes about 20 MiB.
  public init(key: PseudonymKey) {
    customers = Pseudonymizer(key: key, label: "customer", capacity: 1 << 19)
    accounts = Pseudonymizer(key: key, label: "account", capacity: 1 << 16)
    agents = Pseudonymizer(key: key, label: "agent", capacity: 1 << 16)
  }
}
