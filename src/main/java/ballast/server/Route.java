package ballast.server;

import java.io.IOException;

/**
 * What answers the requests for one path.
 *
 * @param method GET (which answers HEAD too) or POST
 * @param path the whole path
 * @param access who may ask
 * @param maxBody the largest body, in bytes; 0: none
 * @param handler called on one of several threads
 */
public record Route(String method, String path, Access access, int maxBody, Handler handler) {

  /** The largest file that is sent, in bytes. */
  private static final int FILE = 64 << 20;

  /** The largest form, in bytes. */
  public static final int FORM = 1 << 20;

  /** Who may ask. */
  public enum Access {

    /** Any program of this computer, but no page of another site. */
    PROGRAMS,

    /** The browser that was given the token. */
    BROWSER
  }

  /** Answers. */
  @FunctionalInterface
  public interface Handler {

    /**
     * Answers one request.
     *
     * @throws RefusedException if the sender has made a mistake
     * @throws ballast.bitext.InputException if what was asked for cannot be done
     */
    Answer answer(Call call) throws IOException;
  }

  /** A page, or what it loads. */
  public static Route page(String path, Handler handler) {
    return new Route("GET", path, Access.BROWSER, 0, handler);
  }

  /** A form of a page, or another change that a person makes there. */
  public static Route change(String path, Handler handler) {
    return new Route("POST", path, Access.BROWSER, FORM, handler);
  }

  /** Takes a file of a page; {@link Call#file()} has it. */
  public static Route upload(String path, Handler handler) {
    return new Route("POST", path, Access.BROWSER, FILE, handler);
  }

  /** Whether the body is larger than forms are: a file, which is not held in memory. */
  boolean isUpload() {
    return maxBody > FORM;
  }

  /** An answer to a program, which changes nothing. */
  public static Route question(String method, String path, Handler handler) {
    return new Route(method, path, Access.PROGRAMS, method.equals("GET") ? 0 : FORM, handler);
  }
}
