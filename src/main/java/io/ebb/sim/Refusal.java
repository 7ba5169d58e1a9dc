package io.ebb.sim;

import java.io.Serial;

/// A request that is answered with a `ret_code` other than 0.
final class Refusal extends RuntimeException {
  static final int CONFLICT = 1400;

  static final int INTERNAL = 5000;

  @Serial private static final long serialVersionUID = 1L;

  private final int code;

  private Refusal(int code, String message) {
    // A refusal is an answer, not a failure: nobody reads its stack.
    super(message, null, false, false);
    this.code = code;
  }

  int code() {
    return code;
  }

  String text() {
    return String.valueOf(getMessage());
  }

  /// The answer an injected fault asks for.
  static Refusal of(int code, String message) {
    return new Refusal(code, message);
  }

  static Refusal malformed(String what) {
    return new Refusal(1100, "消息格式错误: " + what);
  }

  static Refusal missing(String parameter) {
    return malformed("parameter [" + parameter + "] is missing");
  }

  static Refusal unknownMethod(String method, String path) {
    return new Refusal(1101, "无效的方法: " + method + " " + path);
  }

  static Refusal unauthenticated(String what) {
    return new Refusal(1200, "认证失败: " + what);
  }

  static Refusal expired(String timestamp) {
    return new Refusal(1300, "消息已过期: timestamp [" + timestamp + "] is more than 60 s off");
  }

  static Refusal conflict(String what) {
    return new Refusal(CONFLICT, "PermissionDenied, " + what);
  }

  static Refusal busy(String resource) {
    return conflict("resource [" + resource + "] is in transition, 请稍后重试");
  }

  static Refusal notFound(String what, String id) {
    return new Refusal(2100, "资源不存在: " + what + " [" + id + "]");
  }

  static Refusal exists(String what) {
    return new Refusal(2110, "资源已存在: " + what);
  }

  static Refusal accountExists(String name) {
    return new Refusal(1510, "帐户已存在: [" + name + "]");
  }

  static Refusal noAccount(String name) {
    return new Refusal(1610, "用户不存在: [" + name + "]");
  }

  static Refusal exhausted(String what) {
    return new Refusal(5200, "资源不足: " + what);
  }

  static Refusal quota(int calls) {
    return new Refusal(2500, "已超过 API 调用配额: " + calls + " calls per 3600 s");
  }
}
