import Crypto
import RequiteFormats
import RequiteModel

/// Turns one kind of ids (customers, accounts, agents) into pseudonyms: HMAC-SHA-256, cut to 128 bits.
///
/// The same people come back row after row, and an HMAC costs as much as reading a row, so recent answers are kept in a
/// table of bounded size. The table is keyed by a fingerprint that itself depends on the key: nobody can prepare ids that
/// collide.
package final class Pseudonymizer {
  fileprivate struct Answer {
    var fingerprint = Hash128.start
    var pseudonym = Pseudonym.none
  }

  /// How many answers share a place, the latest first: two lines of the cache.
  ///
  /// With two, a table that is a third full would forget one person in ten; with four, next to none.
  private static let rivals = 4

  private let digest: KeyedDigest
  private let seed: Hash128
  /// Zeros are the empty answer.
  private let memory: ZeroedMemory
  private let answers: UnsafeMutableBufferPointer<Answer>
  private let mask: Int

  /// - Parameters:
  ///   - label: the kind of id.
  ///   - capacity: how many recent answers are kept at most, a power of two; 32 bytes each.
  package init(key: PseudonymKey, label: String, capacity: Int) {
    digest = key.digest(label: label)
    seed = Pseudonymizer.fingerprintSeed(digest)
    mask = capacity - Pseudonymizer.rivals
    memory = ZeroedMemory(byteCount: capacity * MemoryLayout<Answer>.stride)
    answers = memory.bytes.bindMemory(to: Answer.self)
  }

  /// An id, and where its answer would be.
  struct Question {
    fileprivate let id: UnsafeRawBufferPointer
    fileprivate let fingerprint: Hash128
    fileprivate let place: UnsafeMutablePointer<Answer>
  }

  /// Begins to look up an id.
  ///
  /// The table is larger than the fast caches, so it pays to ask early and go on with something
  /// else; the id's bytes must stay where they are.
  @inline(__always)
  func ask(_ id: UnsafeRawBufferPointer) -> Question {
    let fingerprint = Hash128(id, seed: seed)
    let place = answers.baseAddress.unsafelyUnwrapped + (Int(truncatingIfNeeded: fingerprint.low) & mask)
    CacheHint.willRead(place)
    CacheHint.willRead(place + 2)
    return Question(id: id, fingerprint: fingerprint, place: place)
  }

  /// The pseudonym of an id, which must not be empty.
  ///
  /// Which of the rivals it is cannot be foreseen: it is found without a jump, by half of the fingerprint, and then
  /// looked at whole.
  @inline(__always)
  func answer(_ question: Question) -> Pseudonym {
    let (place, low) = (question.place, question.fingerprint.low)
    var rival = place[1].fingerprint.low == low ? 1 : 0
    rival = place[2].fingerprint.low == low ? 2 : rival
    rival = place[3].fingerprint.low == low ? 3 : rival
    return place[rival].fingerprint == question.fingerprint ? place[rival].pseudonym : newAnswer(question)
  }

  @inline(never)
  private func newAnswer(_ question: Question) -> Pseudonym {
    let pseudonym = Pseudonym(digest.code(of: question.id))
    for rival in (1..<Pseudonymizer.rivals).reversed() { question.place[rival] = question.place[rival - 1] }
    question.place.pointee = Answer(fingerprint: question.fingerprint, pseudonym: pseudonym)
    return pseudonym
  }

  /// The pseudonym of an id, which must not be empty.
  package func pseudonym(of id: UnsafeRawBufferPointer) -> Pseudonym {
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

  /// Prepares the same pseudonyms for dumps of few people, in some kilobytes.
  package init(fewUnder key: PseudonymKey) {
    customers = Pseudonymizer(key: key, label: "customer", capacity: 1 << 6)
    accounts = Pseudonymizer(key: key, label: "account", capacity: 1 << 6)
    agents = Pseudonymizer(key: key, label: "agent", capacity: 1 << 6)
  }
}
