import RequiteModel

/// Everything that grows while customers are scored, bucket by bucket.
struct CustomerPasses {
  private let plan: Plan
  private let cells: CellPlan
  private var latest: LatestResponses
  private var loyalty: LoyaltyPass
  private var dispositions: DispositionPass
  private var changes: ChangePass
  private var raking: RakingPass
  private var components: ComponentPass
  private var balance: BalancePass
  private var perception = PerceptionPass()
  private var units: UnitPass
  private var revenue = RevenuePass()
  private var conflicts: ConflictCounts
  private var digest: DigestPass
  private var links: LinkPass?
  private let standing: ((Pseudonym) -> IdentityStanding)?

  /// Prepares for buckets; what is added lands in `tables` with `endBucket` and `finish`.
  ///
  /// - Parameter standing: what the crosswalk says of a customer; `nil` on a night without one.
  init(
    plan: Plan, cells: CellPlan, names: NameFingerprints, standing: ((Pseudonym) -> IdentityStanding)?,
    from tables: inout StateTables
  ) {
    let settings = plan.settings
    self.plan = plan
    self.cells = cells
    latest = LatestResponses(settings: settings, cells: cells)
    loyalty = LoyaltyPass(plan: plan, from: &tables)
    dispositions = DispositionPass(plan: plan, cells: cells)
    changes = ChangePass(isPooled: settings.poolsScales)
    raking = RakingPass(plan: plan)
    components = ComponentPass(cells: cells, plan: plan, from: &tables)
    balance = BalancePass(cells: cells, plan: plan, from: &tables)
    units = UnitPass(plan: plan)
    conflicts = ConflictCounts(plan: plan)
    digest = DigestPass(names: names, window: settings.surveyWindow)
    self.standing = standing
    if standing != nil { links = LinkPass(plan: plan) }
  }

  /// Adds all facts of one customer.
  mutating func add(_ customer: CustomerFacts) {
    latest.look(through: customer.responses)
    loyalty.add(latest.standing)
    for place in latest.standing.indices {
      raking.add(latest.standing[place])
      perception.add(latest.standing[place])
      units.add(latest.standing[place])
    }
    dispositions.add(customer.responses)
    conflicts.add(customer.responses)
    changes.add(latest.standing)
    components.add(customer, standing: latest.standing)
    balance.add(customer, standing: latest.standing)
    revenue.add(customer)
    let standing = standing?(customer.key.customer)
    digest.add(customer, standing: standing)
    if let standing { links?.add(customer, standing: standing) }
  }

  /// Moves to the state what would grow with the number of buckets.
  ///
  /// Sums that are bounded stay until `finish`: moving them costs more than a bucket's customers do.
  mutating func endBucket(into tables: inout StateTables) {
    dispositions.finish(into: &tables)
    dispositions = DispositionPass(plan: plan, cells: cells)
    changes.finish(into: &tables)
    changes = ChangePass(isPooled: plan.settings.poolsScales)
    raking.finish(into: &tables)
    raking = RakingPass(plan: plan)
    perception.finish(into: &tables)
    perception = PerceptionPass()
    units.finish(into: &tables)
    units = UnitPass(plan: plan)
    revenue.finish(into: &tables)
    revenue = RevenuePass()
    digest.finish(into: &tables)
  }

  /// Moves everything else to the state, after the last bucket.
  mutating func finish(into tables: inout StateTables) {
    loyalty.finish(into: &tables)
    components.finish(into: &tables)
    balance.finish(into: &tables)
    conflicts.finish(into: &tables)
    links?.finish(into: &tables)
  }
}
