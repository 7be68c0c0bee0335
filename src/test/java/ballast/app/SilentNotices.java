package ballast.app;

/** Notices that ignore every message; a test overrides those that it listens to. */
public class SilentNotices implements Notices {

  @Override
  public void say(String message) {}

  @Override
  public void detail(String message) {}

  @Override
  public void warn(String message) {}
}
