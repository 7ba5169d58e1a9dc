package io.ebb.script.catalogue;

/// The classes of errors that words raise in scripts. What was said wrongly is the language's own
/// `TypeError`.
public enum ErrorKind {
  /// The kind that all others are of.
  EHPC_ERROR("EhpcError", "A word failed. `code`, `hint` and `resource` say why and what to do."),
  /// Something is not there.
  NOT_FOUND_ERROR("NotFoundError", "What the script named is not there."),
  /// The state forbids it.
  CONFLICT_ERROR("ConflictError", "The state of the cluster forbids it now."),
  /// A quota is used up.
  QUOTA_ERROR("QuotaError", "A quota of the account is used up."),
  /// Ebb or a person forbids it.
  REFUSED_ERROR("RefusedError", "A guard, a limit or a person said no."),
  /// Nobody knows what came of it.
  AMBIGUOUS_ERROR("AmbiguousError", "It was sent, and the answer is unknown.");

  private final String type;
  private final String doc;

  ErrorKind(String type, String doc) {
    this.type = type;
    this.doc = doc;
  }

  /// The name of the class in both languages.
  public String type() {
    return type;
  }

  /// What such an error means.
  public String doc() {
    return doc;
  }
}
