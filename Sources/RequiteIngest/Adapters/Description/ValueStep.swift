/// Something that is done to a value.
package enum ValueStep: Hashable, Sendable {
  /// A text becomes another one.
  case text(TextStep)
  /// One of these texts becomes empty.
  case emptyWhen([String])
  /// What a side file says about it.
  case lookup(in: String, take: String, isRequired: Bool)
  /// The beginning of a chain: from row to row of a side file by `parent`, as far as that leads.
  case root(in: String, parent: String)
  /// What a word means here; no word means nothing.
  ///
  /// A word that is not listed is `rest`, is kept as it is, or sets the row aside.
  case words([String: String], rest: Rest)
  /// A time, from one of these notations.
  case time([TimeNotation], ClockSetting)
  /// So much later than a time.
  case later(AdapterValue, TimeUnit)

  /// What becomes of a word that is not listed.
  package enum Rest: Hashable, Sendable {
    /// This.
    case text(String)
    /// It stays.
    case same
    /// The row is set aside.
    case breach
  }
}

/// A change of a text.
///
/// The words are those of adapter files.
package enum TextStep: Hashable, Sendable {
  /// Spaces around it go.
  case trim
  /// Letters of ASCII become small.
  case lower
  /// Letters of ASCII become capital.
  case upper
  /// An apostrophe before `=`, `+`, `-` or `@` goes, which guards spreadsheets.
  case unguard
  /// Tags go, and entities become characters.
  case unhtml
  /// Only the whole number at the beginning stays: `9 - extremely likely` is 9, `9.0` is 9, `9.5` stays as it is.
  case leadingInteger
  /// Only the whole number at the end stays: `extremely likely - 10` is 10.
  case trailingInteger
  /// Only digits stay, of telephone numbers for example.
  case digits
  /// A decimal comma becomes a point.
  case decimalPoint
  /// What comes before the first of a text; all of it without one.
  case before(String)
  /// What comes behind the first of a text; all of it without one.
  case after(String)
  /// What comes behind the last of a text; all of it without one.
  case afterLast(String)
  /// One of the parts between a text, from 1, spaces around it gone; nothing if there are fewer.
  case part(Int, of: String)

  /// The steps that need nothing but their name.
  package static let plain: [(word: String, step: TextStep)] = [
    ("trim", .trim), ("lower", .lower), ("upper", .upper), ("unguard", .unguard), ("unhtml", .unhtml),
    ("leading_integer", .leadingInteger), ("trailing_integer", .trailingInteger), ("digits", .digits),
    ("decimal_point", .decimalPoint),
  ]
}
