package io.ebb.api;

/// The key pair of an account.
///
/// @param accessKeyId the public half; may be shown [masked][#maskedId()]
/// @param secretAccessKey the secret half; never shown
public record Credentials(String accessKeyId, String secretAccessKey) {

  /// Refuses an empty half, with an `IllegalArgumentException`.
  public Credentials {
    if (accessKeyId.isBlank() || secretAccessKey.isBlank()) {
      throw new IllegalArgumentException(
          "The access key id or its secret is empty; "
              + "set QINGCLOUD_ACCESS_KEY and QINGCLOUD_SECRET_KEY");
    }
  }

  /// The key id as people may see it, for example `QYAC…MPLE`.
  public String maskedId() {
    int length = accessKeyId.length();
    return length < 12
        ? "…"
        : accessKeyId.substring(0, 4) + "…" + accessKeyId.substring(length - 4);
  }

  /// The masked key id, without the secret.
  @Override
  public String toString() {
    return "Credentials[" + maskedId() + "]";
  }
}
