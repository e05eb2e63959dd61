package com.cloudbees.plugins.credentials;

import com.cloudbees.plugins.credentials.common.IdCredentials;
import com.cloudbees.plugins.credentials.domains.DomainRequirement;
import hudson.ExtensionPoint;
import hudson.model.Describable;
import hudson.model.Descriptor;
import hudson.model.Item;
import hudson.model.ItemGroup;
import hudson.model.Node;
import hudson.model.Run;
import hudson.security.Permission;
import hudson.util.ListBoxModel;
import java.util.List;
import org.springframework.security.core.Authentication;

public abstract class CredentialsProvider extends Descriptor<CredentialsProvider>
    implements ExtensionPoint, Describable<CredentialsProvider> {
  public static final Permission USE_OWN = null;

  public static final Permission USE_ITEM = null;

  public static final Permission CREATE = null;

  public static final Permission UPDATE = null;

  public static final Permission VIEW = null;

  public CredentialsProvider() {}

  public static <C extends Credentials> List<C> lookupCredentialsInItemGroup(
      Class<C> type, ItemGroup itemGroup, Authentication authentication) {
    throw new UnsupportedOperationException();
  }

  public static <C extends Credentials> List<C> lookupCredentialsInItemGroup(
      Class<C> type,
      ItemGroup itemGroup,
      Authentication authentication,
      List<DomainRequirement> domainRequirements) {
    throw new UnsupportedOperationException();
  }

  public static <C extends IdCredentials> ListBoxModel listCredentialsInItemGroup(
      Class<C> type,
      ItemGroup itemGroup,
      Authentication authentication,
      List<DomainRequirement> domainRequirements,
      CredentialsMatcher matcher) {
    throw new UnsupportedOperationException();
  }

  public static <C extends Credentials> List<C> lookupCredentialsInItem(
      Class<C> type, Item item, Authentication authentication) {
    throw new UnsupportedOperationException();
  }

  public static <C extends Credentials> List<C> lookupCredentialsInItem(
      Class<C> type,
      Item item,
      Authentication authentication,
      List<DomainRequirement> domainRequirements) {
    throw new UnsupportedOperationException();
  }

  public static <C extends IdCredentials> ListBoxModel listCredentialsInItem(
      Class<C> type,
      Item item,
      Authentication authentication,
      List<DomainRequirement> domainRequirements,
      CredentialsMatcher matcher) {
    throw new UnsupportedOperationException();
  }

  public static <C extends Credentials> C snapshot(C credential) {
    throw new UnsupportedOperationException();
  }

  public static <C extends Credentials> C snapshot(Class<C> clazz, C credential) {
    throw new UnsupportedOperationException();
  }

  public static <C extends IdCredentials> C findCredentialById(
      String id, Class<C> type, Run<?, ?> run) {
    throw new UnsupportedOperationException();
  }

  public static <C extends IdCredentials> C findCredentialById(
      String id, Class<C> type, Run<?, ?> run, DomainRequirement... domainRequirements) {
    throw new UnsupportedOperationException();
  }

  public static <C extends IdCredentials> C findCredentialById(
      String id, Class<C> type, Run<?, ?> run, List<DomainRequirement> domainRequirements) {
    throw new UnsupportedOperationException();
  }

  public static <C extends Credentials> C track(Run build, C credentials) {
    throw new UnsupportedOperationException();
  }

  public static <C extends Credentials> List<C> trackAll(Run build, C... credentials) {
    throw new UnsupportedOperationException();
  }

  public static <C extends Credentials> List<C> trackAll(Run build, List<C> credentials) {
    throw new UnsupportedOperationException();
  }

  public static <C extends Credentials> C track(Node node, C credentials) {
    throw new UnsupportedOperationException();
  }

  public static <C extends Credentials> List<C> trackAll(Node node, C... credentials) {
    throw new UnsupportedOperationException();
  }

  public static <C extends Credentials> List<C> trackAll(Node node, List<C> credentials) {
    throw new UnsupportedOperationException();
  }

  public static <C extends Credentials> C track(Item item, C credentials) {
    throw new UnsupportedOperationException();
  }

  public static <C extends Credentials> List<C> trackAll(Item item, C... credentials) {
    throw new UnsupportedOperationException();
  }

  public static <C extends Credentials> List<C> trackAll(Item item, List<C> credentials) {
    throw new UnsupportedOperationException();
  }
}
