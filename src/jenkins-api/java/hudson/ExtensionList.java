package hudson;

import java.util.AbstractList;
import java.util.Iterator;
import jenkins.model.Jenkins;

public class ExtensionList<T> extends AbstractList<T> {
  protected ExtensionList(Jenkins jenkins, Class<T> extensionType) {}

  public <U extends T> U get(Class<U> type) {
    throw new UnsupportedOperationException();
  }

  public Iterator<T> iterator() {
    throw new UnsupportedOperationException();
  }

  public T get(int index) {
    throw new UnsupportedOperationException();
  }

  public int size() {
    throw new UnsupportedOperationException();
  }

  public static <T> ExtensionList<T> lookup(Class<T> type) {
    throw new UnsupportedOperationException();
  }

  public static <U> U lookupSingleton(Class<U> type) {
    throw new UnsupportedOperationException();
  }

  public static <U> U lookupFirst(Class<U> type) {
    throw new UnsupportedOperationException();
  }
}
