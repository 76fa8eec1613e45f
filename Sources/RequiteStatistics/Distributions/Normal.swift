/// The standard normal distribution.
public enum Normal {
  /// The 97.5 % quantile *z*: a 95 % interval is the estimate ± *z* standard errors (METHODS B0.5).
  public static let z975 = 1.959963984540054
}
