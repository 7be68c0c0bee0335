package ballast.server;

import java.io.IOException;

/**
 * The handler of the requests for one path.
 *
 * @param method GET (which includes HEAD) or POST
 * @param maxBody maximum bytes of the body; 0 for none
 * @param handler called on several threads
 */
public record Route(String method, String path, Access access, int maxBody, Handler handler) {

  /** Maximum bytes of an uploaded file. */
  private static final int FILE = 64 << 20;

  /** Maximum bytes of a form. */
  public static final int FORM = 1 << 20;

  public enum Access {

    /** Any program on this computer, but no page of another site. */
    PROGRAMS,

    /** The browser that has the key. */
    BROWSER
  }

  @FunctionalInterface
  public interface Handler {

    /**
     * @throws RefusedException if the client has made a mistake
     * @throws ballast.bitext.InputException if the request cannot be fulfilled
     */
    Answer answer(Call call) throws IOException;
  }

  public static Route page(String path, Handler handler) {
    return new Route("GET", path, Access.BROWSER, 0, handler);
  }

  /** Returns the route of a form, or of another change that the user makes on a page. */
  public static Route change(String path, Handler handler) {
    return new Route("POST", path, Access.BROWSER, FORM, handler);
  }

  public static Route upload(String path, Handler handler) {
    return new Route("POST", path, Access.BROWSER, FILE, handler);
  }

  /** Whether the body may be larger than a form: then it is a file, which is not held in memory. */
  boolean isUpload() {
    return maxBody > FORM;
  }

  /** For requests that change nothing. */
  public static Route question(String method, String path, Handler handler) {
    return new Route(method, path, Access.PROGRAMS, method.equals("GET") ? 0 : FORM, handler);
  }
}
