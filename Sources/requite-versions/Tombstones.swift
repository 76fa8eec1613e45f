import RequiteCommand
import RequiteDocuments
import RequiteFormats
import RequiteModel

/// The customers who were forgotten by hand, as a ledger of erasures that takes part in every night.
struct Tombstones {
  private let folder: String

  init(out: String) {
    folder = "\(out)/ledgers"
  }

  /// Adds a customer, under each of their ids, to those who were forgotten before.
  func add(_ forgotten: LedgerRedaction.Forgotten, key: String) throws {
    try Directory.create(folder, mode: 0o700)
    let path = "\(folder)/\(DumpManifest.tombstones).ledger"
    var (rows, vendors) = try known(path)
    let vendor = forgotten.vendor ?? ""
    if !vendors.contains(vendor) { vendors.append(vendor) }
    let code = UInt32(vendors.firstIndex(of: vendor)!)
    rows += forgotten.ids.sorted().map { ErasureRow(vendor: code, customer: $0) }
    let builder = LedgerBuilder(kind: .erasures, attributes: [], directory: folder)
    for row in rows { try builder.append(row) }
    var dictionaries = RowDictionaries()
    dictionaries.vendors = vendors
    let file = try AtomicFile(path, mode: 0o600)
    let accepted = try builder.finish(dictionaries: dictionaries, to: file).accepted
    try file.commit()
    let digest = try LedgerReader(path: path).digest
    let account = DumpAccount(
      dump: DumpManifest.tombstones, kind: .erasures, sha256: digest, lines: accepted, read: accepted,
      accepted: accepted)
    let manifest = DumpManifest(account: account, bytes: 0, ledger: digest, settings: "", key: key)
    try StageFile.write(manifest.document, to: "\(folder)/\(DumpManifest.tombstones).manifest.json", mode: 0o600)
  }

  private func known(_ path: String) throws -> (rows: [ErasureRow], vendors: [String]) {
    guard try Directory.names(in: folder).contains("\(DumpManifest.tombstones).ledger") else { return ([], [""]) }
    let footer = try LedgerReader(path: path).footer
    return (footer.erasures, footer.dictionaries.vendors)
  }
}
