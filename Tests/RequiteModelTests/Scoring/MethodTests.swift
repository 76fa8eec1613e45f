import RequiteModel
import Testing

@Suite struct MethodTests {
  private let first = Method.all[0]
  private let second = Method.all[1]

  @Test func theFirstReleaseIsTheDefault() {
    #expect(Method.all.map(\.version) == ["2026.1", "2026.2", "2026.3"])
    #expect("\(second)" == "2026.2")
    #expect(Method.current == first && Settings().method == first)
    #expect(Method(released: "2026.2") == second && Method(released: "2026.4") == nil && Method(released: "") == nil)
  }

  @Test func aReleasedMethodIsNeverEdited() {
    let unrevised = Method.Stage.allCases.map { "\($0.rawValue) 1\n" }.joined()
    #expect(first.canonicalText == unrevised)
    #expect(
      second.canonicalText == """
        deduplication 1
        thread_judgement 1
        latest_answers 2
        categories 1
        closed_loop 1
        balance 1
        raking 1
        variance 2
        first_answers 1
        index 1
        suppression 1

        """)
  }

  @Test func theThirdReleaseJudgesThreadsAnew() throws {
    let third = try #require(Method(released: "2026.3"))
    #expect(third.stages(differingFrom: second) == [.threadJudgement])
    #expect(second.adopting(.threadJudgement, of: third) == third)
    #expect(third.canonicalText == second.canonicalText.replacing("thread_judgement 1", with: "thread_judgement 2"))
    #expect(first.adopting(.threadJudgement, of: third).version == "2026.1+thread_judgement.2")
  }

  @Test func aMethodKnowsWhereItDiffers() {
    #expect(second.stages(differingFrom: first) == [.latestAnswers, .variance])
    #expect(first.stages(differingFrom: second) == [.latestAnswers, .variance])
    #expect(first.stages(differingFrom: first) == [])
  }

  @Test func stageByStageOneMethodBecomesTheOther() {
    var method = first
    var walked = [method.version]
    for stage in second.stages(differingFrom: first) {
      method = method.adopting(stage, of: second)
      walked.append(method.version)
    }
    #expect(walked == ["2026.1", "2026.1+latest_answers.2", "2026.2"] && method == second)
    #expect(second.adopting(.latestAnswers, of: first).version == "2026.1+variance.2")
    #expect(first.adopting(.index, of: second) == first)
  }

  @Test func aRecordedNameIsTheMethodItNames() {
    let between = first.adopting(.latestAnswers, of: second)
    for method in [first, second, between, second.adopting(.latestAnswers, of: first)] {
      #expect(Method(recorded: method.version) == method && method.isKnown)
    }
    #expect(between.revision(of: .latestAnswers) == 2 && between.revision(of: .variance) == 1)
    #expect(between.canonicalText.contains("latest_answers 2\n") && between.canonicalText.contains("variance 1\n"))
  }

  @Test(arguments: [
    "", "2027.1", "2026.1+", "2026.1+latest_answers", "2026.1+latest_answers.3", "2026.1+latest_answers.1",
    "2026.2+variance.1", "2026.1+latest_answers.2+variance.2", "2026.1+magic.2", "+", "2026.1+latest_answers.2.2",
    "2026.1+latest_answers.02",
  ])
  func anyOtherNameIsReadableAndCannotBeRun(version: String) {
    let method = Method(recorded: version)
    #expect(!method.isKnown && method.version == version && method.canonicalText == "\(version)\n")
    #expect(method.adopting(.variance, of: second) == method && first.adopting(.variance, of: method) == first)
    #expect(method == Method(recorded: version) && method != first)
  }
}
