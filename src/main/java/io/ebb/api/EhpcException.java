package io.ebb.api;

/// A call that did not succeed. The type says how to go on, the accessors say what it was about.
///
/// The message says what happened to what; neither it nor anything else here holds a secret, a
/// signature or a signed URL.
public abstract sealed class EhpcException extends RuntimeException
    permits AmbiguousException,
        AuthException,
        BadRequestException,
        BusyException,
        ConflictException,
        NotFoundException,
        QuotaException,
        UnreachableException {
  private static final long serialVersionUID = 1;

  private final String kind;

  // Not for serialisation; exceptions of this room are never stored that way, but as `Told`.
  private final transient Failure failure;

  EhpcException(String kind, Failure failure) {
    this(kind, "Cannot ", failure);
  }

  EhpcException(String kind, String opening, Failure failure) {
    super(failure.sentence(opening));
    this.kind = kind;
    this.failure = failure;
  }

  /// The type in a word or two, for scripts and JSON: `not found`, `busy`, …
  public String kind() {
    return kind;
  }

  /// What was to be done, for example `delete nodes`.
  public String action() {
    return failure.action();
  }

  /// What it was to be done to, for example `cluster ehpc-8jqdq0mz, nodes cln-a, cln-b`; empty when
  /// the call names nothing.
  public String resource() {
    return failure.subject().toString();
  }

  /// The service's `ret_code`; 0 when it gave none.
  public int code() {
    return failure.code();
  }

  /// What to do next; never empty.
  public String hint() {
    return failure.hint();
  }

  Failure failure() {
    return failure;
  }
}
