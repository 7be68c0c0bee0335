package ballast.mcp;

import static java.nio.charset.StandardCharsets.UTF_8;

import ballast.app.page.TerminalText;
import ballast.bitext.InputException;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.ErrorCodes;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCMessage;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCNotification;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCRequest;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse;
import io.modelcontextprotocol.spec.McpServerSession;
import io.modelcontextprotocol.spec.McpServerTransport;
import io.modelcontextprotocol.spec.McpServerTransportProvider;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Messages as lines of JSON. Unlike the library's own transport it survives a line that is no
 * message, answers it with the reason, lets a client cancel a request, and answers everything that
 * it has read before it ends.
 */
final class LineTransport implements McpServerTransportProvider, McpServerTransport {

  /** Maximum bytes of a message. */
  static final int MAX_LINE = 4_000_000;

  /** Maximum requests answered at a time. */
  private static final int THREADS = 4;

  /** Maximum requests that wait. The reader answers those beyond, and so reads no further. */
  private static final int MAX_WAITING = 64;

  /** The escape of a control character, after any number of escaped backslashes. */
  private static final Pattern ACTS =
      Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\(?:u00[01].|[bfr])");

  private static final String EARLY =
      "send \"initialize\" first, then the notification \"notifications/initialized\"";

  private static final TypeRef<LinkedHashMap<String, Object>> OBJECT = new TypeRef<>() {};

  private final McpJsonMapper mapper;
  private final InputStream in;
  private final Consumer<String> out;
  private final BiFunction<String, Map<?, ?>, String> gate;
  private final Map<Object, Task> pending = new ConcurrentHashMap<>();
  private final ThreadPoolExecutor workers;
  private @Nullable McpServerSession session;
  private boolean isReady;

