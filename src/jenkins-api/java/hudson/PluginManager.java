package hudson;

import hudson.model.AbstractModelObject;
import org.kohsuke.stapler.StaplerProxy;

public abstract class PluginManager extends AbstractModelObject implements StaplerProxy {
  public final ClassLoader uberClassLoader = null;

  private PluginManager() {}

  public PluginWrapper getPlugin(String shortName) {
    throw new UnsupportedOperationException();
  }
}
