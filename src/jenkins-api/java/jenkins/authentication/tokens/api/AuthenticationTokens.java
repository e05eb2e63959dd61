package jenkins.authentication.tokens.api;

import com.cloudbees.plugins.credentials.Credentials;
import com.cloudbees.plugins.credentials.CredentialsMatcher;
import java.util.List;

public final class AuthenticationTokens {
  private AuthenticationTokens() {}

  public static <T> CredentialsMatcher matcher(Class<T> tokenClass) {
    throw new UnsupportedOperationException();
  }

  public static <T> CredentialsMatcher matcher(AuthenticationTokenContext<T> context) {
    throw new UnsupportedOperationException();
  }

  public static <T, C extends Credentials> T convert(Class<T> type, C credentials) {
    throw new UnsupportedOperationException();
  }

  public static <T, C extends Credentials> T convert(
      AuthenticationTokenContext<T> context, C credentials) {
    throw new UnsupportedOperationException();
  }

  public static <T, C extends Credentials> T convert(
      AuthenticationTokenContext<T> context, C... credentials) {
    throw new UnsupportedOperationException();
  }

  public static <T, C extends Credentials> T convert(
      AuthenticationTokenContext<T> context, List<C> credentials) {
    throw new UnsupportedOperationException();
  }
}
