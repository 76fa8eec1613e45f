/// The names of the loyalty metrics.
enum LoyaltyMetric {
  static let nps = "loyalty.nps"
  static let npsScore = "loyalty.nps_score"
  static let npsWald = "loyalty.nps_wald"
  static let npsWeighted = "loyalty.nps_weighted"
  static let promoters = "loyalty.promoters"
  static let passives = "loyalty.passives"
  static let detractors = "loyalty.detractors"
  static let meanScore = "loyalty.mean_score"
  static let csatTop2 = "loyalty.csat_top2"
  static let csatMean = "loyalty.csat_mean"
  static let cesMean = "loyalty.ces_mean"
  static let cesAgree = "loyalty.ces_agree"
  static let enps = "loyalty.enps"
  static let votesNet = "loyalty.votes_net"
  static let designEffect = "loyalty.design_effect"
  static let effectiveN = "loyalty.effective_n"
}
