package ballast.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.io.Content;
import org.jspecify.annotations.Nullable;

/**
 * The body of one request while it comes in: a form goes into memory, an upload into a temporary
 * file. It holds no thread while a slow sender sends it. A body that cannot be taken is read to its
 * end all the same, since browsers show an answer only after they have sent everything.
 */
final class Body implements AutoCloseable {

  /** Bytes after which a body that is not taken is cut off. */
  private static final long MAX_DISCARDED = 1L << 30;

  /** The end of a name, by which the form of a file is known. */
  private static final Pattern EXTENSION = Pattern.compile("(\\.[A-Za-z0-9]{1,10}){1,2}$");

  private final Route route;
  private final Semaphore budget;
  private final int reserved;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private @Nullable Path file;
  private @Nullable WritableByteChannel out;
  private @Nullable Exception problem;
  private long count;

  /**
   * @param budget bytes that the forms in flight may have together
   * @param length of the body; -1 if it is not known
   * @param name of the file that is sent, if it has one
   */
  Body(Route route, Semaphore budget, long length, String name) {
    this.route = route;
    this.budget = budget;
    int most = route.isUpload() ? 0 : route.maxBody();
    int wanted = (int) (length < 0 ? most : Math.min(length, most));
    boolean isFree = budget.tryAcquire(wanted);
    this.reserved = isFree ? wanted : 0;
    if (!isFree) {
      refuse(RefusedException.busy());
    } else if (length > route.maxBody()) {
      refuse(tooLarge());
    } else if (route.isUpload()) {
      toFile(name);
    } else {
      out = Channels.newChannel(bytes);
    }
  }

  /** The bytes that all forms in flight may have together: a share of the heap. */
  static Semaphore budget() {
    long share = Runtime.getRuntime().maxMemory() / 16;
    return new Semaphore((int) Math.max(2L * Route.FORM, Math.min(share, Integer.MAX_VALUE)));
  }

  private void toFile(String name) {
    try {
      Matcher extension = EXTENSION.matcher(name);
      file = Files.createTempFile("ballast-", extension.find() ? extension.group() : ".txt");
      out = Files.newByteChannel(file, StandardOpenOption.WRITE);
    } catch (IOException e) {
      refuse(e);
    }
  }

  /**
   * Reads to the end, with pauses.
   *
   * @param whenRead is called once, at the end
   */
  void read(Content.Source from, Consumer<Body> whenRead) {
    while (true) {
      Content.@Nullable Chunk chunk = from.read();
      if (chunk == null) {
        from.demand(() -> read(from, whenRead));
        return;
      }
      boolean isCutOff = Content.Chunk.isFailure(chunk);
      if (isCutOff) {
        refuse(RefusedException.badRequest("the body did not arrive whole"));
      } else {
        take(chunk.getByteBuffer());
      }
      boolean isLast = isCutOff || chunk.isLast() || count > MAX_DISCARDED;
      chunk.release();
      if (isLast) {
        whenRead.accept(this);
        return;
      }
    }
  }

  private void take(ByteBuffer buffer) {
    count += buffer.remaining();
    if (count > route.maxBody()) {
      refuse(tooLarge());
    }
    try {
      while (out != null && buffer.hasRemaining()) {
        out.write(buffer);
      }
    } catch (IOException e) {
      refuse(e);
    }
  }

  private void refuse(Exception reason) {
    problem = problem == null ? reason : problem;
    closeOut();
  }

  private void closeOut() {
    try {
      if (out != null) {
        out.close();
      }
    } catch (IOException e) {
      problem = problem == null ? e : problem;
    }
    out = null;
  }

  private RefusedException tooLarge() {
    return RefusedException.tooLarge(
        route.maxBody() == 0
            ? "this request takes no body"
            : route.isUpload()
                ? "the file is larger than " + (route.maxBody() >> 20) + " MB"
                : "the body is larger than " + route.maxBody() + " bytes");
  }

  /**
   * The request with this body, which has been read.
   *
   * @throws RefusedException if it cannot be taken
   * @throws IOException if it could not be kept
   */
  Call of(Call head) throws IOException {
    closeOut();
    if (problem instanceof IOException e) {
      throw e;
    }
    if (problem instanceof RefusedException e) {
      throw e;
    }
    return new Call(
        head.method(),
        head.path(),
        head.query(),
        head.headers(),
        bytes.toByteArray(),
        Optional.ofNullable(file));
  }

  /** Nothing is left of it. */
  @Override
  public void close() {
    closeOut();
    budget.release(reserved);
    delete(file);
  }

  /** Deletes a file, now or at the end. */
  static void delete(@Nullable Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      file.toFile().deleteOnExit();
    }
  }
}
