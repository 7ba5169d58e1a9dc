package io.ebb.report;

import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A headless Chromium of its own that shows one page, and tells what people would see of it: by
/// its own protocol for tools, over a socket on this machine.
final class Browser implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Process process;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Socket socket = new Socket();
  private final WebSocket sender;
  private final String page;
  private final List<JsonNode> events = new CopyOnWriteArrayList<>();

  /// The program, if it is there. Where it is required, its absence fails.
  static Optional<Path> program() {
    Optional<Path> found =
        Stream.of(System.getenv("PATH").split(":"))
            .flatMap(folder ->
                Stream.of("chromium", "chromium-browser", "google-chrome")
                    .map(name -> Path.of(folder, name)))
            .filter(Files::isExecutable)
            .findFirst();
    List<String> required = List.of(System.getenv().getOrDefault("EBB_REQUIRE", "").split("[, ]+"));
    if (found.isEmpty() && required.contains("chromium")) {
      fail("chromium is required by EBB_REQUIRE but not on the PATH");
    }
    return found;
  }

  /// Whether there is one; a condition of tests.
  static boolean available() {
    return program().isPresent();
  }

  private Browser(Process process, URI endpoint)
      throws InterruptedException, ExecutionException, TimeoutException {
    this.process = process;
    this.sender =
        http.newWebSocketBuilder()
            .buildAsync(endpoint, socket)
            .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    socket.hears(events::add);
    String target =
        call("", "Target.createTarget", Map.of("url", "about:blank")).path("targetId").asString();
    this.page =
        call("", "Target.attachToTarget", Map.of("targetId", target, "flatten", true))
            .path("sessionId")
            .asString();
    for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
      JsonNode _ = call(domain + ".enable", Map.of());
    }
  }

  /// Starts one, whose files are in this folder.
  static Browser open(Path folder) throws Exception {
    Process process =
        new ProcessBuilder(
                program().orElseThrow().toString(),
                "--headless=new",
                "--no-sandbox", // the tests may run as root
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--hide-scrollbars",
                "--remote-debugging-port=0",
                "--remote-allow-origins=*",
                "--user-data-dir=" + folder.resolve("profile"),
                "about:blank")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("chromium.log").toFile())
            .start();
    try {
      return new Browser(process, endpoint(process, folder.resolve("profile/DevToolsActivePort")));
    } catch (Exception | AssertionError e) {
      end(process);
      throw e;
    }
  }

  /// It writes down where it listens.
  private static URI endpoint(Process process, Path file) throws IOException {
    await()
        .atMost(PATIENCE)
        .failFast("chromium has ended", () -> !process.isAlive())
        .until(() -> Files.exists(file) && Files.readAllLines(file).size() > 1);
    List<String> lines = Files.readAllLines(file);
    return URI.create("ws://127.0.0.1:" + lines.get(0) + lines.get(1));
  }

  /// How the page is looked at.
  ///
  /// @param width in CSS pixels
  /// @param scheme `light` or `dark`
  /// @param media `screen` or `print`
  Browser look(int width, int height, String scheme, String media) {
    JsonNode _ =
        call(
            "Emulation.setDeviceMetricsOverride",
            Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    JsonNode _ =
        call(
            "Emulation.setEmulatedMedia",
            Map.of(
                "media",
                media,
                "features",
                List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    return this;
  }

  /// Opens the file and waits until it is all there.
  Browser visit(Path file) {
    events.clear();
    JsonNode _ = call("Page.navigate", Map.of("url", file.toUri().toString()));
    await().atMost(PATIENCE).until(() -> heard("Page.loadEventFired").findAny().isPresent());
    return this;
  }

  private Stream<JsonNode> heard(String event) {
    return events.stream().filter(each -> each.path("method").asString().equals(event));
  }

  /// What an expression of the page gives. The page itself may forbid all scripts; this is none of
  /// its own.
  JsonNode evaluate(String expression) {
    JsonNode result =
        call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true));
    if (result.has("exceptionDetails")) {
      throw new AssertionError(expression + ": " + result);
    }
    return result.path("result").path("value");
  }

  /// What the page or the browser complains of.
  List<String> complaints() {
    return Stream.of("Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded")
        .flatMap(this::heard)
        .map(JsonNode::toString)
        .toList();
  }

  /// The addresses of all that was asked for, the page itself included.
  List<String> requests() {
    return heard("Network.requestWillBeSent")
        .map(event -> event.path("params").path("request").path("url").asString())
        .toList();
  }

  /// Whether the page is wider than the window.
  boolean overflows() {
    return evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
        .asBoolean();
  }

  /// All text that is seen.
  String text() {
    return evaluate("document.body.innerText").asString();
  }

  /// How often the search of the browser finds the text.
  boolean finds(String text) {
    return evaluate("window.find(%s)".formatted(JSON.writeValueAsString(text))).asBoolean();
  }

  /// A picture of the whole page.
  Path picture(Path file) throws IOException {
    String data =
        call("Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true))
            .path("data")
            .asString();
    return Files.write(file, Base64.getDecoder().decode(data));
  }

  /// The page as it is printed, as PDF.
  Path print(Path file) throws IOException {
    String data = call("Page.printToPDF", Map.of("printBackground", false)).path("data").asString();
    return Files.write(file, Base64.getDecoder().decode(data));
  }

  private JsonNode call(String method, Map<String, ?> params) {
    return call(page, method, params);
  }

  private JsonNode call(String session, String method, Map<String, ?> params) {
    Map<String, Object> message = new LinkedHashMap<>();
    int id = socket.next();
    message.put("id", id);
    message.put("method", method);
    message.put("params", params);
    if (!session.isEmpty()) {
      message.put("sessionId", session);
    }
    CompletableFuture<JsonNode> answer = socket.answer(id);
    try {
      WebSocket _ =
          sender
              .sendText(JSON.writeValueAsString(message), true)
              .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      JsonNode reply = answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      if (reply.has("error")) {
        throw new AssertionError(method + ": " + reply.path("error"));
      }
      return reply.path("result");
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError(method + " was not answered", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(method + " was interrupted", e);
    }
  }

  @Override
  public void close() {
    sender.abort();
    http.close();
    end(process);
  }

  /// With its children, which it has started itself.
  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    CompletableFuture<Process> _ =
        process.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }

  /// Puts the parts of messages together, and hands answers to those who wait for them.
  private static final class Socket implements WebSocket.Listener {
    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> awaited = new ConcurrentHashMap<>();
    private final StringBuilder message = new StringBuilder();
    private volatile Consumer<JsonNode> listener = _ -> {};

    int next() {
      return numbers.incrementAndGet();
    }

    CompletableFuture<JsonNode> answer(int id) {
      return awaited.computeIfAbsent(id, _ -> new CompletableFuture<>());
    }

    void hears(Consumer<JsonNode> events) {
      listener = events;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      message.append(part);
      if (last) {
        JsonNode whole = JSON.readTree(message.toString());
        message.setLength(0);
        if (whole.has("id")) {
          boolean _ =
              Objects.requireNonNull(awaited.remove(whole.path("id").asInt())).complete(whole);
        } else {
          listener.accept(whole);
        }
      }
      from.request(1);
      return null;
    }
  }
}