  /**
   * @param out receives lines, one at a time
   * @param gate returns why a request cannot be answered, by its method and parameters; "" if it
   *     can
   */
  LineTransport(
      McpJsonMapper mapper,
      InputStream in,
      Consumer<String> out,
      BiFunction<String, Map<?, ?>, String> gate) {
    this.mapper = mapper;
    this.in = new BufferedInputStream(in);
    this.out = out;
    this.gate = gate;
    this.workers =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MAX_WAITING),
            new ThreadPoolExecutor.CallerRunsPolicy());
  }

  @Override
  public void setSessionFactory(McpServerSession.Factory factory) {
    session = factory.create(this);
  }

  /** Answers messages until the input ends. */
  void run() {
    try {
      for (byte[] line = readLine(); line != null; line = readLine()) {
        receive(line);
      }
    } catch (IOException e) {
      throw new InputException("cannot read standard input: " + e.getMessage(), "", e);
    } finally {
      finish();
    }
  }

  /** Waits for the last answers. */
  private void finish() {
    workers.shutdown();
    try {
      workers.awaitTermination(1, TimeUnit.DAYS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns a line without its end; its beginning if it is too long; null at the end. */
  private byte @Nullable [] readLine() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int b = in.read();
    if (b < 0) {
      return null;
    }
    while (b >= 0 && b != '\n') {
      if (line.size() <= MAX_LINE) {
        line.write(b);
      }
      b = in.read();
    }
    return line.toByteArray();
  }

  private void receive(byte[] line) {
    String text = new String(line, UTF_8);
    try {
      if (line.length > MAX_LINE) {
        refuse(null, ErrorCodes.INVALID_REQUEST, "a message may have at most 4,000,000 bytes");
      } else if (!text.isBlank()) {
        receive(mapper.readValue(text, OBJECT));
      }
    } catch (IOException e) {
      refuse(null, ErrorCodes.PARSE_ERROR, "the line is not a JSON object; send one to a line");
    }
  }

  private void receive(Map<String, Object> message) {
    Object id = message.get("id");
    boolean hasId = id instanceof String || id instanceof Integer || id instanceof Long;
    if (!(message.get("method") instanceof String method)) {
      if (!message.containsKey("result") && !message.containsKey("error")) {
        String reason = "a message needs a \"method\", such as \"tools/list\"";
        refuse(hasId ? id : null, ErrorCodes.INVALID_REQUEST, reason);
      }
    } else if (!message.containsKey("id")) {
      notice(method, message.get("params"));
    } else if (id == null || !hasId) {
      refuse(null, ErrorCodes.INVALID_REQUEST, "an \"id\" is a string or a whole number");
    } else {
      request(new JSONRPCRequest(method, id, message.get("params")));
    }
  }

  private void notice(String method, @Nullable Object params) {
    if (method.equals("notifications/initialized")) {
      isReady = true;
      handle(new JSONRPCNotification(method));
    } else if (method.equals("notifications/cancelled")
        && params instanceof Map<?, ?> map
        && map.get("requestId") != null) {
      Task cancelled = pending.remove(map.get("requestId"));
      if (cancelled != null) {
        cancelled.cancel(/* mayInterruptIfRunning= */ true);
      }
    }
  }

  private void request(JSONRPCRequest request) {
    boolean begins = request.method().equals(McpSchema.METHOD_INITIALIZE);
    Map<?, ?> params = request.params() instanceof Map<?, ?> map ? map : Map.of();
    String refusal = begins || isReady ? gate.apply(request.method(), params) : EARLY;
    Task task = new Task(request);
    if (!refusal.isEmpty()) {
      refuse(request.id(), ErrorCodes.INVALID_PARAMS, refusal);
    } else if (pending.putIfAbsent(request.id(), task) != null) {
      refuse(
          request.id(), ErrorCodes.INVALID_REQUEST, "a request with this \"id\" is being answered");
    } else if (begins) {
      task.run(); // other requests depend on it
    } else {
      workers.execute(task);
    }
  }

  /** Answers a request, even if the library fails. */
  private final class Task extends FutureTask<@Nullable Void> {

    private final Object id;

    Task(JSONRPCRequest request) {
      super(() -> handle(request), null);
      id = request.id();
    }

    @Override
    protected void done() {
      if (pending.remove(id, this)) {
        refuse(id, ErrorCodes.INTERNAL_ERROR, "the request failed; try a smaller one");
      }
    }
  }

  /** The library answers on the same thread. */
  private void handle(JSONRPCMessage message) {
    McpServerSession now = session;
    if (now == null) {
      throw new IllegalStateException("no server uses this transport");
    }
    now.handle(message).block();
  }

  private void refuse(@Nullable Object id, int code, String reason) {
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("jsonrpc", McpSchema.JSONRPC_VERSION);
    answer.put("id", id);
    answer.put("error", Map.of("code", code, "message", reason));
    write(answer);
  }

  private void write(Object message) {
    try {
      String line = json(mapper, message);
      synchronized (out) {
        out.accept(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes JSON with a {@code ?} for each character that controls a terminal or reverses text,
   * except line ends and tabs.
   */
  static String json(McpJsonMapper mapper, Object value) throws IOException {
    return TerminalText.inert(ACTS.matcher(mapper.writeValueAsString(value)).replaceAll("$1?"));
  }

  /** Sends a message, unless it answers a request that was cancelled. */
  @Override
  public Mono<Void> sendMessage(JSONRPCMessage message) {
    return Mono.fromRunnable(
        () -> {
          boolean isAnswer = message instanceof JSONRPCResponse;
          if (!isAnswer || pending.remove(((JSONRPCResponse) message).id()) != null) {
            write(message);
          }
        });
  }

  @Override
  public Mono<Void> notifyClients(String method, Object params) {
    return sendMessage(new JSONRPCNotification(method, params));
  }

  @Override
  public <T> T unmarshalFrom(Object data, TypeRef<T> type) {
    return mapper.convertValue(data, type);
  }

  @Override
  public List<String> protocolVersions() {
    return McpServerTransport.super.protocolVersions();
  }

  @Override
  public Mono<Void> closeGracefully() {
    return Mono.empty();
  }

  @Override
  public void close() {
    // The input ends the session.
  }
}
