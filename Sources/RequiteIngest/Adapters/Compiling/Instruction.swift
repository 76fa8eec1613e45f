/// One step of an adapter at work.
///
/// Values lie in registers; `out` is the register of the result or the instruction to go to, `a` and `b` are registers or
/// places in the tables of the program, as the operation says.
struct Instruction: BitwiseCopyable {
  var operation: Operation
  var a: Int32 = 0
  var b: Int32 = 0
  var out: Int32 = 0

  enum Operation: UInt8, BitwiseCopyable {
    // Values
    /// A field of the source row, `a`.
    case load
    /// What the current element of array walk `a` has at path `b`.
    case element
    /// The constant `a`.
    case constant
    /// The register `a`.
    case copy
    /// What array walk `a` finds in the array in register `b`.
    case pick
    /// Join `a` of the registers from `b`.
    case join
    /// The fingerprint of `b` registers from `a`.
    case hash

    // Steps on the register `a`, with something `b`
    case trim, lower, upper, unguard, unhtml, leadingInteger, trailingInteger, digits, decimalPoint
    /// With the constant `b`.
    case before, after, afterLast
    /// With part `b`.
    case part
    /// With the set of words `b`.
    case emptyWhen
    /// With lookup `b`.
    case lookup, root
    /// With the map of words `b`.
    case words
    /// With clock `b`.
    case time
    /// A time in `a`, with a length of time in register `b`, in the unit of the next instruction's `a`.
    case later

    // Ways through the program: `out` is the instruction to go to
    case jump
    case jumpIfPresent
    /// Unless the text in `a` is in the set of words `b`.
    case jumpUnlessOneOf
    /// Unless the registers are the same.
    case jumpUnlessSame
    /// Unless the first number is less.
    case jumpUnlessLess
    case jumpUnlessPresent
    /// Unless the text in `a` is like one of the patterns `b`.
    case jumpUnlessLike
    /// If value `a` was worked out for this row already.
    case jumpIfKnown
    /// Value `a` is worked out.
    case know

    // Rows
    /// Begins row `a`; after a breach things go on at `out`.
    case begin
    /// Begins array walk `a` through the array in register `b`.
    case eachBegin
    /// Goes to the next element of array walk `a`, or, if there is none, to `out`.
    case eachNext
    /// The row is ready.
    case emit
    /// The row of the source is left out on purpose.
    case skip
    /// The row of the source cannot be right.
    case reject
    /// There is nothing more to be made of the row of the source.
    case end
  }
}
