package com.cloudbees.plugins.credentials;

import java.util.Collection;
import java.util.List;
import java.util.Set;

public class CredentialsMatchers {
  private CredentialsMatchers() {}

  public static CredentialsMatcher always() {
    throw new UnsupportedOperationException();
  }

  public static CredentialsMatcher never() {
    throw new UnsupportedOperationException();
  }

  public static CredentialsMatcher not(CredentialsMatcher matcher) {
    throw new UnsupportedOperationException();
  }

  public static CredentialsMatcher instanceOf(Class clazz) {
    throw new UnsupportedOperationException();
  }

  public static CredentialsMatcher withId(String id) {
    throw new UnsupportedOperationException();
  }

  public static CredentialsMatcher withScope(CredentialsScope scope) {
    throw new UnsupportedOperationException();
  }

  public static CredentialsMatcher allOf(CredentialsMatcher... matchers) {
    throw new UnsupportedOperationException();
  }

  public static CredentialsMatcher anyOf(CredentialsMatcher... matchers) {
    throw new UnsupportedOperationException();
  }

  public static CredentialsMatcher both(CredentialsMatcher matcher1, CredentialsMatcher matcher2) {
    throw new UnsupportedOperationException();
  }

  public static CredentialsMatcher either(
      CredentialsMatcher matcher1, CredentialsMatcher matcher2) {
    throw new UnsupportedOperationException();
  }

  public static <C extends Credentials> Collection<C> filter(
      Collection<C> credentials, CredentialsMatcher matcher) {
    throw new UnsupportedOperationException();
  }

  public static <C extends Credentials> Set<C> filter(
      Set<C> credentials, CredentialsMatcher matcher) {
    throw new UnsupportedOperationException();
  }

  public static <C extends Credentials> List<C> filter(
      List<C> credentials, CredentialsMatcher matcher) {
    throw new UnsupportedOperationException();
  }

  public static <C extends Credentials> Iterable<C> filter(
      Iterable<C> credentials, CredentialsMatcher matcher) {
    throw new UnsupportedOperationException();
  }

  public static <C extends Credentials> C firstOrDefault(
      Iterable<C> credentials, CredentialsMatcher matcher, C defaultIfNone) {
    throw new UnsupportedOperationException();
  }

  public static <C extends Credentials> C firstOrNull(
      Iterable<C> credentials, CredentialsMatcher matcher) {
    throw new UnsupportedOperationException();
  }
}
