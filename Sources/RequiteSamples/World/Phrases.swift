/// What people say in a sample.
///
/// Short, invented, in several scripts, some with commas, quotes and line breaks, so that readers of dumps have
/// something to get wrong.
enum Phrases {
  /// A stretch of `all` from which one phrase is drawn.
  typealias Mood = Range<Int>

  /// Every phrase as bytes; number 0 is silence.
  static let all: [[UInt8]] = [[]] + moods.flatMap { $0.map { Array($0.utf8) } }

  static let question = mood(0)
  static let impatience = mood(1)
  static let answer = mood(2)
  static let promise = mood(3)
  static let fulfilled = mood(4)
  static let resolved = mood(5)
  static let reopened = mood(6)
  static let betterTerms = mood(7)
  static let worseTerms = mood(8)
  static let consent = mood(9)
  static let followup = mood(10)
  static let robot = mood(11)
  static let note = mood(12)
  static let praise = mood(13)
  static let indifference = mood(14)
  static let criticism = mood(15)
  static let musing = mood(16)

  /// Draws a phrase's number.
  static func draw(_ mood: Mood, _ random: inout SplitMix64) -> UInt16 {
    UInt16(mood.lowerBound + random.below(mood.count))
  }

  private static func mood(_ number: Int) -> Mood {
    let start = 1 + moods[..<number].reduce(0) { $0 + $1.count }
    return start..<start + moods[number].count
  }

  private static let moods: [[String]] = [
    [
      "Is anybody there?", "My order has not arrived, what now?", "The invoice shows a fee nobody mentioned.",
      "Could you change the name on my booking?", "It stopped working this morning.", "¿Cuándo llega mi pedido?",
      "I was told \"next week\", three weeks ago.", "How do I add my daughter to the contract?",
      "The site logs me out,\nagain and again.", "Wo finde ich meine Rechnung?", "Can I move this to Friday?",
      "予約を変更できますか？", "Charged twice, please look.", "The replacement is the wrong size",
    ],
    [
      "Still waiting.", "Hello? It has been days.", "Should I write somewhere else?", "Nobody called, as usual.",
      "Toujours rien…", "Is there a person I can talk to?",
    ],
    [
      "Thanks for writing, I am looking into it.", "Found it: the fee was ours, not yours.",
      "Could you send the number on the label?", "I have the file open, one moment.", "That should not have happened.",
      "You are right, and I am sorry.", "Please restart it once; if the light stays red, write back.",
      "Gracias por avisarnos, lo miro ahora mismo.", "I asked the workshop, they will \"have a look today\".",
      "Your booking is safe.",
    ],
    [
      "A colleague will call you by then.", "The parcel leaves our house in time, promised.",
      "You will have the refund by then.", "I will write again, with news or without.",
      "Our technician comes within the window you chose.",
    ],
    [
      "Done, as promised.", "Refund sent.", "Here is the call I promised.", "The technician has been.",
      "It left today.",
    ],
    [
      "Settled. Thank you for your patience.", "All done; the number stays open for you.",
      "Glad it works again!", "Closed, with an apology.", "Erledigt, danke.",
    ],
    ["It came back.", "Not solved at all.", "The same fee again, this month too.", "Sorry, it broke again."],
    [
      "We doubled your data, at no charge.", "Your fee is waived for three months.", "Room with a view, on us.",
      "A later flight would suit you better: moved, no fee.",
    ],
    [
      "From next month the line runs slower.", "Breakfast is no longer part of your rate.", "Your fare has gone up.",
      "The newsletter is now the only way to reach us.",
    ],
    ["Yes, go ahead.", "Agreed, if it stays that way.", "Fine with me.", "D'accord."],
    [
      "You gave us a low score. What happened?", "I read your answer and would like to understand it.",
      "May I call you about your survey?",
    ],
    [
      "Welcome! Your request is number one in our hearts.", "Did you try our list of questions?",
      "We received your mail.",
    ],
    ["Checked with billing.", "Handed over to the night shift.", "Caller was kind about it."],
    [
      "Quick and kind.", "They did what they said.", "Ada stayed with me until it worked.", "Muy bien, gracias 👍",
      "Best call I ever made to a company, honestly", "親切でした。", "I asked for one thing, and got it.",
    ],
    ["It was fine.", "Average, a bit slow.", "Okay, I suppose", "Works.", "Some days good, some days not."],
    [
      "Two weeks, no answer.", "Nobody felt \"responsible\".", "A robot told me to ask the robot.",
      "They made it slower, and called it an upgrade.", "Promised, forgotten.\nPromised again, forgotten again.",
      "Je ne reviendrai pas.", "Fees, fees, fees",
    ],
    [
      "Anyone else without a connection tonight?", "That company again… does anybody read this?",
      "Stuck at the gate, no word from them.", "Thinking of leaving them after nine years.",
    ],
  ]
}
