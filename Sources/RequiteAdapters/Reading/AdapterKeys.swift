/// The keys of adapter files, part by part: what the reader takes, and what the schema must list.
package enum AdapterKeys {
  /// The file itself.
  package static let file = [
    "adapter", "about", "standing", "kind", "source", "parameters", "zone", "gap", "fold", "columns", "lookups", "let",
    "reject", "skip", "fields", "attributes", "rows",
  ]
  /// `source`, the layout of the text.
  package static let source = [
    "format", "encoding", "separator", "header", "names", "drop", "expect", "pad", "footer", "records",
  ]
  /// `source.expect`.
  package static let expect = ["row", "text"]
  /// A parameter.
  package static let parameter = ["about", "default"]
  /// A side file.
  package static let lookup = ["file", "key"] + source
  /// One of `rows`.
  package static let row = ["when", "each", "fields"]
  /// `each`.
  package static let each = ["in", "as"]
  /// A value that is more than a text.
  package static let value = [
    "from", "join", "with", "choose", "pick", "hash", "empty_when", "then", "lookup", "root", "map", "time", "add",
    "otherwise",
  ]
  /// One of `choose`.
  package static let choice = ["when", "value"]
  /// `pick`.
  package static let pick = ["in", "where", "take"]
  /// `lookup` in a value.
  package static let lookupStep = ["in", "take", "required"]
  /// `root`.
  package static let rootStep = ["in", "parent"]
  /// `time`, where it is more than a notation.
  package static let time = ["as", "zone", "gap", "fold"]
  /// `add`.
  package static let add = ["value", "unit"]
  /// Steps of `then` that need something.
  package static let steps = ["before", "after", "after_last", "part", "of"]
  /// A condition, beside fields such as `$public`.
  package static let condition = ["all", "any", "not", "present", "missing", "same", "less", "like"]
}
