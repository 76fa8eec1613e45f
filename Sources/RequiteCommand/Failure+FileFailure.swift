import RequiteFormats

extension FileFailure: FailureConvertible {
  /// 66 for what is not there, 77 without permission, 65 for what is no file that can be read, 74 otherwise.
  public var failure: Failure {
    if isMissing { return Failure(.inputMissing, "there is no such file", file: path) }
    if isForbidden {
      return Failure(
        .noPermission, "no permission", file: path, remedy: "Check the owner and mode of the file and of its directory."
      )
    }
    return Failure(code == 0 ? .dataRefused : .inputOutput, "cannot \(operation.rawValue): \(message)", file: path)
  }
}

extension Failure {
  /// 5 for a file of ours that was damaged, 78 for one of another release or another night.
  init(_ error: any StoredFileFailure) {
    self.init(
      error.isDamage ? .integrity : .configuration, error.description, file: error.fileName,
      remedy: "Delete it and run the night again: it is made anew from the dumps.", cause: error)
  }
}
