import RequiteModel

/// Everything that grows while the customers of one bucket are scored, customer by customer.
struct CustomerPasses {
  private let settings: Settings
  private let cells: CellPlan
  private var loyalty: LoyaltyPass
  private var dispositions: DispositionPass
  private var changes: ChangePass
  private var raking: RakingPass
  private var components: ComponentPass
  private var balance: BalancePass
  private var perception = PerceptionPass()
  private var units: UnitPass
  private var revenue = RevenuePass()
  private var digest: DigestPass

  /// Prepares for a bucket; what is added lands in `tables` with `finish`.
  init(plan: Plan, cells: CellPlan, names: NameFingerprints, from tables: inout StateTables) {
    settings = plan.settings
    self.cells = cells
    loyalty = LoyaltyPass(plan: plan, from: &tables)
    dispositions = DispositionPass(plan: plan, cells: cells)
    changes = ChangePass(isPooled: settings.poolsScales)
    raking = RakingPass(plan: plan)
    components = ComponentPass(cells: cells, settings: settings, from: &tables)
    balance = BalancePass(cells: cells, settings: settings)
    units = UnitPass(plan: plan)
    digest = DigestPass(names: names, window: settings.surveyWindow)
  }

  /// Adds all facts of one customer.
  mutating func add(_ customer: CustomerFacts) {
    let standing = LatestResponses(of: customer.responses, settings: settings, cells: cells).standing
    loyalty.add(standing)
    for answer in standing {
      raking.add(answer)
      perception.add(answer)
      units.add(answer)
    }
    dispositions.add(customer.responses)
    changes.add(standing)
    components.add(customer, standing: standing)
    balance.add(customer, standing: standing)
    revenue.add(customer)
    digest.add(customer)
  }

  /// Moves everything to the state.
  mutating func finish(into tables: inout StateTables) {
    loyalty.finish(into: &tables)
    dispositions.finish(into: &tables)
    changes.finish(into: &tables)
    raking.finish(into: &tables)
    components.finish(into: &tables)
    balance.finish(into: &tables)
    perception.finish(into: &tables)
    units.finish(into: &tables)
    revenue.finish(into: &tables)
    digest.finish(into: &tables)
  }
}
