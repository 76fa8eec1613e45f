import Crypto
import RequiteFormats
import RequiteModel

/// Turns one kind of ids (customers, accounts, agents) into pseudonyms: HMAC-SHA-256, cut to 128 bits.
///
/// The same people come back row after row, and an HMAC costs as much as reading a row, so recent answers are kept. Their
/// table is keyed by a fingerprint that itself depends on the key: nobody can prepare ids that collide.
package final class Pseudonymizer {
  private let digest: KeyedDigest
  private let seed: Hash128
  private let answers: RecentAnswers

  /// - Parameters:
  ///   - label: the kind of id.
  ///   - capacity: how many recent answers are kept at most, a power of two; 32 bytes each.
  package init(key: PseudonymKey, label: String, capacity: Int) {
    digest = key.digest(label: label)
    seed = Pseudonymizer.fingerprintSeed(digest)
    answers = RecentAnswers(capacity: capacity)
  }

  /// An id, and where its answer would be.
  struct Question {
    fileprivate let id: Bytes
    fileprivate let fingerprint: RecentAnswers.Words
    fileprivate let place: RecentAnswers.Place

    /// The same question, as long as `arena` keeps its texts.
    @inline(__always)
    func kept(in arena: ByteArena) -> Question {
      Question(id: arena.make(copying: id), fingerprint: fingerprint, place: place)
    }
  }

  /// Begins to look up an id, whose bytes must stay where they are until it is answered.
  @inline(__always)
  func ask(_ id: Bytes) -> Question {
    let hash = Hash128(id, seed: seed)
    let fingerprint = RecentAnswers.Words(hash.high, hash.low)
    return Question(id: id, fingerprint: fingerprint, place: answers.place(of: fingerprint))
  }

  /// The pseudonym of an id, which must not be empty.
  @inline(__always)
  func answer(_ question: Question) -> Pseudonym {
    guard let known = answers.answer(to: question.fingerprint, at: question.place) else { return newAnswer(question) }
    return Pseudonym(high: known.first, low: known.second)
  }

  @inline(never)
  private func newAnswer(_ question: Question) -> Pseudonym {
    let pseudonym = Pseudonym(digest.code(of: question.id))
    answers.keep(
      RecentAnswers.Words(pseudonym.high, pseudonym.low), to: question.fingerprint, at: question.place)
    return pseudonym
  }

  /// The pseudonym of an id, which must not be empty.
  package func pseudonym(of id: Bytes) -> Pseudonym {
    answer(ask(id))
  }

  private static func fingerprintSeed(_ digest: KeyedDigest) -> Hash128 {
    let code = Pseudonym(digest.code(of: Bytes("requite.fingerprint-seed")))
    return Hash128(high: code.high, low: code.low)
  }
}

extension Pseudonym {
  /// The first 128 bits of a code.
  fileprivate init(_ code: SHA256.Digest) {
    // A digest offers its bytes as a buffer or one by one; both words lie within its 32.
    self = unsafe code.withUnsafeBytes { bytes in
      unsafe Pseudonym(
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

  /// Prepares the same pseudonyms for dumps of few people, in some kilobytes.
  package init(fewUnder key: PseudonymKey) {
    customers = Pseudonymizer(key: key, label: "customer", capacity: 1 << 6)
    accounts = Pseudonymizer(key: key, label: "account", capacity: 1 << 6)
    agents = Pseudonymizer(key: key, label: "agent", capacity: 1 << 6)
  }
}
