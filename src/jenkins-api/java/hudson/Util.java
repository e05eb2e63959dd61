package hudson;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

public class Util {
  public static String replaceMacro(String s, Map<String, String> properties) {
    throw new UnsupportedOperationException();
  }

  public static void deleteRecursive(File dir) throws IOException {
    throw new UnsupportedOperationException();
  }

  public static String[] tokenize(String s) {
    throw new UnsupportedOperationException();
  }

  public static String[] mapToEnv(Map<String, String> m) {
    throw new UnsupportedOperationException();
  }

  public static String getDigestOf(InputStream source) throws IOException {
    throw new UnsupportedOperationException();
  }

  public static String getDigestOf(String text) {
    throw new UnsupportedOperationException();
  }

  public static String getDigestOf(File file) throws IOException {
    throw new UnsupportedOperationException();
  }

  public static String toHexString(byte[] data, int start, int len) {
    throw new UnsupportedOperationException();
  }

  public static String toHexString(byte[] bytes) {
    throw new UnsupportedOperationException();
  }

  public static String getTimeSpanString(long duration) {
    throw new UnsupportedOperationException();
  }

  public static String encode(String s) {
    throw new UnsupportedOperationException();
  }

  public static String rawEncode(String s) {
    throw new UnsupportedOperationException();
  }

  public static String escape(String text) {
    throw new UnsupportedOperationException();
  }

  public static String xmlEscape(String text) {
    throw new UnsupportedOperationException();
  }

  public static String fixNull(String s) {
    throw new UnsupportedOperationException();
  }

  public static <T> T fixNull(T s, T defaultValue) {
    throw new UnsupportedOperationException();
  }

  public static String fixEmpty(String s) {
    throw new UnsupportedOperationException();
  }

  public static String fixEmptyAndTrim(String s) {
    throw new UnsupportedOperationException();
  }

  public static <T> List<T> fixNull(List<T> l) {
    throw new UnsupportedOperationException();
  }

  public static <T> Set<T> fixNull(Set<T> l) {
    throw new UnsupportedOperationException();
  }

  public static <T> Collection<T> fixNull(Collection<T> l) {
    throw new UnsupportedOperationException();
  }

  public static <T> Iterable<T> fixNull(Iterable<T> l) {
    throw new UnsupportedOperationException();
  }
}
