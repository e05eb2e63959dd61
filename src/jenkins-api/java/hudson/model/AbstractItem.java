package hudson.model;

public abstract class AbstractItem implements Item {
  protected AbstractItem(ItemGroup parent, String name) {}
}
