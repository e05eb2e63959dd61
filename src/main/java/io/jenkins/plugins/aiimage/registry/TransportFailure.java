package io.jenkins.plugins.aiimage.registry;

import io.jenkins.plugins.aiimage.registry.RegistryException.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;

/** What a failed exchange means. Loaded, with the TLS classes it names, only when one fails. */
final class TransportFailure {
  private TransportFailure() {}

  /**
   * Before anything was sent.
   *
   * @param cut whether the watchdog ended it
   */
  static RegistryException connecting(URI uri, IOException e, boolean cut) {
    if (cut) {
      return timedOut(uri, e);
    }
    if (e instanceof SSLException) {
      return tls(uri, e);
    }
    if (e instanceof UnknownHostException) {
      return unreachable(uri, "its address is not known; check the name and DNS", e);
    }
    if (e instanceof SocketTimeoutException) {
      return unreachable(uri, "it did not accept a connection in time", e);
    }
    if (e instanceof ConnectException) {
      return unreachable(uri, "it refused the connection; check that it runs there", e);
    }
    return unreachable(uri, reason(e), e);
  }

  /**
   * After the connection was made.
   *
   * @param cut whether the watchdog ended it
   */
  static RegistryException of(URI uri, IOException e, boolean cut) {
    if (cut || e instanceof SocketTimeoutException) {
      return timedOut(uri, e);
    }
    if (e instanceof SSLException) {
      return tls(uri, e);
    }
    if (String.valueOf(e.getMessage()).contains("Invalid Http response")) {
      return notHttp(uri);
    }
    return RegistryException.passing(
        Kind.UNREACHABLE,
        "The connection to " + uri.getAuthority() + " broke: " + reason(e) + ".",
        e);
  }

  static RegistryException timedOut(URI uri, IOException e) {
    return RegistryException.of(
        Kind.TIMED_OUT,
        uri.getAuthority() + " did not answer in time: check it and the network, then try again.",
        e);
  }

  static RegistryException notHttp(URI uri) {
    return RegistryException.protocol(
        uri.getAuthority() + " does not speak " + uri.getScheme() + ": check host and port.");
  }

  static RegistryException halfBody(URI uri, IOException e) {
    return RegistryException.passing(
        Kind.PROTOCOL, uri.getAuthority() + " ended its answer half-way: try again.", e);
  }

  private static RegistryException tls(URI uri, IOException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof CertificateException) {
        return RegistryException.of(
            Kind.UNTRUSTED,
            "The certificate of "
                + uri.getAuthority()
                + " is not trusted: add its authority to this Java's trust store.",
            e);
      }
    }
    return unreachable(
        uri, "TLS failed (" + reason(e) + "); write http://HOST if it speaks plain HTTP", e);
  }

  private static RegistryException unreachable(URI uri, String why, IOException e) {
    return RegistryException.of(
        Kind.UNREACHABLE, uri.getAuthority() + " cannot be reached: " + why + ".", e);
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
