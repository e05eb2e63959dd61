package io.jenkins.plugins.aiimage.library;

import groovy.lang.Closure;
import java.io.Serial;

/** A step that the tests provide, as Groovy calls it. */
final class Handler extends Closure<Object> {
  @Serial private static final long serialVersionUID = 1L;

  private final transient Action action;

  /** What the step does. */
  @FunctionalInterface
  interface Action {
    Object call(Object... arguments) throws Exception;
  }

  Handler(Action action) {
    super(Handler.class);
    this.action = action;
  }

  @Override
  public Object call(Object... arguments) {
    try {
      return action.call(arguments);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Object call() {
    return call(new Object[0]);
  }

  @Override
  public Object call(Object argument) {
    return call(new Object[] {argument});
  }
}
