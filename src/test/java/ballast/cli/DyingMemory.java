package ballast.cli;

import ballast.memory.Memory;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;

/** A memory whose process dies right after a number of commits. */
public final class DyingMemory {

  public static final class Death extends Error {
    private static final long serialVersionUID = 1L;
  }

  private DyingMemory() {}

  public static Memory of(Memory memory, int commits) {
    AtomicInteger left = new AtomicInteger(commits);
    InvocationHandler delegate =
        (proxy, method, arguments) -> {
          if (method.isDefault()) {
            return InvocationHandler.invokeDefault(proxy, method, arguments);
          }
          try {
            Object result = method.invoke(memory, arguments);
            if (method.getName().equals("addRevisions") && left.decrementAndGet() == 0) {
              throw new Death();
            }
            return result;
          } catch (InvocationTargetException e) {
            throw e.getTargetException();
          }
        };
    return (Memory)
        Proxy.newProxyInstance(
            Memory.class.getClassLoader(), new Class<?>[] {Memory.class}, delegate);
  }
}
