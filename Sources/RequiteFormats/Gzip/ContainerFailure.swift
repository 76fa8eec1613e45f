/// A dump cannot be used because of what it is wrapped in: the file is cut, damaged or no gzip file at all.
///
/// The whole dump is refused, even where thousands of rows could still be read: the missing part is unknown.
public struct ContainerFailure: Error, Hashable, Sendable {
  /// What is wrong with the file.
  public enum Reason: Hashable, Sendable {
    /// The file has no bytes.
    case empty
    /// The file ends inside a member.
    case truncated
    /// A member's content does not have the CRC-32 written after it.
    case checksum
    /// A member's content does not have the length written after it.
    case length
    /// The CRC-16 of a member's header is wrong.
    case headerChecksum
    /// A member is compressed by another method than deflate.
    case method
    /// A member's header uses flags that RFC 1952 keeps for the future.
    case flags
    /// The compressed data make no sense; in zlib's words.
    case corrupt(String)
    /// The name ends in `.gz`, the content is not gzip.
    case notGzip
    /// The file is of another kind, compressed or packed in a way that is not read.
    case looksLike(FileSignature)
    /// A gzip file is wrapped in another gzip file.
    case compressedTwice
    /// After the last member come bytes that are no member.
    case trailing(count: Int)
    /// The content is longer than the limit, in bytes.
    case tooLarge(limit: Int)
  }

  /// What is wrong.
  public let reason: Reason
  /// The file, as it was named to us.
  public let path: String
  /// Where, in bytes of the file as it lies on the disk, from 0.
  public let offset: Int
  /// Which member of the gzip file, from 1; `nil` where that means nothing.
  public let member: Int?

  init(_ reason: Reason, _ path: String, offset: Int = 0, member: Int? = nil) {
    self.reason = reason
    self.path = path
    self.offset = offset
    self.member = member
  }
}

extension ContainerFailure {
  /// A short word for the reason, as it stands in manifests.
  ///
  /// Never changes its meaning.
  public var code: String {
    switch reason {
    case .empty: "empty"
    case .truncated: "truncated"
    case .checksum: "checksum"
    case .length: "length"
    case .headerChecksum: "header-checksum"
    case .method: "method"
    case .flags: "flags"
    case .corrupt: "corrupt"
    case .notGzip: "not-gzip"
    case .looksLike(let kind): "looks-like-\(kind.rawValue)"
    case .compressedTwice: "gzip-in-gzip"
    case .trailing: "trailing"
    case .tooLarge: "too-large"
    }
  }

  /// What is wrong and where, without the path: `truncated: the file ends inside member 2, at byte 4096`.
  public var message: String {
    switch reason {
    case .empty: "empty: the file has no bytes"
    case .truncated: "truncated: the file ends inside member \(member ?? 1), at byte \(offset)"
    case .checksum: "checksum: \(place) does not have the content its checksum was made of"
    case .length: "length: \(place) does not have the length written at its end"
    case .headerChecksum: "header checksum: the header of \(place) is damaged"
    case .method: "method: \(place) is not compressed by deflate"
    case .flags: "flags: the header of \(place) has reserved flags set"
    case .corrupt(let detail): "corrupt: \(place) cannot be decompressed (\(detail))"
    case .notGzip: "not gzip, although the name ends in .gz"
    case .looksLike(let kind): "looks like \(kind.rawValue); dumps are plain or gzip"
    case .compressedTwice: "compressed twice: a gzip file inside a gzip file"
    case .trailing(let count): "trailing bytes: \(count) after the end of member \(member ?? 1), at byte \(offset)"
    case .tooLarge(let limit): "too large: more than \(limit) bytes of content"
    }
  }

  private var place: String {
    "member \(member ?? 1), at byte \(offset),"
  }
}

extension ContainerFailure: CustomStringConvertible {
  /// The path and the message.
  public var description: String {
    "\(path.escapedForMessages): \(message)"
  }
}
