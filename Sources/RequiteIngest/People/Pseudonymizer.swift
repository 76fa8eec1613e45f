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

  private let mac: HMAC<SHA256>
  private let seed: Hash128
  private let answers: UnsafeMutableBufferPointer<Answer>
  private let mask: Int

  /// - Parameters:
  ///   - label: the kind of id.
  ///   - slots: how many recent answers are kept, a power of two; 32 bytes each.
  init(key: PseudonymKey, label: String, slots: Int) {
    mac = key.mac(label: label)
    seed = Pseudonymizer.fingerprintSeed(mac)
    mask = slots - 1
    answers = .allocate(capacity: slots)
    answers.initialize(repeating: Answer())
  }

  deinit {
    answers.deallocate()
  }

  /// The pseudonym of an id, which must not be empty.
  func pseudonym(of id: UnsafeRawBufferPointer) -> Pseudonym {
    let fingerprint = Hash128(id, seed: seed)
    let slot = Int(truncatingIfNeeded: fingerprint.low) & mask
    if answers[slot].fingerprint == fingerprint { return answers[slot].pseudonym }
    let pseudonym = Pseudonymizer.compute(mac, id)
    answers[slot] = Answer(fingerprint: fingerprint, pseudonym: pseudonym)
    return pseudonym
  }

  private static func compute(_ mac: HMAC<SHA256>, _ id: UnsafeRawBufferPointer) -> Pseudonym {
    var mac = mac
    mac.update(data: id)
    return mac.finalize().withUnsafeBytes { code in
      Pseudonym(
        high: UInt64(bigEndian: code.loadUnaligned(fromByteOffset: 0, as: UInt64.self)),
        low: UInt64(bigEndian: code.loadUnaligned(fromByteOffset: 8, as: UInt64.self)))
    }
  }

  private static func fingerprintSeed(_ mac: HMAC<SHA256>) -> Hash128 {
    let code = Array("requite.fingerprint-seed".utf8).withUnsafeBytes { compute(mac, $0) }
    return Hash128(high: code.high, low: code.low)
  }
}

/// The pseudonymizers a dump needs. They can be kept from dump to dump.
public struct People {
  let customers: Pseudonymizer
  let accounts: Pseudonymizer
  let agents: Pseudonymizer

  /// Prepares pseudonyms under `key`; takes about 12 MiB.
  public init(key: PseudonymKey) {
    customers = Pseudonymizer(key: key, label: "customer", slots: 1 << 18)
    accounts = Pseudonymizer(key: key, label: "account", slots: 1 << 16)
    agents = Pseudonymizer(key: key, label: "agent", slots: 1 << 16)
  }
}
