package hudson.model;

public interface ItemGroup<T extends Item> {
  default <U extends Item> Iterable<U> allItems(Class<U> type) {
    throw new UnsupportedOperationException();
  }
}
