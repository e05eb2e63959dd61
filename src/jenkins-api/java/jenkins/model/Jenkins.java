package jenkins.model;

import hudson.DescriptorExtensionList;
import hudson.ExtensionList;
import hudson.FilePath;
import hudson.Launcher;
import hudson.PluginManager;
import hudson.model.AbstractCIBase;
import hudson.model.Computer;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.model.Node;
import hudson.model.TaskListener;
import hudson.model.TopLevelItem;
import hudson.security.ACL;
import hudson.security.AccessControlled;
import hudson.security.Permission;
import hudson.util.VersionNumber;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;

public class Jenkins extends AbstractCIBase implements AccessControlled {
  public static String VERSION;

  public static String SESSION_HASH;

  public static String RESOURCE_PATH;

  public static final Permission ADMINISTER = null;

  public static final Permission MANAGE = null;

  public static final Permission SYSTEM_READ = null;

  public static final Permission READ = null;

  private Jenkins() {}

  public static Jenkins get() throws IllegalStateException {
    throw new UnsupportedOperationException();
  }

  public static Jenkins getInstanceOrNull() {
    throw new UnsupportedOperationException();
  }

  public String getNodeDescription() {
    throw new UnsupportedOperationException();
  }

  public PluginManager getPluginManager() {
    throw new UnsupportedOperationException();
  }

  public String getLegacyInstanceId() {
    throw new UnsupportedOperationException();
  }

  public Descriptor getDescriptor(String id) {
    throw new UnsupportedOperationException();
  }

  public Descriptor getDescriptor(Class<? extends Describable> type) {
    throw new UnsupportedOperationException();
  }

  public Descriptor getDescriptorOrDie(Class<? extends Describable> type) {
    throw new UnsupportedOperationException();
  }

  public <T extends Descriptor> T getDescriptorByType(Class<T> type) {
    throw new UnsupportedOperationException();
  }

  public Launcher createLauncher(TaskListener listener) {
    throw new UnsupportedOperationException();
  }

  public String getFullName() {
    throw new UnsupportedOperationException();
  }

  public String getFullDisplayName() {
    throw new UnsupportedOperationException();
  }

  public List<TopLevelItem> getItems() {
    throw new UnsupportedOperationException();
  }

  public List<TopLevelItem> getItems(Predicate<TopLevelItem> pred) {
    throw new UnsupportedOperationException();
  }

  public <T> List<T> getItems(Class<T> type) {
    throw new UnsupportedOperationException();
  }

  public Computer[] getComputers() {
    throw new UnsupportedOperationException();
  }

  public Computer getComputer(String name) {
    throw new UnsupportedOperationException();
  }

  public String getDisplayName() {
    throw new UnsupportedOperationException();
  }

  public Node getNode(String name) {
    throw new UnsupportedOperationException();
  }

  public List<Node> getNodes() {
    throw new UnsupportedOperationException();
  }

  public String getUrlChildPrefix() {
    throw new UnsupportedOperationException();
  }

  public String getRootUrl() throws IllegalStateException {
    throw new UnsupportedOperationException();
  }

  public String getConfiguredRootUrl() {
    throw new UnsupportedOperationException();
  }

  public String getRootUrlFromRequest() {
    throw new UnsupportedOperationException();
  }

  public File getRootDir() {
    throw new UnsupportedOperationException();
  }

  public FilePath getWorkspaceFor(TopLevelItem item) {
    throw new UnsupportedOperationException();
  }

  public String getRawBuildsDir() {
    throw new UnsupportedOperationException();
  }

  public FilePath getRootPath() {
    throw new UnsupportedOperationException();
  }

  public <T> ExtensionList<T> getExtensionList(Class<T> extensionType) {
    throw new UnsupportedOperationException();
  }

  public <T extends Describable<T>, D extends Descriptor<T>>
      DescriptorExtensionList<T, D> getDescriptorList(Class<T> type) {
    throw new UnsupportedOperationException();
  }

  public ACL getACL() {
    throw new UnsupportedOperationException();
  }

  public boolean isQuietingDown() {
    throw new UnsupportedOperationException();
  }

  public boolean isTerminating() {
    throw new UnsupportedOperationException();
  }

  public TopLevelItem getItem(String name) throws AccessDeniedException {
    throw new UnsupportedOperationException();
  }

  public File getRootDirFor(TopLevelItem child) {
    throw new UnsupportedOperationException();
  }

  public <T extends Item> T getItemByFullName(String fullName, Class<T> type)
      throws AccessDeniedException {
    throw new UnsupportedOperationException();
  }

  public Item getItemByFullName(String fullName) {
    throw new UnsupportedOperationException();
  }

  public String getLabelString() {
    throw new UnsupportedOperationException();
  }

  public void save() throws IOException {
    throw new UnsupportedOperationException();
  }

  public static Authentication getAuthentication2() {
    throw new UnsupportedOperationException();
  }

  public Object getTarget() {
    throw new UnsupportedOperationException();
  }

  public static VersionNumber getVersion() {
    throw new UnsupportedOperationException();
  }
}
